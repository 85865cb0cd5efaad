import type { TicketRow } from '../../api/types';
import { t } from '../../lib/i18n';
import { Age } from '../../ui/time';
import { PriorityChip, StatusChip } from './chips';
import { PresenceMark } from './presence';
import { RequesterLines } from './requester';
import { TicketLink } from './ticket-link';
import styles from './ticket-list.module.css';

/** The table of a narrow screen. */
export function TicketCards({ rows }: { rows: (TicketRow & { gone?: boolean })[] }) {
  return (
    <ul className={styles.cards} aria-label={t('tickets.heading')}>
      {rows.map((ticket) => (
        <li key={ticket.id} className={`${styles.card} ${ticket.gone ? styles.gone : ''}`}>
          <TicketLink ticket={ticket} />
          <div>
            <RequesterLines requester={ticket.requester} />
          </div>
          <div className={styles.meta}>
            <StatusChip status={ticket.status} />
            <PriorityChip priority={ticket.priority} />
            <PresenceMark ticket={ticket.id} />
            <span className={styles.second}>
              #{ticket.id} · <Age at={ticket.requestTime} />
            </span>
          </div>
          {ticket.gone && <p className={styles.second}>{t('tickets.gone')}</p>}
        </li>
      ))}
    </ul>
  );
}
