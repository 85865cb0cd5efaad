import type { Ticket } from '../../api/types';
import { t } from '../../lib/i18n';
import { nameOf } from '../../lib/person';
import { Button } from '../../ui/button';
import styles from './composer.module.css';
import { type Draft, isWorthKeeping, type Mode } from './draft';
import { PreviewButton } from './preview-button';
import { proposedIn } from './recipients';

interface ActionsProps {
  ticket: Ticket;
  mode: Mode;
  draft: Draft;
  /** Why it cannot be sent; empty if it can. */
  why: string;
  sending: boolean;
  onSend: (close: boolean) => void;
  onDiscard: () => void;
}

export function Actions(props: ActionsProps) {
  const { ticket, mode, draft, why, sending, onSend, onDiscard } = props;
  const isReply = mode === 'reply';
  const closable = isReply && ticket.status === 'open';
  return (
    <footer className={styles.actions}>
      {why && isWorthKeeping(draft) && <span className={styles.quiet}>{why}</span>}
      <Button tone="quiet" onClick={onDiscard}>
        {t('composer.discard')}
      </Button>
      {isReply && <PreviewButton ticket={ticket} draft={draft} />}
      {closable && (
        <Button onClick={() => onSend(true)} disabled={why !== ''} loading={sending}>
          {t('composer.sendAndClose')}
        </Button>
      )}
      <Button tone="primary" onClick={() => onSend(false)} disabled={why !== ''} loading={sending}>
        {isReply ? sendLabel(ticket, draft) : t('composer.saveNote')}
      </Button>
      {closable && <span className={styles.tells}>{t('composer.sendAndClose.tells')}</span>}
    </footer>
  );
}

/** Whom the mail goes to, on the button that sends it. */
function sendLabel(ticket: Ticket, { to, cc }: Draft): string {
  const name = proposedIn(ticket).to === to ? nameOf(ticket.requester) : to;
  return cc.length === 0
    ? t('composer.send', { name })
    : t('composer.sendMany', { name, count: cc.length });
}
