import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../lib/i18n';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import styles from './editor.module.css';
import { linkOf } from './rich-document';

interface LinkRowProps {
  /** Where the words lead now; empty if nowhere. */
  link: string;
  /** @param href null for nowhere */
  onLink: (href: string | null) => void;
}

/** Where chosen words lead. */
export function LinkRow({ link, onLink }: LinkRowProps) {
  const [typed, setTyped] = useState(link);
  const [error, setError] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function apply(): void {
    const href = linkOf(typed);
    if (href) {
      onLink(href);
    } else {
      setError(t('composer.format.noLink'));
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      apply();
    }
  }

  return (
    <div className={styles.link}>
      <TextField
        label={t('composer.format.address')}
        value={typed}
        onChange={setTyped}
        onKeyDown={onKeyDown}
        error={error}
        ref={field}
      />
      <Button onClick={apply}>{t('composer.format.apply')}</Button>
      {link && (
        <Button tone="quiet" onClick={() => onLink(null)}>
          {t('composer.format.unlink')}
        </Button>
      )}
    </div>
  );
}
