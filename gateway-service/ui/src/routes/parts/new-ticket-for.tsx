import { Link } from 'wouter';
import { RequesterPicker } from '../../features/tickets/properties/requester-picker';
import { t } from '../../lib/i18n';
import { href, paths } from '../../lib/paths';
import { useTicketsOf } from '../../queries/tickets';
import { Button } from '../../ui/button';
import { Field } from './field';
import styles from './new-ticket.module.css';
import type { NewTicketDraft } from './new-ticket-draft';

interface NewTicketForProps {
  draft: NewTicketDraft;
  onChange: (fields: Partial<NewTicketDraft>) => void;
}

/** Whom the ticket is for, and what of theirs is open: it may be about that. */
export function NewTicketFor({ draft: { requester }, onChange }: NewTicketForProps) {
  if (!requester) {
    return (
      <Field label={t('ticket.requester')}>
        <RequesterPicker
          label={t('newTicket.for')}
          onChange={(named, shown) => onChange({ requester: { named, shown } })}
          disabled={false}
        />
      </Field>
    );
  }
  return (
    <div className={styles.field}>
      <span className={styles.label}>{t('ticket.requester')}</span>
      <div className={styles.chosen}>
        <bdi>{requester.shown}</bdi>
        <Button tone="quiet" onClick={() => onChange({ requester: null })}>
          {t('newTicket.change')}
        </Button>
      </div>
      {'id' in requester.named && <OpenTickets requester={requester.named.id} />}
    </div>
  );
}

function OpenTickets({ requester }: { requester: string }) {
  const tickets = useTicketsOf(requester, { status: 'open', limit: 5 }).data;
  if (!tickets || tickets.items.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('newTicket.open', { count: tickets.total })} className={styles.open}>
      <p className={styles.help}>{t('newTicket.open', { count: tickets.total })}</p>
      <ul>
        {tickets.items.map(({ id, subject }) => (
          <li key={id}>
            <Link href={href(paths.ticket, { id })}>
              #{id} <bdi>{subject || t('ticket.noSubject')}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
