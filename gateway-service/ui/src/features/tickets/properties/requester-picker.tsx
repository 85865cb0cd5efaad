import { useState } from 'react';
import type { User } from '../../../api/types';
import { addressIn, isAddress } from '../../../lib/address';
import { t } from '../../../lib/i18n';
import { nameAndAddressOf } from '../../../lib/person';
import { useUsers } from '../../../queries/directory';
import { Picker } from '../../../ui/picker';

/** Somebody whom the directory has, or anybody by their address. */
export type NamedRequester = { id: string } | { email: string };

interface RequesterPickerProps {
  label: string;
  /** Also says how whoever was chosen is called. */
  onChange: (named: NamedRequester, shown: string) => void;
  disabled: boolean;
}

/** Somebody known by name or address; or anybody by an address. A text that is neither chooses nobody, and says so. */
export function RequesterPicker({ label, onChange, disabled }: RequesterPickerProps) {
  const [q, setQ] = useState('');
  const [left, setLeft] = useState('');
  const typed = addressIn(q);
  const people = useUsers({ q: typed }).data ?? [];
  const complete = isAddress(typed);
  const gone = useUsers({ q: typed, active: 'false' }, complete).data ?? [];
  const isOf = (user: User) => user.email.toLowerCase() === typed.toLowerCase();
  const isNew = complete && !people.some(isOf) && !gone.some(isOf);
  const deactivated = complete ? gone.filter(isOf) : [];
  const choices = [
    ...people.map((person) => ({ value: person.id, label: labelOf(person) })),
    ...(isNew ? [{ value: typed, label: t('ticket.useAddress', { address: typed }) }] : []),
    ...deactivated.map((person) => ({
      value: person.id,
      label: t('picker.deactivated', { name: labelOf(person) }),
      disabled: true,
    })),
  ];
  return (
    <>
      <Picker
        label={label}
        placeholder={label}
        value={null}
        choices={choices}
        onSearch={(text) => {
          setQ(text);
          setLeft('');
        }}
        onLeave={setLeft}
        onChange={(chosen) =>
          chosen &&
          onChange(
            isNew && chosen.value === typed ? { email: typed } : { id: chosen.value },
            isNew && chosen.value === typed ? typed : chosen.label,
          )
        }
        disabled={disabled}
      />
      {left && <p role="status">{t('picker.unclear', { text: left })}</p>}
    </>
  );
}

/** Two may have one name: an address is theirs alone. */
function labelOf(person: User): string {
  return [nameAndAddressOf(person), person.company?.name].filter(Boolean).join(' · ');
}
