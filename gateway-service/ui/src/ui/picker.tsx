import { Select as MantineSelect } from '@mantine/core';
import { useState } from 'react';
import { t } from '../lib/i18n';
import styles from './select.module.css';

export interface Choice {
  value: string;
  label: string;
  /** Shown, so that one sees why it cannot be chosen. */
  disabled?: boolean;
}

interface PickerProps {
  label: string;
  /** What is chosen now; null for nothing. */
  value: Choice | null;
  choices: Choice[];
  /** What choosing nothing is called; left out where something must be chosen. */
  none?: string;
  placeholder?: string;
  onSearch: (text: string) => void;
  onChange: (choice: Choice | null) => void;
  onOpen?: () => void;
  /** The field is left, or Enter pressed, with a text that chose nothing. */
  onLeave?: (text: string) => void;
  disabled?: boolean;
}

/** Mantine wants a value for everything. */
const nothing = '-';

/** A choice among more than a list can show: what is typed is searched for, and only what was chosen counts. */
export function Picker(props: PickerProps) {
  const { label, value, choices, none, placeholder, onSearch, onChange, onOpen, onLeave } = props;
  const { disabled } = props;
  const [text, setText] = useState<string | undefined>();
  const known = value && !choices.some((choice) => choice.value === value.value);
  const data = [
    ...(none !== undefined && value && !text ? [{ value: nothing, label: none }] : []),
    ...(known && !text ? [value] : []),
    ...choices,
  ];

  function search(typed: string): void {
    // Mantine says what is chosen as if it had been typed.
    const wanted = typed === value?.label || typed === none ? '' : typed;
    setText(wanted);
    onSearch(wanted.trim());
  }

  function leave(): void {
    if (text?.trim()) {
      onLeave?.(text.trim());
    }
  }

  return (
    <MantineSelect
      aria-label={label}
      placeholder={placeholder ?? none}
      data={
        data.length > 0 ? data : [{ value: nothing, label: t('picker.nothing'), disabled: true }]
      }
      value={value?.value ?? null}
      searchable
      disabled={disabled}
      allowDeselect={false}
      // the server has searched
      filter={({ options }) => options}
      onSearchChange={search}
      onDropdownOpen={onOpen}
      onBlur={leave}
      onKeyDown={({ key, currentTarget }) =>
        key === 'Enter' && !currentTarget.hasAttribute('aria-activedescendant') && leave()
      }
      onChange={(chosen) =>
        onChange(choices.find((choice) => choice.value === chosen && chosen !== nothing) ?? null)
      }
      withScrollArea={false}
      comboboxProps={{ withinPortal: false, zIndex: 30, shadow: 'md' }}
      classNames={{ input: styles.input, dropdown: styles.dropdown, option: styles.option }}
    />
  );
}
