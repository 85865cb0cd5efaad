import { SegmentedControl } from '@mantine/core';
import styles from './segmented.module.css';

interface SegmentedProps<V extends string> {
  label: string;
  value: V;
  options: { value: V; label: string }[];
  onChange: (value: V) => void;
}

export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedProps<V>) {
  return (
    <SegmentedControl
      aria-label={label}
      value={value}
      data={options}
      onChange={(chosen) => onChange(chosen as V)}
      classNames={{ root: styles.root, indicator: styles.indicator, label: styles.label }}
    />
  );
}
