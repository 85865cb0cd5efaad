import { useState } from 'react';
import { Link } from 'wouter';
import type { Ticket, TicketRow } from '../../../api/types';
import { announce } from '../../../lib/announce';
import { t } from '../../../lib/i18n';
import { href, paths } from '../../../lib/paths';
import { nameOf } from '../../../lib/person';
import { may } from '../../../lib/session';
import { useMe } from '../../../queries/me';
import { useTicketsOf } from '../../../queries/tickets';
import { Button } from '../../../ui/button';
import { StatusChip } from '../chips';
import styles from './requester-card.module.css';
import { type NamedRequester, RequesterPicker } from './requester-picker';

interface RequesterCardProps {
  ticket: Ticket;
  /** Missing for those who may only read. */
  onChange?: (named: NamedRequester) => void;
  disabled: boolean;
}

/** Whom the ticket is for, and what else they wrote about. */
export function RequesterCard({ ticket, onChange, disabled }: RequesterCardProps) {
  const [changing, setChanging] = useState(false);
  const staff = may(useMe(), 'ticket:read');
  const { requester } = ticket;
  const name = nameOf(requester);
  return (
    <section className={styles.card} aria-label={t('ticket.requester')}>
      <h2>{t('ticket.requester')}</h2>
      {name !== requester.email && <div dir="auto">{name}</div>}
      <div className={styles.address}>
        <span dir="ltr">{requester.email}</span>
        <Button
          tone="quiet"
          onClick={() => copy(requester.email)}
          aria-label={t('ticket.copyAddress')}
        >
          {t('ticket.copy')}
        </Button>
      </div>
      {ticket.answerTo && <div>{t('ticket.answerTo', { address: ticket.answerTo })}</div>}
      <div>{t('role.client')}</div>
      {requester.company && <div dir="auto">{requester.company.name}</div>}
      {staff && <OtherTickets ticket={ticket} />}
      {onChange && !changing && (
        <div>
          <Button tone="quiet" onClick={() => setChanging(true)} disabled={disabled}>
            {t('ticket.changeRequester')}
          </Button>
        </div>
      )}
      {onChange && changing && (
        <RequesterPicker
          label={t('ticket.newRequester')}
          onChange={(named) => {
            setChanging(false);
            onChange(named);
          }}
          disabled={disabled}
        />
      )}
    </section>
  );
}

async function copy(address: string): Promise<void> {
  await navigator.clipboard.writeText(address);
  announce(t('ticket.copied', { address }));
}

function OtherTickets({ ticket: { id, requester } }: { ticket: Ticket }) {
  const tickets = useTicketsOf(requester.id, { limit: 6 }).data;
  const others = tickets?.items.filter((each) => each.id !== id).slice(0, 5) ?? [];
  if (others.length === 0) {
    return tickets && <p className={styles.quiet}>{t('ticket.noOthers')}</p>;
  }
  return (
    <>
      <p className={styles.quiet}>{t('ticket.others', { count: (tickets?.total ?? 1) - 1 })}</p>
      <ul className={styles.others}>
        {others.map((other) => (
          <Other key={other.id} ticket={other} />
        ))}
      </ul>
    </>
  );
}

function Other({ ticket }: { ticket: TicketRow }) {
  return (
    <li>
      <StatusChip status={ticket.status} />
      <Link href={href(paths.ticket, { id: ticket.id })}>
        #{ticket.id} <bdi>{ticket.subject || t('ticket.noSubject')}</bdi>
      </Link>
    </li>
  );
}
