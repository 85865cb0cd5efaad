import type { ReactNode } from 'react';
import type { Ticket } from '../../../api/types';
import { duration } from '../../../lib/format';
import { t } from '../../../lib/i18n';
import type { Wish } from '../../../queries/tickets';
import { Instant } from '../../../ui/time';
import { PriorityChip, StatusChip } from '../chips';
import { Assignee } from './assignee';
import { Project, Task } from './placing';
import { Priority } from './priority';
import { Tags } from './tags';
import styles from './ticket-properties.module.css';
import { wish } from './wishes';

interface TicketPropertiesProps {
  ticket: Ticket;
  /** Missing for those who may only read. */
  onChange?: (wish: Wish) => void;
  disabled: boolean;
  /** A client is shown less. */
  staff: boolean;
  /** What changes the status. */
  children?: ReactNode;
}

export function TicketProperties(props: TicketPropertiesProps) {
  const { ticket, onChange, disabled, staff, children } = props;
  const changing = <V,>(wished: (value: V) => Wish) =>
    onChange && ((value: V) => onChange(wished(value)));
  return (
    <div className={styles.panel}>
      <dl className={styles.list}>
        <Property name={t('ticket.status')}>
          <StatusChip status={ticket.status} />
        </Property>
        <Property name={t('ticket.priority')}>
          {onChange ? (
            <Priority
              value={ticket.priority}
              onChange={(priority) => onChange(wish.priority(priority))}
              disabled={disabled}
            />
          ) : (
            <PriorityChip priority={ticket.priority} />
          )}
        </Property>
        {staff && (
          <Property name={t('ticket.assignee')}>
            <Assignee ticket={ticket} onChange={changing(wish.assignee)} disabled={disabled} />
          </Property>
        )}
        <Property name={t('ticket.project')}>
          <Project value={ticket.project} onChange={changing(wish.project)} disabled={disabled} />
        </Property>
        {ticket.project && (
          <Property name={t('ticket.task')}>
            <Task
              key={ticket.project.id}
              project={ticket.project}
              value={ticket.task}
              onChange={changing(wish.task)}
              disabled={disabled}
            />
          </Property>
        )}
        {staff && (
          <Property name={t('ticket.tags')}>
            <Tags tags={ticket.tags} onChange={changing(wish.tags)} disabled={disabled} />
          </Property>
        )}
        {ticket.status === 'open' && (
          <Property name={t('ticket.waitingOn')}>
            {t(`ticket.waitingOn.${ticket.waitingOn}`)}
          </Property>
        )}
        <Property name={t('ticket.received')}>
          <Instant at={ticket.requestTime} />
        </Property>
        <Closed ticket={ticket} />
      </dl>
      {children}
    </div>
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
