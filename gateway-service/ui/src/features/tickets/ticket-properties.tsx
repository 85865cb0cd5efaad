import type { ReactNode } from 'react';
import type { Priority, Ticket } from '../../api/types';
import { duration } from '../../lib/format';
import { t } from '../../lib/i18n';
import { nameOf } from '../../lib/person';
import { Select } from '../../ui/select';
import { Instant } from '../../ui/time';
import { PriorityChip, StatusChip } from './chips';
import styles from './ticket-properties.module.css';

interface TicketPropertiesProps {
  ticket: Ticket;
  /** Missing for those who may only read. */
  onPriority?: (priority: Priority) => void;
  disabled: boolean;
  /** What changes the status. */
  children?: ReactNode;
}

const priorities = ['high', 'mid', 'low'] as const;

export function TicketProperties(props: TicketPropertiesProps) {
  const { ticket, onPriority, disabled, children } = props;
  return (
    <aside className={styles.panel} aria-label={t('ticket.properties')}>
      <dl className={styles.list}>
        <Property name={t('ticket.status')}>
          <StatusChip status={ticket.status} />
        </Property>
        <Property name={t('ticket.priority')}>
          {onPriority ? (
            <Select
              label={t('ticket.priority')}
              value={ticket.priority}
              options={priorities.map((value) => ({
                value,
                label: t(`ticket.priority.${value}`),
              }))}
              onChange={onPriority}
              disabled={disabled}
            />
          ) : (
            <PriorityChip priority={ticket.priority} />
          )}
        </Property>
        {ticket.status === 'open' && (
          <Property name={t('ticket.waitingOn')}>
            {t(`ticket.waitingOn.${ticket.waitingOn}`)}
          </Property>
        )}
        <Property name={t('ticket.received')}>
          <Instant at={ticket.requestTime} />
        </Property>
        <Closed ticket={ticket} />
        <Property name={t('ticket.requester')}>
          <Requester ticket={ticket} />
        </Property>
      </dl>
      {children}
    </aside>
  );
}

function Property({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.property}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Closed({ ticket }: { ticket: Ticket }) {
  if (!ticket.responseTime) {
    return <Property name={t('ticket.closedAt')}>{t('ticket.notYet')}</Property>;
  }
  const took = Date.parse(ticket.responseTime) - Date.parse(ticket.requestTime);
  return (
    <>
      <Property name={t('ticket.closedAt')}>
        <Instant at={ticket.responseTime} />
      </Property>
      <Property name={t('ticket.timeToClose')}>{duration(took)}</Property>
    </>
  );
}

function Requester({ ticket: { requester } }: { ticket: Ticket }) {
  const name = nameOf(requester);
  return (
    <>
      {name !== requester.email && <div dir="auto">{name}</div>}
      <div dir="ltr" className={styles.address}>
        {requester.email}
      </div>
      <div>{t('role.client')}</div>
      {requester.company && <div dir="auto">{requester.company.name}</div>}
    </>
  );
}
