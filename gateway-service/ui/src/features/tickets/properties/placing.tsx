import { useState } from 'react';
import type { NamedId } from '../../../api/types';
import { t } from '../../../lib/i18n';
import { may } from '../../../lib/session';
import { useProjects, useTasks } from '../../../queries/directory';
import { useMe } from '../../../queries/me';
import { Picker } from '../../../ui/picker';

interface PlaceProps {
  value: NamedId | null;
  /** Missing for those who may only read. */
  onChange?: (value: NamedId | null) => void;
  disabled: boolean;
}

export function Project({ value, onChange, disabled }: PlaceProps) {
  const [q, setQ] = useState('');
  const [open, setOpen] = useState(false);
  const projects = useProjects({ q }, open).data ?? [];
  return (
    <Place
      label={t('ticket.project')}
      value={value}
      places={projects}
      onSearch={setQ}
      onOpen={() => setOpen(true)}
      onChange={onChange}
      disabled={disabled}
    />
  );
}

/** Only tasks of the ticket's project. */
export function Task({ project, value, onChange, disabled }: PlaceProps & { project: NamedId }) {
  const [q, setQ] = useState('');
  const [open, setOpen] = useState(false);
  const tasks = useTasks({ q, project: project.id }, open).data ?? [];
  return (
    <Place
      label={t('ticket.task')}
      value={value}
      places={tasks}
      onSearch={setQ}
      onOpen={() => setOpen(true)}
      onChange={onChange}
      disabled={disabled}
    />
  );
}

interface PlacePickerProps extends PlaceProps {
  label: string;
  places: NamedId[];
  onSearch: (text: string) => void;
  onOpen: () => void;
}

function Place({ label, value, places, onChange, ...rest }: PlacePickerProps) {
  const readable = may(useMe(), 'org:read');
  const choice = ({ id, name }: NamedId) => ({ value: id, label: name });
  if (!onChange || !readable) {
    return <bdi>{value?.name ?? t('ticket.none')}</bdi>;
  }
  return (
    <Picker
      {...rest}
      label={label}
      value={value && choice(value)}
      choices={places.map(choice)}
      none={t('ticket.none')}
      onChange={(chosen) => onChange(chosen && { id: chosen.value, name: chosen.label })}
    />
  );
}
