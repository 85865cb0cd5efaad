import { Skeleton } from '@mantine/core';
import styles from './skeleton.module.css';

interface SkeletonRowsProps {
  label: string;
  rows: number;
  height: number;
}

/** The geometry of what is coming; invisible for the first 150 ms, so that a fast answer does not flicker. */
export function SkeletonRows({ label, rows, height }: SkeletonRowsProps) {
  return (
    <div role="status" aria-label={label} className={styles.rows}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same
        <Skeleton key={row} height={height} />
      ))}
    </div>
  );
}
