import type { Attachment, DraftToSave, SavedDraft } from '../../api/types';
import { type Draft, isWorthKeeping } from './draft';
import { joined } from './words';

/** What the server is to have of a draft. */
export function contentOf(draft: Draft): DraftToSave {
  return {
    body: draft.body,
    html: draft.html,
    to: draft.to || null,
    cc: draft.cc,
    attachments: draft.attachments.map(({ id }) => id),
    seenThrough: draft.seenThrough,
    idempotencyKey: draft.key,
  };
}

/** Equal for what is the same. */
export function textOf(content: DraftToSave): string {
  return JSON.stringify(content);
}

function textOfSaved({ body, html, to, cc, attachments, seenThrough, idempotencyKey }: SavedDraft) {
  const ids = attachments.map(({ id }) => id);
  return textOf({ body, html, to, cc, attachments: ids, seenThrough, idempotencyKey });
}

/** As the server has it. */
export function taken(there: SavedDraft): Draft {
  return {
    body: there.body,
    html: there.html,
    to: there.to ?? '',
    cc: there.cc,
    shownCopies: null,
    attachments: there.attachments,
    named: [],
    seenThrough: there.seenThrough,
    savedAt: there.savedAt,
    key: there.idempotencyKey,
    base: there.version,
    unsaved: false,
    sending: null,
    other: null,
    outlived: false,
  };
}

/**
 * What becomes of the draft here when the server tells of the one there. Words that only this browser has are never
 * replaced: they go on from what is there where that is known to come from here, else their writer is shown both.
 */
export function reconciled(here: Draft | null, there: SavedDraft | null): Draft | null {
  if (!there) {
    return withoutAny(here);
  }
  if (!here) {
    return taken(there);
  }
  if (here.base !== null && there.version <= here.base) {
    return here;
  }
  if (!here.unsaved || !isWorthKeeping(here) || textOfSaved(there) === textOf(contentOf(here))) {
    return taken(there);
  }
  return textOfSaved(there) === here.sending
    ? { ...here, base: there.version, sending: null }
    : { ...here, other: there };
}

/** What was saved and is there no longer was sent or discarded elsewhere. */
function withoutAny(here: Draft | null): Draft | null {
  if (!here || here.base === null) {
    return here;
  }
  return here.unsaved && isWorthKeeping(here) ? outlived(here) : null;
}

/** What was written beyond what was sent or discarded elsewhere: the beginning of another message. */
export function outlived(draft: Draft): Draft {
  return {
    ...draft,
    shownCopies: null,
    key: crypto.randomUUID(),
    base: null,
    unsaved: true,
    sending: null,
    other: null,
    outlived: true,
  };
}

/** After the server took `sent`: perhaps there is more here by now. */
export function afterSave(here: Draft | null, sent: string, there: SavedDraft): Draft | null {
  if (!here || here.key !== there.idempotencyKey) {
    return here;
  }
  return textOf(contentOf(here)) === sent
    ? { ...here, base: there.version, unsaved: false, sending: null, savedAt: there.savedAt }
    : { ...here, base: there.version, sending: null };
}

/** Each word of both, once, and each file. */
export function together(here: Draft, there: SavedDraft): Draft {
  return {
    ...here,
    ...joined(here, there),
    attachments: filesOf(here, there),
    base: there.version,
    unsaved: true,
    other: null,
  };
}

/** The files of both, each once. */
export function filesOf(...all: { attachments: Attachment[] }[]): Attachment[] {
  const files = all.flatMap(({ attachments }) => attachments);
  return [...new Map(files.map((file) => [file.id, file])).values()];
}
