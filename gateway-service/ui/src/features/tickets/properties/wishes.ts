import type { NamedId, Person, Priority, Status, Ticket } from '../../../api/types';
import { t } from '../../../lib/i18n';
import { nameOf } from '../../../lib/person';
import type { Wish } from '../../../queries/tickets';
import type { NamedRequester } from './requester-picker';

/** Each change that a person can make to a ticket. */
export const wish = {
  status: (status: Status): Wish => ({
    change: { status },
    shows: { status, ...(status === 'open' ? { responseTime: null } : {}) },
  }),
  priority: (priority: Priority): Wish => ({ change: { priority }, shows: { priority } }),
  assignee: (assignee: Person | null): Wish => ({
    change: { assignee: assignee?.id ?? null },
    shows: { assignee },
  }),
  /** A task belongs to a project, and goes with it. */
  project: (project: NamedId | null): Wish => ({
    change: { project: project?.id ?? null, task: null },
    shows: { project, task: null },
  }),
  task: (task: NamedId | null): Wish => ({ change: { task: task?.id ?? null }, shows: { task } }),
  tags: (tags: string[]): Wish => ({ change: { tags }, shows: { tags } }),
  requester: (named: NamedRequester): Wish => ({
    change: { requester: named },
    shows: {},
  }),
};

/** What somebody is told once it is saved. */
export function sentenceOf({ change, shows }: Wish, ticket: Ticket): string {
  const email = ticket.requester.email;
  if (change.status) {
    return t(change.status === 'closed' ? 'ticket.didClose' : 'ticket.didReopen', { email });
  }
  if (change.requester) {
    return t('ticket.didRequester', { email });
  }
  const [field] = Object.keys(shows) as (keyof Ticket)[];
  return field ? t('ticket.did', { change: inWords(field, ticket) }) : '';
}

/** "Priority: High" */
export function inWords(field: keyof Ticket, ticket: Partial<Ticket>): string {
  return `${t(`ticket.${field as Shown}`)}: ${wordFor(field as Shown, ticket)}`;
}

type Shown = 'status' | 'priority' | 'assignee' | 'project' | 'task' | 'tags';

function wordFor(field: Shown, ticket: Partial<Ticket>): string {
  switch (field) {
    case 'status':
      return t(`ticket.status.${ticket.status ?? 'open'}`);
    case 'priority':
      return t(`ticket.priority.${ticket.priority ?? 'mid'}`);
    case 'assignee':
      return ticket.assignee ? nameOf(ticket.assignee) : t('ticket.nobody');
    case 'project':
      return ticket.project?.name ?? t('ticket.none');
    case 'task':
      return ticket.task?.name ?? t('ticket.none');
    case 'tags':
      return ticket.tags?.join(', ') || t('ticket.none');
  }
}

/** The fields of a ticket that a wish is about, as far as they can be said. */
export function fieldsOf({ shows }: Wish): (keyof Ticket)[] {
  return (Object.keys(shows) as (keyof Ticket)[]).filter((field) => field !== 'responseTime');
}
