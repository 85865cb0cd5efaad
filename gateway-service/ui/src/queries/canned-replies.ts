import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../lib/http';
import { may } from '../lib/session';
import { keys } from './keys';
import { useMe } from './me';

/** More than these are found by a part of their name. */
const most = 50;

/** By name; those that are called something like this. */
export function useCannedReplies(q: string) {
  const allowed = may(useMe(), 'ticket:write');
  return useQuery({
    queryKey: keys.cannedReplies({ q }),
    queryFn: async ({ signal }) => {
      const query = { ...(q && { q }), limit: most };
      return (await dataOf(api.GET('/api/v1/canned-replies', { params: { query }, signal }))).items;
    },
    enabled: allowed,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
