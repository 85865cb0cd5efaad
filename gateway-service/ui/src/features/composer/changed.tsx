import type { Message, Ticket } from '../../api/types';
import { t } from '../../lib/i18n';
import { nameOf } from '../../lib/person';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ChangedCopies } from './changed-copies';
import type { Draft } from './draft';
import { lastPublic, proposedIn, publicAfter, shownCopies } from './recipients';

interface ChangedProps {
  ticket: Ticket;
  messages: Message[];
  draft: Draft;
  onChange: (fields: Partial<Draft>) => void;
}

/** What happened since the reply was begun: told beside it, and decided by its writer. */
export function Changed({ ticket, messages, draft, onChange }: ChangedProps) {
  const now = proposedIn(ticket).to;
  const newer = publicAfter(messages, draft.seenThrough);
  const latest = lastPublic(messages);
  return (
    <>
      {draft.to !== now && (
        <Notice
          tone="warning"
          title={t('composer.requesterChanged', { before: draft.to, now })}
          actions={
            <Button onClick={() => onChange({ to: now })}>
              {t('composer.writeTo', { address: now })}
            </Button>
          }
        />
      )}
      <ChangedCopies ticket={ticket} messages={messages} draft={draft} onChange={onChange} />
      {latest && newer.length > 0 && (
        <Notice
          tone="info"
          title={t('composer.newer', { count: newer.length, name: nameOf(latest.author) })}
          actions={
            <Button
              onClick={() => {
                const shown = shownCopies(draft, ticket, messages);
                onChange({ seenThrough: latest.id, shownCopies: shown });
                document.getElementById(`message-${latest.id}`)?.focus();
              }}
            >
              {t('composer.showNewer')}
            </Button>
          }
        />
      )}
    </>
  );
}
