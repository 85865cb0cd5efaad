import { useEffect, useMemo } from 'react';
import { useOnline } from '../../lib/online';
import { Problem } from '../../lib/problem';
import { sessionEnded } from '../../lib/session-end';
import { useStore } from '../../lib/store';
import { useDraft, useDraftServer } from '../../queries/drafts';
import { type Draft, draftOf, type Mode } from './draft';
import { KeptDraft, type NotKept } from './kept-draft';

/** In ms, after the last change and after what went wrong. */
const idle = 1_000;
const breath = 10_000;

/** A draft is at the server a second after its writer paused, and when they leave. */
export function useKeptDraft(user: string, ticket: number, mode: Mode) {
  const server = useDraftServer(ticket, mode);
  const kept = useMemo(
    () => new KeptDraft(draftOf(user, ticket, mode), server),
    [user, ticket, mode, server],
  );
  const draft = useStore(kept.store);
  const notKept = useStore(kept.notKept);
  const { data: there, dataUpdatedAt: answered } = useDraft(ticket, mode);
  const online = useOnline();
  const ended = useStore(sessionEnded);

  useEffect(() => {
    if (answered > 0 && there !== undefined) {
      kept.meet(there);
    }
  }, [kept, there, answered]);

  useEffect(() => {
    if (draft?.unsaved && online && !ended && !isRefused(draft, notKept)) {
      const timer = setTimeout(() => kept.save(), notKept ? breath : idle);
      return () => clearTimeout(timer);
    }
  }, [kept, draft, online, ended, notKept]);

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') {
        kept.save(true);
      }
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      kept.save();
    };
  }, [kept]);

  return { kept, draft, notKept, restored: answered > 0 };
}

/** The same words would be refused again. */
function isRefused(draft: Draft, notKept: NotKept | null): boolean {
  const error = notKept?.error;
  return (
    notKept?.draft === draft &&
    error instanceof Problem &&
    [400, 403, 404, 422].includes(error.status)
  );
}
