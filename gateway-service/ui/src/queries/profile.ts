import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me, MeChange } from '../api/types';
import { api, dataOf } from '../lib/http';
import { keys } from './keys';

/** Changes what one prefers. It counts at once, and as before again if that fails; one after the other. */
export function useChangeMe() {
  const cache = useQueryClient();
  return useMutation({
    mutationKey: keys.me,
    scope: { id: 'me' },
    mutationFn: (change: MeChange) => dataOf(api.PATCH('/api/v1/me', { body: change })),
    onMutate: async (change) => {
      await cache.cancelQueries({ queryKey: keys.me });
      const before = cache.getQueryData<Me>(keys.me);
      cache.setQueryData<Me>(keys.me, before && changed(before, change));
      return before;
    },
    onSuccess: (me) => cache.setQueryData<Me>(keys.me, me),
    onError: (_error, _change, before) => cache.setQueryData<Me>(keys.me, before),
  });
}

/** As it will be. What goes back to what is usual, the server knows. */
function changed(me: Me, { language, signature, preferences }: MeChange): Me {
  const { mails, ...rest } = preferences ?? {};
  return {
    ...me,
    ...(language !== undefined && { language }),
    ...(signature !== undefined && { signature }),
    preferences: {
      ...me.preferences,
      ...(rest as Partial<Me['preferences']>),
      mails: me.preferences.mails && { ...me.preferences.mails, ...(mails as object | undefined) },
    },
  };
}
