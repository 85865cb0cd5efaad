import { type ReactNode, useId } from 'react';
import { t } from '../../lib/i18n';
import { reasonOf } from '../../ui/error-panel';
import { Notice } from '../../ui/notice';
import styles from './account.module.css';
import type { Saving } from './use-saving';

interface SectionProps {
  title: string;
  saving?: Saving;
  children: ReactNode;
}

export function Section({ title, saving, children }: SectionProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <header className={styles.head}>
        <h2 id={heading}>{title}</h2>
        {saving && (
          <p role="status" className={styles.saved}>
            {saving.pending ? t('profile.saving') : saving.saved && t('profile.saved')}
          </p>
        )}
      </header>
      {saving?.error && (
        <Notice tone="danger" title={t('profile.notSaved')}>
          {reasonOf(saving.error)}
        </Notice>
      )}
      {children}
    </section>
  );
}

/** Each input names itself; this is the word above it for who sees it. */
export function Row(props: { label: string; help?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label} aria-hidden="true">
        {props.label}
      </span>
      {props.children}
      {props.help && <p className={styles.help}>{props.help}</p>}
    </div>
  );
}
