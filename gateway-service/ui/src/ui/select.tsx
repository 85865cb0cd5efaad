import { NativeSelect } from '@mantine/core';
import styles from './select.module.css';

interface SelectProps<V extends string> {
  label: string;
  value: V;
  options: { value: V; label: string }[];
  onChange: (value: V) => void;
  disabled?: boolean;
}

/** The platform's own select: best on a phone, and with a screen reader. Its visible label stands beside it. */
export function Select<V extends string>({ label, onChange, options, ...rest }: SelectProps<V>) {
  return (
    <NativeSelect
      {...rest}
      aria-label={label}
      data={options}
      classNames={{ input: styles.input }}
      onChange={(event) => onChange(event.currentTarget.value as V)}
    />
  );
}
