import { useQuery } from '@tanstack/react-query';
import type { Me } from '../api/types';
import { read } from './http';

export function useMe(): Me | undefined {
  const me = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => read<Me>('/me', signal),
    staleTime: 60_000,
  });
  return me.data;
}

/** Mirrors what the server decides anyway: a control that would answer 403 is not shown. */
export function may(me: Me | undefined, feature: string): boolean {
  return me?.role === 'super-admin' || (me?.role === 'admin' && me.features.includes(feature));
}
