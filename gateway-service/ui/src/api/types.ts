/** The shapes of /api/v1, by hand until schema.d.ts is generated from the services' OpenAPI. */
export type Role = 'super-admin' | 'admin' | 'client';
export type Status = 'open' | 'closed';
export type Priority = 'high' | 'mid' | 'low';

export interface Me {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  features: string[];
}

export interface Person {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  company: { id: string; name: string } | null;
}

export interface TicketRow {
  id: number;
  subject: string;
  requester: Person;
  status: Status;
  priority: Priority;
  requestTime: string;
  responseTime: string | null;
  assignee: Person | null;
  waitingOn: 'staff' | 'client';
  source: 'mail' | 'web' | 'api';
  version: number;
  tags: string[];
  active: boolean;
}

export interface Ticket extends TicketRow {
  message: string;
}

export interface Attachment {
  id: string;
  filename: string;
  contentType: string;
  size: number;
}

export type DeliveryState = 'held' | 'pending' | 'sent' | 'failed' | 'suppressed';

/** What became of a reply. */
export interface Delivery {
  state: DeliveryState;
  reason: string | null;
}

export type MailKind = 'created' | 'status-changed' | 'reply' | 'assigned' | 'client-replied';

/** A mail of a ticket; `to`, `kind`, `state` and `reason` are of those that went out. */
export interface TicketMail {
  id: string;
  direction: 'in' | 'out';
  to: string | null;
  kind: MailKind | null;
  state: DeliveryState | null;
  reason: string | null;
}

export interface Message {
  id: string;
  kind: 'client' | 'reply' | 'note';
  author: Person;
  body: string;
  /** Whether the mail says more than its author wrote, such as what it quotes. */
  hasQuoted: boolean;
  hasHtml: boolean;
  attachments: Attachment[];
  sentAt: string;
  heldUntil: string | null;
  delivery: Delivery | null;
  /** Whether it is its author's: false where only the From of a mail says so. */
  verified: boolean;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
}

export interface TicketChange {
  status?: Status;
  priority?: Priority;
}
