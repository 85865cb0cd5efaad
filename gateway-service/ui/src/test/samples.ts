import type { HistoryEntry, Me, Message, Page, Person, Ticket, TicketMail } from '../api/types';

export const alice: Me = {
  id: 'u-alice',
  email: 'alice@frontdesk.test',
  firstName: 'Alice',
  lastName: 'Lund',
  company: null,
  role: 'admin',
  features: ['ticket:read', 'ticket:write'],
  language: null,
  signature: null,
  preferences: {
    timeZone: null,
    theme: 'system',
    density: 'comfortable',
    shortcuts: true,
    undoDelay: null,
    afterSend: 'stay',
    mails: { newTicket: false, clientReplied: true, assigned: true },
  },
};

export const dora: Person = {
  id: 'u-dora',
  email: 'dora@example.org',
  firstName: '',
  lastName: '',
  company: null,
};

export const anna: Person = {
  id: 'u-anna',
  email: 'anna@acme.example',
  firstName: 'Anna',
  lastName: 'Berg',
  company: { id: 'c-acme', name: 'Acme' },
};

export function aTicket(fields: Partial<Ticket> = {}): Ticket {
  return {
    id: 2233444,
    subject: 'Printer on fire',
    requester: dora,
    status: 'open',
    priority: 'mid',
    requestTime: '2026-11-20T09:00:00Z',
    responseTime: null,
    assignee: null,
    company: null,
    project: null,
    task: null,
    waitingOn: 'staff',
    source: 'mail',
    version: 3,
    tags: [],
    active: true,
    message: 'It is smoking.',
    possibleFollowUpOf: null,
    answerTo: null,
    quiet: false,
    proposed: { to: (fields.requester ?? dora).email, cc: [] },
    ...fields,
  };
}

export function aMessage(fields: Partial<Message> = {}): Message {
  return {
    id: 'm-1',
    kind: 'client',
    author: dora,
    body: 'It is smoking.',
    hasQuoted: false,
    hasHtml: false,
    cc: [],
    attachments: [],
    sentAt: '2026-11-20T09:00:00Z',
    heldUntil: null,
    delivery: null,
    verified: true,
    closing: null,
    ...fields,
  };
}

export function aPage<T>(items: T[], fields: Partial<Page<T>> = {}): Page<T> {
  return { items, nextCursor: null, total: items.length, ...fields };
}

export function aMail(fields: Partial<TicketMail> = {}): TicketMail {
  return {
    id: 'n-1',
    direction: 'out',
    at: '2026-11-20T09:00:01Z',
    message: null,
    messageId: null,
    from: null,
    classification: null,
    placedBy: null,
    proof: null,
    verified: null,
    possibleFollowUpOf: null,
    to: 'dora@example.org',
    kind: 'created',
    state: 'sent',
    reason: null,
    ...fields,
  };
}

export function aChange(fields: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    at: '2026-11-20T09:30:00Z',
    actor: { id: 'u-maria', email: 'maria@frontdesk.test', firstName: 'Maria', lastName: 'Roy' },
    route: 'web',
    field: 'priority',
    before: 'mid',
    after: 'high',
    ...fields,
  };
}
