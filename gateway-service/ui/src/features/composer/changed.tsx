import type { Message, Ticket } from '../../api/types';
import { t } from '../../lib/i18n';
import { answersAt, nameOf } from '../../lib/person';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Draft } from './draft';
import { distinct, lastPublic, proposedCopies, publicAfter } from './recipients';

interface ChangedProps {
  ticket: Ticket;
  messages: Message[];
  draft: Draft;
  onChange: (fields: Partial<Draft>) => void;
}

/** What happened since the reply was begun: told beside it, and decided by its writer. */
export function Changed({ ticket, messages, draft, onChange }: ChangedProps) {
  const now = answersAt(ticket);
  const newer = publicAfter(messages, draft.seenThrough);
  const latest = lastPublic(messages);
  const missing = proposedCopies(messages, ticket.requester).filter(
    (each) => !draft.cc.includes(each),
  );
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
      {latest && newer.length > 0 && (
        <Notice
          tone="info"
          title={t('composer.newer', { count: newer.length, name: nameOf(latest.author) })}
          actions={
            <>
              <Button
                onClick={() => {
                  onChange({ seenThrough: latest.id });
                  document.getElementById(`message-${latest.id}`)?.focus();
                }}
              >
                {t('composer.showNewer')}
              </Button>
              {missing.length > 0 && (
                <Button onClick={() => onChange({ cc: distinct([...draft.cc, ...missing]) })}>
                  {t('composer.addCopies', { addresses: missing.join(', ') })}
                </Button>
              )}
            </>
          }
        />
      )}
    </>
  );
}
