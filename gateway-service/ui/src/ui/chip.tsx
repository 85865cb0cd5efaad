import type { ReactNode } from 'react';
import styles from './chip.module.css';

export type Tone = 'open' | 'closed' | 'high' | 'mid' | 'low' | 'info';

/** A word with a glyph and a colour, so that the colour never speaks alone. */
export function Chip({
  tone,
  glyph,
  children,
}: {
  tone: Tone;
  glyph: string;
  children: ReactNode;
}) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      <span aria-hidden="true" className={styles.glyph}>
        {glyph}
      </span>
      {children}
    </span>
  );
}
