import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, dataOf } from '../lib/http';
import { may } from '../lib/session';
import { keys } from './keys';
import { useMe } from './me';
import { live } from './refresher';

/** Said again well before the minute is over after which the server thinks that one is gone. */
const saidEvery = 25_000;

/** Others of the staff who have this ticket open, as far as one may know. */
export function usePresentAt(ticket: number) {
  const me = useMe();
  const { data } = useQuery({
    queryKey: keys.presence,
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/presence', { signal }))).items,
    enabled: may(me, 'ticket:read'),
    meta: live,
  });
  return (data ?? []).filter((each) => each.ticketId === ticket && each.person.id !== me?.id);
}

/** Tells the others that one has this ticket open, as long as it is looked at or answered. */
export function useBePresent(ticket: number, replying: boolean): void {
  const tells = may(useMe(), 'ticket:read');
  useEffect(() => {
    if (!tells) {
      return;
    }
    const leave = () => say(ticket, 'away');
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [ticket, tells]);

  useEffect(() => {
    if (!tells) {
      return;
    }
    const stay = () => {
      if (replying || !document.hidden) {
        say(ticket, replying ? 'replying' : 'viewing');
      }
    };
    stay();
    const timer = setInterval(stay, saidEvery);
    document.addEventListener('visibilitychange', stay);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', stay);
    };
  }, [ticket, tells, replying]);
}

/** Whether it was heard is not worth a word: it is said again. */
function say(ticket: number, state: 'viewing' | 'replying' | 'away'): void {
  api
    .POST('/api/v1/tickets/{ticket}/presence', {
      params: { path: { ticket } },
      body: { state },
      keepalive: state === 'away',
    })
    .catch(() => undefined);
}
