import type { Message, Ticket } from '../../api/types';
import { t } from '../../lib/i18n';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import styles from './composer.module.css';
import type { Draft } from './draft';
import { areSame, proposedIn, shownCopies, takenOver } from './recipients';

interface ChangedCopiesProps {
  ticket: Ticket;
  messages: Message[];
  draft: Draft;
  onChange: (fields: Partial<Draft>) => void;
}

/** Others would be proposed by now: nothing is sent until the writer of the reply has said what becomes of theirs. */
export function ChangedCopies({ ticket, messages, draft, onChange }: ChangedCopiesProps) {
  const shown = shownCopies(draft, ticket, messages);
  const now = proposedIn(ticket).cc;
  if (areSame(shown, now)) {
    return null;
  }
  return (
    <Notice
      tone="warning"
      title={t('composer.copiesChanged')}
      actions={
        <>
          <Button
            onClick={() => onChange({ cc: takenOver(draft.cc, shown, now), shownCopies: now })}
          >
            {t('composer.copiesChanged.take')}
          </Button>
          <Button onClick={() => onChange({ shownCopies: now })}>
            {t('composer.copiesChanged.keep')}
          </Button>
        </>
      }
    >
      <dl className={styles.proposals}>
        <dt>{t('composer.copiesChanged.shown')}</dt>
        <dd>{listed(shown)}</dd>
        <dt>{t('composer.copiesChanged.now')}</dt>
        <dd>{listed(now)}</dd>
      </dl>
    </Notice>
  );
}

function listed(addresses: string[]) {
  return addresses.length > 0 ? (
    <span dir="ltr">{addresses.join(', ')}</span>
  ) : (
    t('composer.copiesChanged.nobody')
  );
}
