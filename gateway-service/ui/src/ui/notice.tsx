import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  tone: 'danger' | 'warning' | 'info';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A message that stays in the page until its reason is gone. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div role={tone === 'info' ? 'status' : 'alert'} className={`${styles.notice} ${styles[tone]}`}>
      <p className={styles.title}>{title}</p>
      {children && <div>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
