import type { Attachment, NamedId, NewTicket, Person, Priority } from '../../api/types';
import type { NamedRequester } from '../../features/tickets/properties/requester-picker';
import { Stored } from '../../lib/stored';

/** A ticket that somebody is writing down. */
export interface NewTicketDraft {
  /** With it the server makes one ticket of it, however often it is sent. */
  key: string;
  requester: { named: NamedRequester; shown: string } | null;
  subject: string;
  message: string;
  /** Whose the message is. */
  from: NonNullable<NewTicket['from']>;
  /** Whether the requester is mailed that there is a ticket. */
  confirm: boolean;
  priority: Priority;
  assignee: Person | null;
  project: NamedId | null;
  task: NamedId | null;
  attachments: Attachment[];
}

export function emptyDraft(): NewTicketDraft {
  return {
    key: crypto.randomUUID(),
    requester: null,
    subject: '',
    message: '',
    from: 'client',
    confirm: true,
    priority: 'mid',
    assignee: null,
    project: null,
    task: null,
    attachments: [],
  };
}

const drafts = new Map<string, Stored<NewTicketDraft>>();

/** Of one person in this browser. */
export function newTicketOf(user: string): Stored<NewTicketDraft> {
  const draft = drafts.get(user) ?? new Stored(`frontdesk-new-ticket:${user}`, draftIn);
  drafts.set(user, draft);
  return draft;
}

/** Of what lies there any part may be missing. */
function draftIn(found: unknown): NewTicketDraft {
  return { ...emptyDraft(), ...(found as Partial<NewTicketDraft> | null | undefined) };
}

export function isBegun({ subject, message, attachments }: NewTicketDraft): boolean {
  return subject.trim() !== '' || message.trim() !== '' || attachments.length > 0;
}
