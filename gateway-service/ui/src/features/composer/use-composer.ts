import { useEffect, useState } from 'react';
import type { Message, Ticket } from '../../api/types';
import { answersAt } from '../../lib/person';
import { useStore } from '../../lib/store';
import { type Draft, type DraftStore, draftOf, isWorthKeeping, type Mode } from './draft';
import { lastPublic, proposedCopies } from './recipients';

/** Which composer is open, and what is in it. */
export function useComposer(user: string, ticket: Ticket, messages: Message[]) {
  const reply = draftOf(user, ticket.id, 'reply');
  const note = draftOf(user, ticket.id, 'note');
  const drafts = { reply: useStore(reply), note: useStore(note) };
  const [mode, setMode] = useState<Mode | null>(() => latestOf(drafts));

  // The same draft was sent, or thrown away, in another window: here it must not be written on as if it had not been.
  const gone = mode !== null && drafts[mode] === null;
  useEffect(() => {
    if (gone) {
      setMode(null);
    }
  }, [gone]);

  function open(wanted: Mode): void {
    const store = storeOf(wanted);
    if (!isWorthKeeping(store.get())) {
      store.set(begun(ticket, messages));
    }
    setMode(wanted);
  }

  function storeOf(of: Mode): DraftStore {
    return of === 'reply' ? reply : note;
  }

  return { user, mode, drafts, open, close: () => setMode(null), storeOf };
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
  return {
    body: '',
    to: answersAt(ticket),
    cc: proposedCopies(messages, ticket.requester),
    attachments: [],
    seenThrough: lastPublic(messages)?.id ?? null,
    savedAt: new Date().toISOString(),
  };
}
