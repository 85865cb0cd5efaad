import { useLocation, useSearch } from 'wouter';
import { useCalmRows } from '../features/tickets/calm-rows';
import { focusIsInList, focusRow } from '../features/tickets/list-focus';
import { NoTickets } from '../features/tickets/no-tickets';
import { TicketList } from '../features/tickets/ticket-list';
import { TicketToolbar } from '../features/tickets/ticket-toolbar';
import { useNews } from '../features/tickets/use-news';
import { t } from '../lib/i18n';
import { paths } from '../lib/paths';
import { useShortcut } from '../lib/shortcuts/use-shortcut';
import { filterOf, searchOf, type TicketFilter } from '../queries/ticket-filter';
import { useTicketList } from '../queries/tickets';
import { Button } from '../ui/button';
import { ErrorPanel } from '../ui/error-panel';
import { PageHeading } from '../ui/page-heading';
import { SkeletonRows } from '../ui/skeleton';
import { StaleNotice } from '../ui/stale-notice';
import styles from './tickets.module.css';

export function TicketsRoute() {
  const filter = filterOf(useSearch());
  const [, navigate] = useLocation();
  const setFilter = (wanted: TicketFilter) => navigate(paths.tickets + searchOf(wanted));

  return (
    <>
      <PageHeading title={t('tickets.title')}>{t('tickets.title')}</PageHeading>
      <Tickets key={searchOf(filter)} filter={filter} onFilter={setFilter} />
    </>
  );
}

interface TicketsProps {
  filter: TicketFilter;
  onFilter: (filter: TicketFilter) => void;
}

function Tickets({ filter, onFilter }: TicketsProps) {
  const list = useTicketList(filter);
  const rows = list.data?.pages.flatMap((page) => page.items);
  const calm = useCalmRows(rows ?? []);
  useNews(rows);
  useShortcut('next', (event) => stepTo(1, event));
  useShortcut('previous', (event) => stepTo(-1, event));
  useShortcut('showNew', calm.showNew);

  return (
    <>
      <TicketToolbar filter={filter} onFilter={onFilter} total={list.data?.pages[0]?.total} />
      {list.data ? (
        <div className={styles.stack}>
          {list.isRefetchError && (
            <StaleNotice since={list.dataUpdatedAt} onRetry={() => list.refetch()} />
          )}
          {calm.rows.length === 0 ? (
            <NoTickets
              status={filter.status}
              onClear={() => onFilter({ ...filter, status: 'all' })}
            />
          ) : (
            <TicketList
              calm={calm}
              sort={filter.sort}
              onSort={(sort) => onFilter({ ...filter, sort })}
            />
          )}
          {list.isFetchNextPageError && (
            <ErrorPanel
              title={t('tickets.moreFailed')}
              error={list.error}
              onRetry={() => list.fetchNextPage()}
            />
          )}
          {list.hasNextPage && !list.isFetchNextPageError && (
            <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
              {t('tickets.more')}
            </Button>
          )}
        </div>
      ) : list.error ? (
        <ErrorPanel error={list.error} onRetry={() => list.refetch()} />
      ) : (
        <SkeletonRows label={t('tickets.loading')} rows={8} height={52} />
      )}
    </>
  );
}

/** The arrow keys scroll the page unless the focus is in the list. */
function stepTo(step: 1 | -1, event: KeyboardEvent): boolean {
  return (!event.key.startsWith('Arrow') || focusIsInList()) && focusRow(step);
}
