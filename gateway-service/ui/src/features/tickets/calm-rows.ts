import { useState } from 'react';

interface Row {
  id: number;
}

export interface CalmRows<R extends Row> {
  rows: (R & { gone?: boolean })[];
  /** How many new rows wait to be shown. */
  waiting: number;
  hold: () => void;
  release: () => void;
  showNew: () => void;
}

/**
 * Rows that never move under a pointer or a focus. While held, what is on screen is updated in its place, what left the
 * list stays and says so, and what is new waits; rows that "Load more" added at the end come at once.
 */
export function useCalmRows<R extends Row>(latest: R[]): CalmRows<R> {
  const [held, setHeld] = useState<R[] | null>(null);
  return {
    ...(held ? calm(held, latest) : { rows: latest, waiting: 0 }),
    hold: () => setHeld((already) => already ?? latest),
    release: () => setHeld(null),
    showNew: () => setHeld(latest),
  };
}

export function calm<R extends Row>(held: R[], latest: R[]) {
  const known = new Set(held.map((row) => row.id));
  const fresh = new Map(latest.map((row) => [row.id, row]));
  const lastKnown = latest.findLastIndex((row) => known.has(row.id));
  const end = lastKnown < 0 ? latest.length : lastKnown;
  const unknown = (row: R) => !known.has(row.id);
  const inPlace: (R & { gone?: boolean })[] = held.map(
    (row) => fresh.get(row.id) ?? { ...row, gone: true },
  );
  return {
    rows: inPlace.concat(latest.slice(end + 1).filter(unknown)),
    waiting: latest.slice(0, end + 1).filter(unknown).length,
  };
}
