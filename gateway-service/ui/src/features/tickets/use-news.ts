import { useEffect, useRef } from 'react';
import type { TicketRow } from '../../api/types';
import { announce } from '../../lib/announce';
import { t } from '../../lib/i18n';
import { calm } from './calm-rows';

const atMostEvery = 10_000;

/** Tells screen readers how many tickets have come to the list: one sentence now and then, and never one a row. */
export function useNews(rows: TicketRow[] | undefined): void {
  const known = useRef(rows);
  const quietUntil = useRef(0);
  const ids = rows?.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the array is another one each time, what is in it is not
  useEffect(() => {
    const count = rows && known.current ? calm(known.current, rows).waiting : 0;
    if (count === 0) {
      known.current = rows;
      return;
    }
    const timer = setTimeout(() => {
      announce(t('tickets.arrived', { count }));
      known.current = rows;
      quietUntil.current = Date.now() + atMostEvery;
    }, quietUntil.current - Date.now());
    return () => clearTimeout(timer);
  }, [ids]);
}
