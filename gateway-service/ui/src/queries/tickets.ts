import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewTicket, Status, Ticket, TicketChange } from '../api/types';
import { api, dataOf, ifMatch } from '../lib/http';
import { isProblem } from '../lib/problem';
import { keys } from './keys';
import { live } from './refresher';
import { apiQueryOf, type TicketFilter } from './ticket-filter';

export function useTicketList(filter: TicketFilter) {
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/tickets', { params: { query: apiQueryOf(filter, pageParam) }, signal }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    meta: live,
  });
}

/** The newest of somebody's. */
export function useTicketsOf(requester: string, narrowed: { status?: Status; limit: number }) {
  return useQuery({
    queryKey: keys.ofRequester(requester, narrowed),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/tickets', {
          params: { query: { requester, sort: '-requestTime', ...narrowed } },
          signal,
        }),
      ),
  });
}

export function useTicket(id: number) {
  return useQuery({
    queryKey: keys.ticket(id),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })),
    meta: live,
  });
}

/** A change in the words of the API, and what the ticket looks like once it is made. */
export interface Wish {
  change: TicketChange;
  shows: Partial<Ticket>;
}

/**
 * Changes a ticket on the version that is shown. It looks changed at once, and as before again if that fails; when
 * somebody was faster (412), theirs is fetched and shown. One after the other, so that a change never loses to one's own.
 */
export function useChangeTicket(id: number) {
  const cache = useQueryClient();
  const key = keys.ticket(id);
  const shown = () => cache.getQueryData<Ticket>(key);
  return useMutation({
    mutationKey: key,
    scope: { id: `ticket-${id}` },
    mutationFn: ({ change }: Wish) =>
      dataOf<Ticket | undefined>(
        api.PATCH('/api/v1/tickets/{id}', {
          params: { path: { id }, header: ifMatch(shown()?.version) },
          body: change,
        }),
      ),
    onMutate: async ({ shows }) => {
      await cache.cancelQueries({ queryKey: key });
      const before = shown();
      cache.setQueryData<Ticket>(key, (old) => old && { ...old, ...shows });
      return before && pick(before, Object.keys(shows) as (keyof Ticket)[]);
    },
    onSuccess: (ticket) => {
      if (ticket) {
        cache.setQueryData<Ticket>(key, (old) => ({ ...old, ...ticket }));
      } else {
        // Done, and not shown to this caller.
        cache.invalidateQueries({ queryKey: key });
      }
      cache.invalidateQueries({ queryKey: keys.lists });
      cache.invalidateQueries({ queryKey: keys.history(id) });
    },
    onError: (error, _, before) => {
      cache.setQueryData<Ticket>(key, (old) => old && { ...old, ...before });
      return isProblem(error, 412) ? cache.refetchQueries({ queryKey: keys.all(id) }) : undefined;
    },
  });
}

function pick(ticket: Ticket, fields: (keyof Ticket)[]): Partial<Ticket> {
  return Object.fromEntries(fields.map((field) => [field, ticket[field]]));
}

/** Raises a ticket; the same key raises no second one, however often it is tried. */
export function useRaiseTicket() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ ticket, key }: { ticket: NewTicket; key: string }) =>
      dataOf(
        api.POST('/api/v1/tickets', {
          params: { header: { 'Idempotency-Key': key } },
          body: ticket,
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.lists }),
  });
}
