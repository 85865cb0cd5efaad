import { useQuery } from '@tanstack/react-query';
import type { Me } from '../api/types';
import { read } from './http';
import { pollEvery } from './polling';

export function useMe(): Me | undefined {
  const me = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => read<Me>('/me', signal),
    // A right that was given or taken shows, and a session that has ended.
    refetchInterval: () => pollEvery(1),
    staleTime: 60_000,
  });
  return me.data;
}

/** Mirrors what the server decides anyway: a control that would answer 403 is not shown. */
export function may(me: Me | undefined, feature: string): boolean {
  return me?.role === 'super-admin' || (me?.role === 'admin' && me.features.includes(feature));
}
