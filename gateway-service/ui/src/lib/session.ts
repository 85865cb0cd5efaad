import type { Me } from '../api/types';

/** Mirrors what the server decides anyway: a control that would answer 403 is not shown. */
export function may(me: Me | undefined, feature: string): boolean {
  return me?.role === 'super-admin' || (me?.role === 'admin' && me.features.includes(feature));
}

/** Staff raise tickets for others, a client for themselves. */
export function mayRaise(me: Me | undefined): boolean {
  return me?.role === 'client' || may(me, 'ticket:write');
}
