import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Message, Page, TicketMail } from '../api/types';
import { read, readText, write } from '../lib/http';
import { pollEvery } from '../lib/polling';
import { keys } from './keys';

/** Oldest first. */
export function useMessages(ticket: number) {
  return useInfiniteQuery({
    queryKey: keys.messages(ticket),
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : '';
      return read<Page<Message>>(`/tickets/${ticket}/messages${cursor}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: (query) => pollEvery(query.state.data?.pages.length ?? 0),
  });
}

/** All that a message says, with what its mail quotes; a message never changes. */
export function useWholeText(ticket: number, message: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.wholeText(ticket, message),
    queryFn: ({ signal }) =>
      readText(`/tickets/${ticket}/messages/${encodeURIComponent(message)}/text`, signal),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useFailedMails(ticket: number, enabled: boolean) {
  return useQuery({
    queryKey: keys.mail(ticket),
    queryFn: async ({ signal }) => {
      const failed: TicketMail[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Page<TicketMail> = await read(
          `/tickets/${ticket}/mail?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
          signal,
        );
        failed.push(...page.items.filter(({ state }) => state === 'failed'));
        cursor = page.nextCursor;
      }
      return failed;
    },
    enabled,
    refetchInterval: (query) => pollEvery(query.state.data ? 1 : 0),
  });
}

export function useRetryMail(ticket: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (mail: TicketMail) =>
      write(`/notifications/${encodeURIComponent(mail.id)}/retry`, { method: 'POST' }),
    onSuccess: (_, mail) => {
      cache.setQueryData<TicketMail[]>(keys.mail(ticket), (old) =>
        old?.filter(({ id }) => id !== mail.id),
      );
      cache.invalidateQueries({ queryKey: keys.messages(ticket) });
    },
  });
}
