import { Link, useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { Ticket, TicketChange } from '../api/types';
import { Conversation } from '../features/conversation/conversation';
import { ChangeOutcome } from '../features/tickets/change-outcome';
import { StatusButton } from '../features/tickets/status-button';
import type { FromList } from '../features/tickets/ticket-link';
import { TicketProperties } from '../features/tickets/ticket-properties';
import { announce } from '../lib/announce';
import { t } from '../lib/i18n';
import { useOnline } from '../lib/online';
import { paths } from '../lib/paths';
import { isProblem } from '../lib/problem';
import { may } from '../lib/session';
import { useShortcut } from '../lib/shortcuts/use-shortcut';
import { useMe } from '../queries/me';
import { useChangeTicket, useTicket } from '../queries/tickets';
import { ErrorPanel } from '../ui/error-panel';
import { PageHeading } from '../ui/page-heading';
import { SkeletonRows } from '../ui/skeleton';
import { StaleNotice } from '../ui/stale-notice';
import { NotFound } from './parts/not-found';
import styles from './ticket.module.css';

/** What cannot be a number of a ticket is an address of nothing. */
export function TicketRoute({ id }: { id: string }) {
  return /^\d{1,15}$/.test(id) ? (
    <TicketPage id={Number(id)} />
  ) : (
    <NotFound>{t('notFound.page')}</NotFound>
  );
}

function TicketPage({ id }: { id: number }) {
  const query = useTicket(id);
  const [, navigate] = useLocation();
  const back = paths.tickets + (useHistoryState<FromList | null>()?.list ?? '');
  useShortcut('back', () => navigate(back));

  if (isProblem(query.error, 404)) {
    return <NotFound>{t('notFound.ticket', { id: String(id) })}</NotFound>;
  }
  const ticket = query.data;
  const subject = ticket ? ticket.subject || t('ticket.noSubject') : '';
  return (
    <>
      <Link href={back} className={styles.back}>
        ‹ {t('tickets.title')}
      </Link>
      <PageHeading title={subject ? `#${id} ${subject}` : t('ticket.title', { id: String(id) })}>
        <span className={styles.number}>#{id}</span> <bdi>{subject}</bdi>
      </PageHeading>
      {query.isRefetchError && (
        <StaleNotice since={query.dataUpdatedAt} onRetry={() => query.refetch()} />
      )}
      {ticket ? (
        <OpenTicket ticket={ticket} />
      ) : query.error ? (
        <ErrorPanel error={query.error} onRetry={() => query.refetch()} />
      ) : (
        <SkeletonRows label={t('ticket.loading')} rows={3} height={112} />
      )}
    </>
  );
}

function OpenTicket({ ticket }: { ticket: Ticket }) {
  const writable = may(useMe(), 'ticket:write');
  const online = useOnline();
  const saving = useChangeTicket(ticket.id);
  const wanted = saving.variables?.change;

  function change(change: TicketChange): void {
    if (writable && online && !saving.isPending) {
      saving.mutate(
        { change, version: ticket.version },
        { onSuccess: (saved) => announce(sentenceOf(change, saved ?? ticket)) },
      );
    }
  }
  const toggleStatus = () => change({ status: ticket.status === 'open' ? 'closed' : 'open' });
  useShortcut('toggle', toggleStatus);

  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        {saving.error && wanted && (
          <ChangeOutcome
            ticket={ticket}
            wanted={wanted}
            error={saving.error}
            onRetry={() => change(wanted)}
            onDismiss={() => saving.reset()}
          />
        )}
        <TicketProperties
          ticket={ticket}
          onPriority={writable ? (priority) => change({ priority }) : undefined}
          disabled={!online || saving.isPending}
        >
          {writable && (
            <StatusButton
              ticket={ticket}
              onClick={toggleStatus}
              loading={saving.isPending && wanted?.status !== undefined}
              disabled={!online}
            />
          )}
          {saving.isSuccess && wanted && (
            <p className={styles.done}>{sentenceOf(wanted, saving.data ?? ticket)}</p>
          )}
        </TicketProperties>
      </div>
      <Conversation ticket={ticket.id} />
    </div>
  );
}

function sentenceOf(change: TicketChange, { requester: { email } }: Ticket): string {
  if (change.priority) {
    return t('ticket.didPriority', { priority: t(`ticket.priority.${change.priority}`) });
  }
  return t(change.status === 'closed' ? 'ticket.didClose' : 'ticket.didReopen', { email });
}
