import { type FormEvent, useState } from 'react';
import { t } from '../../../lib/i18n';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import styles from './tags.module.css';

interface TagsProps {
  tags: string[];
  /** Missing for those who may only read. */
  onChange?: (tags: string[]) => void;
  disabled: boolean;
}

/** As many, and as long, as the server takes. */
const most = 20;
const longest = 50;

export function Tags({ tags, onChange, disabled }: TagsProps) {
  const [typed, setTyped] = useState('');

  function add(event: FormEvent): void {
    event.preventDefault();
    const tag = typed.trim();
    if (tag && !tags.includes(tag)) {
      onChange?.([...tags, tag]);
    }
    setTyped('');
  }

  return (
    <>
      {tags.length > 0 && (
        <ul className={styles.tags} aria-label={t('ticket.tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <bdi>{tag}</bdi>
              {onChange && (
                <button
                  type="button"
                  disabled={disabled}
                  aria-label={t('ticket.removeTag', { tag })}
                  onClick={() => onChange(tags.filter((each) => each !== tag))}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {tags.length === 0 && !onChange && t('ticket.none')}
      {onChange && tags.length < most && (
        <form className={styles.add} onSubmit={add}>
          <TextField
            label={t('ticket.addTag')}
            value={typed}
            onChange={setTyped}
            maxLength={longest}
            disabled={disabled}
          />
          {typed.trim() && <Button type="submit">{t('ticket.add')}</Button>}
        </form>
      )}
    </>
  );
}
