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

export interface NamedId {
  id: string;
  name: string;
}

export interface Person {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  company: NamedId | null;
}

/** Somebody of the directory; `active` is false for who was deactivated. */
export interface User extends Person {
  active: boolean;
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
  company: NamedId | null;
  project: NamedId | null;
  task: NamedId | null;
  waitingOn: 'staff' | 'client';
  source: 'mail' | 'web' | 'api';
  version: number;
  tags: string[];
  active: boolean;
}

export interface Ticket extends TicketRow {
  message: string;
  /** The ticket that the mail names which opened this one. */
  possibleFollowUpOf: number | null;
  /** Where the requester wants mail, if not at their own address. */
  answerTo: string | null;
}

export interface Attachment {
  id: string;
  filename: string;
  contentType: string;
  size: number;
  /** Whether the message's HTML shows it. */
  inline: boolean;
}

export type DeliveryState = 'held' | 'pending' | 'sent' | 'failed' | 'suppressed';

/** What became of a reply. */
export interface Delivery {
  state: DeliveryState;
  reason: string | null;
}

export type PlacedBy =
  | 'signed-reply-address'
  | 'signed-message-id'
  | 'stored-message-id'
  | 'subject-id'
  | 'answered'
  | 'thread-index'
  | 'new'
  | 'stranger'
  | 'unproven'
  | 'deleted-ticket';

/** A mail of a ticket: why one came in came here, and what became of one that went out. */
export interface TicketMail {
  id: string;
  direction: 'in' | 'out';
  at: string;
  message: string | null;
  messageId: string | null;
  from: string | null;
  classification: 'person' | 'auto-reply' | 'bounce' | 'list' | 'loop' | null;
  placedBy: PlacedBy | null;
  proof: 'proven' | 'none' | 'failed' | null;
  verified: boolean | null;
  possibleFollowUpOf: number | null;
  to: string | null;
  kind: string | null;
  state: DeliveryState | null;
  reason: string | null;
}

/** `before` and `after` are ids where the field holds a reference. */
export interface HistoryEntry {
  at: string;
  actor: Pick<Person, 'id' | 'email' | 'firstName' | 'lastName'> | null;
  route: string;
  field: string;
  before: string | null;
  after: string | null;
}

export interface Message {
  id: string;
  kind: 'client' | 'reply' | 'note';
  author: Person;
  body: string;
  /** Whether the mail says more than its author wrote, such as what it quotes. */
  hasQuoted: boolean;
  hasHtml: boolean;
  cc: string[];
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
  subject?: string;
  assignee?: string | null;
  project?: string | null;
  task?: string | null;
  tags?: string[];
  requester?: { id?: string; email?: string };
}

export interface NewMessage {
  kind: 'reply' | 'note';
  body: string;
  cc?: string[];
  attachments?: string[];
  close?: boolean;
  /** The last public message that its author has seen. */
  seenThrough?: string;
}
