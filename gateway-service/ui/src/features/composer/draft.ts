import type { Attachment } from '../../api/types';
import { Store } from '../../lib/store';

export type Mode = 'reply' | 'note';

/** What somebody is writing. A reply knows for whom and after what it was begun. */
export interface Draft {
  body: string;
  to: string;
  cc: string[];
  attachments: Attachment[];
  /** The last public message that its author has seen. */
  seenThrough: string | null;
  savedAt: string;
}

const prefix = 'frontdesk-draft:';
const longest = 7 * 24 * 3_600_000;

/**
 * One's draft of one kind for one ticket. It survives a reload and is the same in every tab of this browser; the server
 * keeps none yet.
 */
export class DraftStore extends Store<Draft | null> {
  readonly #key: string;

  constructor(key: string) {
    super(stored(key));
    this.#key = key;
  }

  override set(draft: Draft | null): void {
    super.set(draft);
    try {
      if (draft) {
        localStorage.setItem(this.#key, JSON.stringify(draft));
      } else {
        localStorage.removeItem(this.#key);
      }
    } catch {
      // storage is blocked or full: the draft lasts as long as the page
    }
  }

  /** Another tab has written it. */
  follow(): void {
    super.set(stored(this.#key));
  }
}

const drafts = new Map<string, DraftStore>();

export function draftOf(user: string, ticket: number, mode: Mode): DraftStore {
  const key = `${prefix}${user}:${ticket}:${mode}`;
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

/** Of what lies there any part may be missing: another version of this page may have written it. */
function stored(key: string): Draft | null {
  try {
    const draft: Partial<Draft> = JSON.parse(localStorage.getItem(key) ?? 'null') ?? {};
    if (typeof draft.body !== 'string' || !draft.savedAt || isOld(draft.savedAt)) {
      localStorage.removeItem(key);
      return null;
    }
    return {
      body: draft.body,
      to: draft.to ?? '',
      cc: draft.cc ?? [],
      attachments: draft.attachments ?? [],
      seenThrough: draft.seenThrough ?? null,
      savedAt: draft.savedAt,
    };
  } catch {
    return null;
  }
}

function isOld(savedAt: string): boolean {
  return !(Date.now() - Date.parse(savedAt) < longest);
}

/** Somebody's words, or a file: what would be a loss. */
export function isWorthKeeping(draft: Draft | null): draft is Draft {
  return draft !== null && (draft.body.trim() !== '' || draft.attachments.length > 0);
}
