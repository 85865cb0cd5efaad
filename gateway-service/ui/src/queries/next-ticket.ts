import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { Page, TicketRow } from '../api/types';
import { keys } from './keys';

/** Finds the ticket below another one in the list that was shown last; undefined where there is none. */
export function useNextTicket(): (ticket: number) => number | undefined {
  const cache = useQueryClient();
  return (ticket) =>
    cache
      .getQueryCache()
      .findAll({ queryKey: keys.lists })
      .sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt)
      .map(({ state }) => rowsOf(state.data))
      .filter((rows) => rows.some(({ id }) => id === ticket))
      .map((rows) => rows[rows.findIndex(({ id }) => id === ticket) + 1]?.id)[0];
}

function rowsOf(data: unknown): TicketRow[] {
  const list = data as Partial<InfiniteData<Page<TicketRow>>> | undefined;
  return list?.pages?.flatMap((page) => page.items) ?? [];
}
