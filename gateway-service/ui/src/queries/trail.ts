import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TicketMail } from '../api/types';
import { api, dataOf } from '../lib/http';
import { may } from '../lib/session';
import { keys } from './keys';
import { useMe } from './me';
import { readAll } from './pages';
import { live } from './refresher';

/** Each mail in and out of a ticket, oldest first; for staff. */
export function useMail(ticket: number) {
  return useQuery({
    queryKey: keys.mail(ticket),
    queryFn: ({ signal }) =>
      readAll((query) =>
        dataOf(
          api.GET('/api/v1/tickets/{ticket}/mail', { params: { path: { ticket }, query }, signal }),
        ),
      ),
    enabled: may(useMe(), 'ticket:read'),
    meta: live,
  });
}

/** Who changed what, oldest first; for staff. */
export function useHistory(ticket: number) {
  return useQuery({
    queryKey: keys.history(ticket),
    queryFn: async ({ signal }) =>
      (
        await dataOf(
          api.GET('/api/v1/tickets/{id}/history', { params: { path: { id: ticket } }, signal }),
        )
      ).items,
    enabled: may(useMe(), 'ticket:read'),
    meta: live,
  });
}

interface Retry {
  id: string;
  /** Where it goes instead. */
  to?: string;
}

export function useRetryMail(ticket: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, to }: Retry) =>
      api.POST('/api/v1/notifications/{id}/retry', { params: { path: { id } }, body: { to } }),
    onSuccess: (_, { id, to }) => {
      cache.setQueryData<TicketMail[]>(keys.mail(ticket), (old) =>
        old?.map((each) =>
          each.id === id ? { ...each, to: to ?? each.to, state: 'pending', reason: null } : each,
        ),
      );
      cache.invalidateQueries({ queryKey: keys.messages(ticket) });
    },
  });
}
