import { useState } from 'react';
import type { Person, Ticket } from '../../../api/types';
import { t } from '../../../lib/i18n';
import { nameAndAddressOf, nameOf } from '../../../lib/person';
import { may } from '../../../lib/session';
import { useUsers } from '../../../queries/directory';
import { useMe } from '../../../queries/me';
import { Button } from '../../../ui/button';
import { Picker } from '../../../ui/picker';

interface AssigneeProps {
  ticket: Pick<Ticket, 'assignee'>;
  /** Missing for those who may only read. */
  onChange?: (assignee: Person | null) => void;
  disabled: boolean;
}

export function Assignee({ ticket: { assignee }, onChange, disabled }: AssigneeProps) {
  const me = useMe();
  const mine = me !== undefined && assignee?.id === me.id;
  const name = assignee ? nameOf(assignee) : t('ticket.nobody');
  if (!onChange) {
    return <bdi>{name}</bdi>;
  }
  return (
    <>
      {may(me, 'user:read') ? (
        <StaffPicker assignee={assignee} onChange={onChange} disabled={disabled} />
      ) : (
        <bdi>{name}</bdi>
      )}
      {me && !mine && (
        <Button tone="quiet" onClick={() => onChange({ ...me, company: null })} disabled={disabled}>
          {t('ticket.takeIt')}
        </Button>
      )}
    </>
  );
}

interface StaffPickerProps {
  assignee: Person | null;
  onChange: (assignee: Person | null) => void;
  disabled: boolean;
}

function StaffPicker({ assignee, onChange, disabled }: StaffPickerProps) {
  const [q, setQ] = useState('');
  const [open, setOpen] = useState(false);
  const staff = useUsers({ q, staff: true }, open).data ?? [];
  const choice = (person: Person) => ({ value: person.id, label: nameAndAddressOf(person) });
  return (
    <Picker
      label={t('ticket.assignee')}
      value={assignee && choice(assignee)}
      choices={staff.map(choice)}
      none={t('ticket.nobody')}
      onSearch={setQ}
      onOpen={() => setOpen(true)}
      onChange={(chosen) => onChange(staff.find(({ id }) => id === chosen?.value) ?? null)}
      disabled={disabled}
    />
  );
}
