import { useState } from 'react';
import type { Ticket } from '../../../api/types';
import { announce } from '../../../lib/announce';
import { useOnline } from '../../../lib/online';
import { may } from '../../../lib/session';
import { useMe } from '../../../queries/me';
import { useChangeTicket, type Wish } from '../../../queries/tickets';
import { sentenceOf } from './wishes';

export interface Failure {
  wish: Wish;
  error: unknown;
}

/** Changes of one ticket by this person, and what became of the latest. */
export function useTicketChange(ticket: Ticket) {
  const writable = may(useMe(), 'ticket:write');
  const online = useOnline();
  const saving = useChangeTicket(ticket.id);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState('');

  async function change(wish: Wish): Promise<void> {
    if (!writable || !online) {
      return;
    }
    setFailure(null);
    setDone('');
    try {
      const saved = await saving.mutateAsync(wish);
      const sentence = sentenceOf(wish, saved ?? { ...ticket, ...wish.shows });
      setDone(sentence);
      announce(sentence);
    } catch (error) {
      setFailure({ wish, error });
    }
  }

  return {
    /** Missing for those who may only read. */
    change: writable ? change : undefined,
    disabled: !online,
    failure,
    done,
    dismiss: () => setFailure(null),
  };
}
