import { useState } from 'react';
import type { Me, Ticket } from '../../api/types';
import { draftOf, isWorthKeeping } from '../../features/composer/draft';
import { StatusButton } from '../../features/tickets/properties/status-button';
import { closeLabel } from '../../features/tickets/status-label';
import { t } from '../../lib/i18n';
import { useShortcut } from '../../lib/shortcuts/use-shortcut';
import { useStore } from '../../lib/store';
import { useMessages } from '../../queries/messages';
import { useMail } from '../../queries/trail';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

interface ClosingProps {
  ticket: Ticket;
  me: Me;
  onToggle: () => void;
  disabled: boolean;
}

/** Asks only where closing would leave something behind. */
export function Closing({ ticket, me, onToggle, disabled }: ClosingProps) {
  const [asking, setAsking] = useState(false);
  const draft = useStore(draftOf(me.id, ticket.id, 'reply'));
  const held = useMessages(ticket.id).data?.pages.some((page) =>
    page.items.some(({ heldUntil }) => heldUntil !== null),
  );
  const failed = useMail(ticket.id).data?.some(({ state }) => state === 'failed');
  const left = [
    ...(isWorthKeeping(draft) ? [t('ticket.left.draft')] : []),
    ...(held ? [t('ticket.left.held')] : []),
    ...(failed ? [t('ticket.left.failed')] : []),
  ];
  const toggle = () => (ticket.status === 'open' && left.length > 0 ? setAsking(true) : onToggle());
  useShortcut('toggle', toggle);
  return (
    <>
      <StatusButton ticket={ticket} onClick={toggle} disabled={disabled} />
      {asking && (
        <Dialog title={t('ticket.left')} onClose={() => setAsking(false)}>
          <ul>
            {left.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <Button
            onClick={() => {
              setAsking(false);
              onToggle();
            }}
          >
            {closeLabel(ticket)}
          </Button>
        </Dialog>
      )}
    </>
  );
}
