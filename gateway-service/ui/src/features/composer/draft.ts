import type { Attachment, SavedDraft } from '../../api/types';
import { draftPrefix } from '../../lib/draft-copies';
import { Stored } from '../../lib/stored';
import type { Words } from './words';

export type Mode = 'reply' | 'note';

/** What somebody is writing. A reply knows for whom and after what it was begun. */
export interface Draft extends Words {
  to: string;
  cc: string[];
  /** The copies that were proposed to its author; null where it was begun elsewhere. */
  shownCopies: string[] | null;
  attachments: Attachment[];
  /** How canned replies in it name the requester whom the ticket had then. */
  named: string[];
  /** The last public message that its author has seen. */
  seenThrough: string | null;
  savedAt: string;
  /** With it the server makes one message of it, however often it is sent. */
  key: string;
  /** Which version the server has; null while it has none. */
  base: number | null;
  /** Whether there is more here than the server has. */
  unsaved: boolean;
  /** What was last on its way to the server: without an answer, it is known there by this. */
  sending: string | null;
  /** What was saved elsewhere meanwhile; its writer says what becomes of the two. */
  other: SavedDraft | null;
  /** Whether what was saved of it was sent or discarded elsewhere. */
  outlived: boolean;
}

const longest = 7 * 24 * 3_600_000;

/** This browser's copy of one's draft of one kind for one ticket: for the seconds until the server has it, and offline. */
export class DraftStore extends Stored<Draft | null> {
  constructor(key: string) {
    super(key, draftIn);
    if (this.get() === null) {
      this.clear();
    }
  }

  override set(draft: Draft | null): void {
    if (draft) {
      super.set(draft);
    } else {
      this.clear();
    }
  }
}

const drafts = new Map<string, DraftStore>();

export function draftOf(user: string, ticket: number, mode: Mode): DraftStore {
  const key = `${draftPrefix}${user}:${ticket}:${mode}`;
  const known = drafts.get(key) ?? new DraftStore(key);
  drafts.set(key, known);
  return known;
}

addEventListener('storage', (event) => {
  if (event.key === null) {
    for (const draft of drafts.values()) {
      draft.follow();
    }
  } else {
    drafts.get(event.key)?.follow();
  }
});

/** Of what lies there any part may be missing. */
function draftIn(found: unknown): Draft | null {
  const draft = found as Partial<Draft> | null | undefined;
  if (typeof draft?.body !== 'string' || !draft.savedAt || isOld(draft.savedAt)) {
    return null;
  }
  return { ...emptyDraft(), ...draft };
}

function isOld(savedAt: string): boolean {
  return !(Date.now() - Date.parse(savedAt) < longest);
}

export function emptyDraft(): Draft {
  return {
    body: '',
    html: null,
    to: '',
    cc: [],
    shownCopies: null,
    attachments: [],
    named: [],
    seenThrough: null,
    savedAt: new Date().toISOString(),
    key: crypto.randomUUID(),
    base: null,
    unsaved: true,
    sending: null,
    other: null,
    outlived: false,
  };
}

/** What its mail is made of, shown or sent. */
export function partsOf({ body, html, cc, attachments }: Draft) {
  return {
    body,
    ...(html === null ? {} : { html }),
    cc,
    attachments: attachments.map(({ id }) => id),
  };
}

/** Somebody's words, or a file: what would be a loss. */
export function isWorthKeeping(draft: Draft | null): draft is Draft {
  return draft !== null && (draft.body.trim() !== '' || draft.attachments.length > 0);
}
