import type { Me, MeChange } from '../api/types';
import type { serve } from './server';

/** Keeps what one prefers as the server does: what is absent stays, null goes back to what it was at first. */
export function meRoutes(first: Me): Parameters<typeof serve>[0] {
  let me = first;
  return {
    'GET /me': () => ({ body: me }),
    'PATCH /me': ({ body }) => {
      const { preferences, ...rest } = body as MeChange;
      const { mails, ...chosen } = preferences ?? {};
      const kept = Object.entries(chosen).map(([field, value]) => [
        field,
        value ?? first.preferences[field as keyof Me['preferences']],
      ]);
      me = {
        ...me,
        ...rest,
        preferences: {
          ...me.preferences,
          ...Object.fromEntries(kept),
          mails: me.preferences.mails && { ...me.preferences.mails, ...mails },
        },
      };
      return { body: me };
    },
  };
}
