import type { Ticket, TicketChange } from '../../api/types';
import { t } from '../../lib/i18n';
import { isProblem } from '../../lib/problem';
import { Button } from '../../ui/button';
import { ErrorPanel } from '../../ui/error-panel';
import { Notice } from '../../ui/notice';

interface ChangeOutcomeProps {
  ticket: Ticket;
  wanted: TicketChange;
  error: unknown;
  onRetry: () => void;
  onDismiss: () => void;
}

/** Why a change was not saved, and the choice that this leaves. */
export function ChangeOutcome({ ticket, wanted, error, onRetry, onDismiss }: ChangeOutcomeProps) {
  if (!isProblem(error, 412)) {
    return <ErrorPanel title={t('ticket.changeFailed')} error={error} onRetry={onRetry} />;
  }
  const theirs = {
    status: t(`ticket.status.${ticket.status}`),
    priority: t(`ticket.priority.${ticket.priority}`),
  };
  if (alreadySo(ticket, wanted)) {
    return (
      <Notice
        tone="warning"
        title={t('ticket.conflict')}
        actions={<Button onClick={onDismiss}>{t('ticket.conflict.ok')}</Button>}
      >
        {t('ticket.conflict.same', theirs)}
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      title={t('ticket.conflict')}
      actions={
        <>
          <Button onClick={onDismiss}>{t('ticket.conflict.theirs')}</Button>
          <Button onClick={onRetry}>{t('ticket.conflict.mine')}</Button>
        </>
      }
    >
      {t('ticket.conflict.now', { ...theirs, wanted: inWords(wanted) })}
    </Notice>
  );
}

function alreadySo(ticket: Ticket, wanted: TicketChange): boolean {
  return (
    (wanted.status ?? ticket.status) === ticket.status &&
    (wanted.priority ?? ticket.priority) === ticket.priority
  );
}

function inWords({ status, priority }: TicketChange): string {
  if (status) {
    return `${t('ticket.status')}: ${t(`ticket.status.${status}`)}`;
  }
  return priority ? `${t('ticket.priority')}: ${t(`ticket.priority.${priority}`)}` : '';
}
