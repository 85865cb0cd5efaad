import type { Message, Ticket } from '../../api/types';
import { t } from '../../lib/i18n';
import { nameOf } from '../../lib/person';
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
  const now = ticket.requester;
  const newer = publicAfter(messages, draft.seenThrough);
  const latest = lastPublic(messages);
  const missing = proposedCopies(messages, now).filter((each) => !draft.cc.includes(each));
  return (
    <>
      {draft.to !== now.email && (
        <Notice
          tone="warning"
          title={t('composer.requesterChanged', { before: draft.to, now: now.email })}
          actions={
            <Button onClick={() => onChange({ to: now.email })}>
              {t('composer.writeTo', { address: now.email })}
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
