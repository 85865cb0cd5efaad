import type { Attachment, NamedId, Person, Priority } from '../../api/types';
import type { NamedRequester } from '../../features/tickets/properties/requester-picker';
import { Store } from '../../lib/store';

/** A ticket that somebody is writing down. */
export interface NewTicketDraft {
  /** With it the server makes one ticket of it, however often it is sent. */
  key: string;
  requester: { named: NamedRequester; shown: string } | null;
  subject: string;
  message: string;
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
    priority: 'mid',
    assignee: null,
    project: null,
    task: null,
    attachments: [],
  };
}

/** Of one person in this browser; survives a reload. */
class NewTicketStore extends Store<NewTicketDraft> {
  readonly #place: string;

  constructor(place: string) {
    super(stored(place));
    this.#place = place;
  }

  override set(draft: NewTicketDraft): void {
    super.set(draft);
    try {
      localStorage.setItem(this.#place, JSON.stringify(draft));
    } catch {
      // storage is blocked or full: the draft lasts as long as the page
    }
  }

  clear(): void {
    super.set(emptyDraft());
    try {
      localStorage.removeItem(this.#place);
    } catch {
      // nothing was stored
    }
  }
}

const stores = new Map<string, NewTicketStore>();

export function newTicketOf(user: string): NewTicketStore {
  const store = stores.get(user) ?? new NewTicketStore(`frontdesk-new-ticket:${user}`);
  stores.set(user, store);
  return store;
}

/** Of what lies there any part may be missing: another version of this page may have written it. */
function stored(place: string): NewTicketDraft {
  try {
    const draft: Partial<NewTicketDraft> = JSON.parse(localStorage.getItem(place) ?? '{}') ?? {};
    return { ...emptyDraft(), ...draft };
  } catch {
    return emptyDraft();
  }
}

export function isBegun({ subject, message, attachments }: NewTicketDraft): boolean {
  return subject.trim() !== '' || message.trim() !== '' || attachments.length > 0;
}
