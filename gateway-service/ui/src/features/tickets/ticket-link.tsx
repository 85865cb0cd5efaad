import { Link, useSearch } from 'wouter';
import type { TicketRow } from '../../api/types';
import { t } from '../../lib/i18n';
import { href, paths } from '../../lib/paths';
import styles from './ticket-list.module.css';

export interface FromList {
  /** Query of the list that the ticket was opened from: the way back leads there. */
  list: string;
}

/** A real link with the subject as its name; its click area is the whole row. */
export function TicketLink({ ticket }: { ticket: TicketRow }) {
  const search = useSearch();
  return (
    <Link
      href={href(paths.ticket, { id: ticket.id })}
      state={{ list: search && `?${search}` } satisfies FromList}
      className={styles.link}
      data-row
    >
      <bdi>{ticket.subject || t('ticket.noSubject')}</bdi>
    </Link>
  );
}
