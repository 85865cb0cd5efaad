import type { ReactNode } from 'react';
import styles from './new-ticket.module.css';

/** Each input names itself; this is the word beside it for who sees it. */
export function Field(props: { label: string; help?: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden="true">
        {props.label}
      </span>
      {props.help && <p className={styles.help}>{props.help}</p>}
      {props.children}
    </div>
  );
}
