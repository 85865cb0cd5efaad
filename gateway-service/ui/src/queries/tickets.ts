import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Page, Ticket, TicketChange, TicketRow } from '../api/types';
import { read, write } from '../lib/http';
import { pollEvery } from '../lib/polling';
import { isProblem } from '../lib/problem';
import { keys } from './keys';
import { apiQueryOf, type TicketFilter } from './ticket-filter';

export function useTicketList(filter: TicketFilter) {
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      read<Page<TicketRow>>(`/tickets?${apiQueryOf(filter, pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: (query) => pollEvery(query.state.data?.pages.length ?? 0),
  });
}

export function useTicket(id: number) {
  return useQuery({
    queryKey: keys.ticket(id),
    queryFn: ({ signal }) => read<Ticket>(`/tickets/${id}`, signal),
    refetchInterval: (query) => pollEvery(query.state.data ? 1 : 0),
  });
}

/** Changes a ticket on the version that was seen; when somebody was faster (412), theirs is fetched and shown. */
export function useChangeTicket(id: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ change, version }: { change: TicketChange; version: number }) =>
      write<Ticket | undefined>(`/tickets/${id}`, { method: 'PATCH', body: change, version }),
    onMutate: () => cache.cancelQueries({ queryKey: keys.ticket(id) }),
    onSuccess: (ticket) => {
      if (ticket) {
        cache.setQueryData<Ticket>(keys.ticket(id), (old) => ({ ...old, ...ticket }));
      } else {
        // Done, and not shown to this caller.
        cache.invalidateQueries({ queryKey: keys.ticket(id) });
      }
      cache.invalidateQueries({ queryKey: keys.lists });
    },
    onError: (error) =>
      isProblem(error, 412) ? cache.refetchQueries({ queryKey: keys.ticket(id) }) : undefined,
  });
}
