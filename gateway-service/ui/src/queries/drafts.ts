import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DraftToSave, SavedDraft } from '../api/types';
import { api, dataOf, ifMatch } from '../lib/http';
import { keys } from './keys';
import { live } from './refresher';

export type DraftKind = 'reply' | 'note';

/** One's own draft as the server has it; null while it has none. What it had on an earlier visit says nothing. */
export function useDraft(ticket: number, kind: DraftKind) {
  return useQuery({
    queryKey: keys.draft(ticket, kind),
    queryFn: ({ signal }) => read(ticket, kind, signal),
    gcTime: 0,
    meta: live,
  });
}

async function read(
  ticket: number,
  kind: DraftKind,
  signal?: AbortSignal,
): Promise<SavedDraft | null> {
  const draft = await dataOf<SavedDraft | undefined>(
    api.GET('/api/v1/tickets/{ticket}/drafts/{kind}', {
      params: { path: { ticket, kind } },
      ...(signal && { signal }),
    }),
  );
  return draft ?? null;
}

/** What can be done to one's own draft at the server. */
export function useDraftServer(ticket: number, kind: DraftKind) {
  const cache = useQueryClient();
  return useMemo(() => {
    const path = { ticket, kind };
    const queryKey = keys.draft(ticket, kind);
    const know = async (draft: SavedDraft | null) => {
      await cache.cancelQueries({ queryKey });
      if (cache.getQueryState(queryKey)) {
        cache.setQueryData(queryKey, draft);
      }
    };
    return {
      know,
      ask: async () => {
        const draft = await read(ticket, kind);
        await know(draft);
        return draft;
      },
      /** @param leaving whether it must outlive the page; then it can be of 64 KB only */
      save: (body: DraftToSave, base: number | null, leaving: boolean) =>
        dataOf<SavedDraft | undefined>(
          api.PUT('/api/v1/tickets/{ticket}/drafts/{kind}', {
            params: {
              path,
              header: base === null ? { 'If-None-Match': '*' } : ifMatch(base),
            },
            body,
            keepalive: leaving,
          }),
        ),
      remove: async (base: number) => {
        await api.DELETE('/api/v1/tickets/{ticket}/drafts/{kind}', {
          params: { path, header: ifMatch(base) },
        });
      },
    };
  }, [cache, ticket, kind]);
}
