import { type KeyboardEvent, useState } from 'react';
import { t } from '../../lib/i18n';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import styles from './composer.module.css';
import { addressesIn, distinct, isElsewhere } from './recipients';

interface RecipientFieldsProps {
  to: string;
  cc: string[];
  onCc: (cc: string[]) => void;
}

/** All of them, by address: nobody gets a mail whom the writer was not shown. */
export function RecipientFields({ to, cc, onCc }: RecipientFieldsProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState('');

  function add(): void {
    const found = addressesIn(typed);
    if (!found) {
      setError(t('composer.noAddress'));
      return;
    }
    setError('');
    setTyped('');
    onCc(distinct([...cc, ...found]));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      add();
    }
  }

  return (
    <dl className={styles.recipients}>
      <dt>{t('composer.to')}</dt>
      <dd dir="ltr">{to}</dd>
      <dt>{t('composer.cc')}</dt>
      <dd>
        {cc.length > 0 && (
          <ul className={styles.copies} aria-label={t('composer.cc')}>
            {cc.map((each) => (
              <li key={each} className={isElsewhere(each, to) ? styles.elsewhere : undefined}>
                <span dir="ltr">{each}</span>
                {isElsewhere(each, to) && <span>{t('composer.elsewhere')}</span>}
                <button
                  type="button"
                  aria-label={t('composer.removeCopy', { address: each })}
                  onClick={() => onCc(cc.filter((other) => other !== each))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        {cc.length > 3 && (
          <Button tone="quiet" onClick={() => onCc([])}>
            {t('composer.noCopies')}
          </Button>
        )}
        <div className={styles.addCopy}>
          <TextField
            label={t('composer.addCopy')}
            value={typed}
            onChange={setTyped}
            onKeyDown={onKeyDown}
            error={error}
          />
          {typed.trim() && <Button onClick={add}>{t('ticket.add')}</Button>}
        </div>
      </dd>
    </dl>
  );
}
