import { SegmentedControl } from '@mantine/core';
import styles from './segmented.module.css';

interface SegmentedProps<V extends string> {
  label: string;
  value: V;
  options: { value: V; label: string }[];
  onChange: (value: V) => void;
  /** One below the other, where there is no room for all in a row. */
  vertical?: boolean;
}

export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
  vertical = false,
}: SegmentedProps<V>) {
  return (
    <SegmentedControl
      aria-label={label}
      value={value}
      data={options}
      orientation={vertical ? 'vertical' : 'horizontal'}
      onChange={(chosen) => onChange(chosen as V)}
      classNames={{ root: styles.root, indicator: styles.indicator, label: styles.label }}
    />
  );
}
