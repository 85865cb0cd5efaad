import { useEffect, useMemo, useState } from 'react';
import type { Message, Ticket } from '../../api/types';
import { type Draft, emptyDraft, isWorthKeeping, type Mode } from './draft';
import type { KeptDraft } from './kept-draft';
import { lastPublic, proposedIn } from './recipients';
import { useKeptDraft } from './use-kept-draft';

/** In ms, for as long as a draft that was discarded can be brought back. */
const undoable = 10_000;

/** What became of a draft that is no longer there. */
export interface Past {
  mode: Mode;
  /** What its writer discarded here. */
  discarded: Draft | null;
  /** Whether it was sent from here, and no answer came. */
  tried: boolean;
}

/** Which composer is open, and what is in it. */
export function useComposer(user: string, ticket: Ticket, messages: Message[]) {
  const reply = useKeptDraft(user, ticket.id, 'reply');
  const note = useKeptDraft(user, ticket.id, 'note');
  const of = { reply, note };
  const kept = useMemo(() => ({ reply: reply.kept, note: note.kept }), [reply.kept, note.kept]);
  const drafts = { reply: reply.draft, note: note.draft };
  const [mode, setMode] = useState<Mode | null>(() => latestOf(drafts));
  const [past, setPast] = useState<Past | null>(null);

  // What was begun elsewhere is found open, as what was begun here is.
  const restored = reply.restored && note.restored;
  useEffect(() => {
    if (restored) {
      const found = latestOf({ reply: kept.reply.store.get(), note: kept.note.store.get() });
      setMode((open) => open ?? found);
    }
  }, [restored, kept]);

  // The same draft was sent, or thrown away, in another window: here it must not be written on as if it had not been.
  const gone = mode !== null && drafts[mode] === null;
  useEffect(() => {
    if (gone) {
      if (!kept[mode].answered) {
        setPast({ mode, discarded: null, tried: kept[mode].tried });
      }
      setMode(null);
    }
  }, [gone, mode, kept]);

  useEffect(() => {
    if (past?.discarded) {
      const timer = setTimeout(() => setPast(null), undoable);
      return () => clearTimeout(timer);
    }
  }, [past]);

  useSentAlready(kept.reply, sentBy(user, 'reply', reply.draft, messages));
  useSentAlready(kept.note, sentBy(user, 'note', note.draft, messages));

  function open(wanted: Mode): void {
    const { store } = kept[wanted];
    kept[wanted].tried = false;
    kept[wanted].answered = false;
    if (!isWorthKeeping(store.get())) {
      const blank = wanted === 'reply' ? begun(ticket, messages) : emptyDraft();
      // what the server has of it, though all of its words were taken out
      store.set({ ...blank, base: store.get()?.base ?? null });
    }
    setPast(null);
    setMode(wanted);
  }

  function discard(unwanted: Mode, draft: Draft): void {
    if (isWorthKeeping(draft)) {
      setPast({ mode: unwanted, discarded: draft, tried: false });
    }
    kept[unwanted].discard();
  }

  function bringBack(): void {
    if (past?.discarded) {
      kept[past.mode].bringBack(past.discarded);
      setMode(past.mode);
      setPast(null);
    }
  }

  const close = () => setMode(null);
  return { user, mode, past, of, open, close, discard, bringBack };
}

/** What another window of the same person sent turns up in the conversation: it is the beginning of nothing else. */
function sentBy(user: string, mode: Mode, draft: Draft | null, messages: Message[]): boolean {
  return (
    draft?.outlived === true &&
    messages.some(
      ({ author, kind, body }) => author.id === user && kind === mode && body === draft.body,
    )
  );
}

function useSentAlready(kept: KeptDraft, sent: boolean): void {
  useEffect(() => {
    if (sent) {
      kept.discard();
    }
  }, [kept, sent]);
}

function latestOf({ reply, note }: Record<Mode, Draft | null>): Mode | null {
  const kept = [
    ...(isWorthKeeping(reply) ? [{ mode: 'reply' as const, at: reply.savedAt }] : []),
    ...(isWorthKeeping(note) ? [{ mode: 'note' as const, at: note.savedAt }] : []),
  ];
  return kept.sort((one, other) => other.at.localeCompare(one.at))[0]?.mode ?? null;
}

/** As proposed; what happens to the ticket from now on is told beside it, and changes nothing in it. */
function begun(ticket: Ticket, messages: Message[]): Draft {
  const { to, cc } = proposedIn(ticket);
  return {
    ...emptyDraft(),
    to,
    cc,
    shownCopies: cc,
    seenThrough: lastPublic(messages)?.id ?? null,
  };
}
