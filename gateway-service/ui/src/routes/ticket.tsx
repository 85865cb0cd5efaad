import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { Ticket } from '../api/types';
import { Conversation } from '../features/conversation/conversation';
import { PriorityChip, StatusChip } from '../features/tickets/chips';
import { WhoIsHere } from '../features/tickets/presence';
import { ChangeOutcome } from '../features/tickets/properties/change-outcome';
import { RequesterCard } from '../features/tickets/properties/requester-card';
import { TicketProperties } from '../features/tickets/properties/ticket-properties';
import { useTicketChange } from '../features/tickets/properties/use-ticket-change';
import { wish } from '../features/tickets/properties/wishes';
import type { FromList } from '../features/tickets/ticket-link';
import { HistoryPanel } from '../features/trail/history-panel';
import { MailPanel } from '../features/trail/mail-panel';
import { t } from '../lib/i18n';
import { href, paths } from '../lib/paths';
import { isProblem } from '../lib/problem';
import { may } from '../lib/session';
import { useShortcut } from '../lib/shortcuts/use-shortcut';
import { useMe } from '../queries/me';
import { useBePresent } from '../queries/presence';
import { useTicket } from '../queries/tickets';
import { Disclosure } from '../ui/disclosure';
import { ErrorPanel } from '../ui/error-panel';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { SkeletonRows } from '../ui/skeleton';
import { StaleNotice } from '../ui/stale-notice';
import { useNarrow } from '../ui/use-narrow';
import { Answering } from './parts/answering';
import { Closing } from './parts/closing';
import { NotFound } from './parts/not-found';
import styles from './ticket.module.css';

/** What cannot be a number of a ticket is an address of nothing. */
export function TicketRoute({ id }: { id: string }) {
  if (!/^\d{1,15}$/.test(id)) {
    return <NotFound>{t('notFound.page')}</NotFound>;
  }
  return <TicketPage key={id} id={Number(id)} />;
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
      {ticket && <WhoIsHere ticket={id} />}
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
  const me = useMe();
  const staff = may(me, 'ticket:read');
  const narrow = useNarrow();
  const { change, disabled, failure, done, dismiss } = useTicketChange(ticket);
  const toggleStatus = () => change?.(wish.status(ticket.status === 'open' ? 'closed' : 'open'));
  useShortcut('take', () => me && change?.(wish.assignee({ ...me, company: null })));

  return (
    <div className={styles.columns}>
      <aside className={styles.side} aria-label={t('ticket.properties')}>
        {failure && (
          <ChangeOutcome
            ticket={ticket}
            failure={failure}
            onRetry={() => change?.(failure.wish)}
            onDismiss={dismiss}
          />
        )}
        <Folded when={narrow} ticket={ticket}>
          <TicketProperties ticket={ticket} onChange={change} disabled={disabled} staff={staff}>
            {me && change && (
              <Closing ticket={ticket} me={me} onToggle={toggleStatus} disabled={disabled} />
            )}
            {done && <p className={styles.done}>{done}</p>}
          </TicketProperties>
          <RequesterCard
            ticket={ticket}
            onChange={change && ((named) => change(wish.requester(named)))}
            disabled={disabled}
          />
          {staff && (
            <>
              <MailPanel ticket={ticket.id} />
              <HistoryPanel ticket={ticket.id} />
            </>
          )}
        </Folded>
      </aside>
      <div className={styles.main}>
        {ticket.possibleFollowUpOf && <PossibleFollowUp of={ticket.possibleFollowUpOf} />}
        {me && change ? <Answering ticket={ticket} me={me} /> : <Reading ticket={ticket.id} />}
      </div>
    </div>
  );
}

function Reading({ ticket }: { ticket: number }) {
  useBePresent(ticket, false);
  return <Conversation ticket={ticket} held={() => null} />;
}

interface FoldedProps {
  when: boolean;
  ticket: Ticket;
  children: ReactNode;
}

/** Where there is room for one column, what one reads comes first. */
function Folded({ when, ticket, children }: FoldedProps) {
  if (!when) {
    return children;
  }
  return (
    <Disclosure
      summary={
        <span className={styles.summary}>
          {t('ticket.properties')} <StatusChip status={ticket.status} />{' '}
          <PriorityChip priority={ticket.priority} />
        </span>
      }
    >
      <div className={styles.side}>{children}</div>
    </Disclosure>
  );
}

function PossibleFollowUp({ of }: { of: number }) {
  return (
    <Notice tone="info" title={t('ticket.followUp')}>
      <Link href={href(paths.ticket, { id: of })}>{t('ticket.title', { id: String(of) })}</Link>
    </Notice>
  );
}
