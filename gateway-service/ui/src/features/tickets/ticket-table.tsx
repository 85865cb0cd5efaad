import type { TicketRow } from '../../api/types';
import { duration } from '../../lib/format';
import { t } from '../../lib/i18n';
import type { TicketFilter } from '../../queries/ticket-filter';
import { VisuallyHidden } from '../../ui/parts';
import { Age } from '../../ui/time';
import { PriorityChip, StatusChip } from './chips';
import { PresenceMark } from './presence';
import { RequesterLines } from './requester';
import { TicketLink } from './ticket-link';
import styles from './ticket-list.module.css';

interface TicketTableProps {
  rows: (TicketRow & { gone?: boolean })[];
  sort: TicketFilter['sort'];
  onSort: (sort: TicketFilter['sort']) => void;
}

export function TicketTable({ rows, sort, onSort }: TicketTableProps) {
  const newestFirst = sort === 'newest';
  return (
    <table className={styles.table} aria-label={t('tickets.heading')}>
      <thead>
        <tr>
          <th className={styles.id}>{t('ticket.id')}</th>
          <th>{t('ticket.subject')}</th>
          <th className={styles.requester}>{t('ticket.requester')}</th>
          <th className={styles.chipColumn}>{t('ticket.status')}</th>
          <th className={styles.chipColumn}>{t('ticket.priority')}</th>
          <th className={styles.when} aria-sort={newestFirst ? 'descending' : 'ascending'}>
            <button
              type="button"
              className={styles.sort}
              onClick={() => onSort(newestFirst ? 'oldest' : 'newest')}
            >
              {t('ticket.received')} <span aria-hidden="true">{newestFirst ? '▾' : '▴'}</span>
            </button>
          </th>
          <th className={styles.when}>{t('ticket.closedAt')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((ticket) => (
          <Row key={ticket.id} ticket={ticket} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ ticket }: { ticket: TicketRow & { gone?: boolean } }) {
  return (
    <tr className={ticket.gone ? styles.gone : undefined}>
      <td className={styles.number}>#{ticket.id}</td>
      <td>
        <TicketLink ticket={ticket} /> <PresenceMark ticket={ticket.id} />
        {ticket.gone && <p className={styles.second}>{t('tickets.gone')}</p>}
      </td>
      <td>
        <RequesterLines requester={ticket.requester} />
      </td>
      <td>
        <StatusChip status={ticket.status} />
      </td>
      <td>
        <PriorityChip priority={ticket.priority} />
      </td>
      <td>
        <Age at={ticket.requestTime} />
      </td>
      <td>
        <ClosedAt ticket={ticket} />
      </td>
    </tr>
  );
}

function ClosedAt({ ticket }: { ticket: TicketRow }) {
  if (!ticket.responseTime) {
    return (
      <>
        <span aria-hidden="true" className={styles.second}>
          –
        </span>
        <VisuallyHidden>{t('ticket.notYet')}</VisuallyHidden>
      </>
    );
  }
  const took = Date.parse(ticket.responseTime) - Date.parse(ticket.requestTime);
  return (
    <>
      <Age at={ticket.responseTime} />
      <div className={styles.second}>{t('ticket.afterDuration', { duration: duration(took) })}</div>
    </>
  );
}
