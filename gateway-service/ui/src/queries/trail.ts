import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HistoryEntry, TicketMail } from '../api/types';
import { read, write } from '../lib/http';
import { may } from '../lib/session';
import { keys } from './keys';
import { useMe } from './me';
import { readAll } from './pages';
import { live } from './refresh';

/** Each mail in and out of a ticket, oldest first; for staff. */
export function useMail(ticket: number) {
  return useQuery({
    queryKey: keys.mail(ticket),
    queryFn: ({ signal }) => readAll<TicketMail>(`/tickets/${ticket}/mail`, signal),
    enabled: may(useMe(), 'ticket:read'),
    meta: live,
  });
}

/** Who changed what, oldest first; for staff. */
export function useHistory(ticket: number) {
  return useQuery({
    queryKey: keys.history(ticket),
    queryFn: async ({ signal }) =>
      (await read<{ items: HistoryEntry[] }>(`/tickets/${ticket}/history`, signal)).items,
    enabled: may(useMe(), 'ticket:read'),
    meta: live,
  });
}

export function useRetryMail(ticket: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (mail: TicketMail) =>
      write(`/notifications/${encodeURIComponent(mail.id)}/retry`, { method: 'POST' }),
    onSuccess: (_, mail) => {
      cache.setQueryData<TicketMail[]>(keys.mail(ticket), (old) =>
        old?.map((each) =>
          each.id === mail.id ? { ...each, state: 'pending', reason: null } : each,
        ),
      );
      cache.invalidateQueries({ queryKey: keys.messages(ticket) });
    },
  });
}
