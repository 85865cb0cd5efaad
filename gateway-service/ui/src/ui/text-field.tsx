import { TextInput } from '@mantine/core';
import type { KeyboardEventHandler, Ref } from 'react';
import styles from './select.module.css';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  error?: string;
  maxLength?: number;
  type?: 'text' | 'email';
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** Its visible label stands beside it. */
export function TextField({ label, onChange, ...rest }: TextFieldProps) {
  return (
    <TextInput
      {...rest}
      aria-label={label}
      placeholder={label}
      classNames={{ input: styles.input }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
