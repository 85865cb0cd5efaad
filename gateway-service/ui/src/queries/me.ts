import { useQuery } from '@tanstack/react-query';
import type { Me } from '../api/types';
import { api, dataOf } from '../lib/http';
import { keys } from './keys';
import { live } from './refresher';

export function useMe(): Me | undefined {
  const me = useQuery({
    queryKey: keys.me,
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/me', { signal })),
    // A right that was given or taken shows, and a session that has ended.
    meta: live,
    staleTime: 60_000,
  });
  return me.data;
}
