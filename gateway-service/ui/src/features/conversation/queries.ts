import { useInfiniteQuery } from '@tanstack/react-query';
import type { Message, Page } from '../../api/types';
import { read } from '../../lib/http';
import { pollEvery } from '../../lib/polling';

/** Oldest first. */
export function useMessages(ticket: number) {
  return useInfiniteQuery({
    queryKey: ['messages', ticket],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : '';
      return read<Page<Message>>(`/tickets/${ticket}/messages${cursor}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: (query) => pollEvery(query.state.data?.pages.length ?? 0),
  });
}
