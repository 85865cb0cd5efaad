import type { TicketFilter } from './ticket-filter';

/** What the cache holds is found by these alone, so that whoever changes something knows all that shows it. */
export const keys = {
  me: ['me'] as const,
  lists: ['tickets'] as const,
  list: (filter: TicketFilter) => [...keys.lists, filter] as const,
  ofRequester: (requester: string, narrowed: object) =>
    [...keys.lists, { requester, ...narrowed }] as const,
  /** All that there is of a ticket. */
  all: (ticket: number) => ['ticket', ticket] as const,
  ticket: (ticket: number) => [...keys.all(ticket), 'itself'] as const,
  messages: (ticket: number) => [...keys.all(ticket), 'messages'] as const,
  wholeText: (ticket: number, message: string) =>
    [...keys.all(ticket), 'whole-text', message] as const,
  source: (ticket: number, message: string) => [...keys.all(ticket), 'source', message] as const,
  mail: (ticket: number) => [...keys.all(ticket), 'mail'] as const,
  /** Who of the staff is at which ticket. */
  presence: ['presence'] as const,
  preview: (reply: { ticketId: number }) =>
    [...keys.all(reply.ticketId), 'preview', reply] as const,
  draft: (ticket: number, kind: string) => [...keys.all(ticket), 'draft', kind] as const,
  history: (ticket: number) => [...keys.all(ticket), 'history'] as const,
  cannedReplies: (search: object) => ['canned-replies', search] as const,
  users: (search: object) => ['users', search] as const,
  projects: (search: object) => ['projects', search] as const,
  tasks: (search: object) => ['tasks', search] as const,
};
