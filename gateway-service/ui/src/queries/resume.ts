import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Me } from '../api/types';
import { api, dataOf } from '../lib/http';
import { onLoggedIn } from '../lib/logged-in';
import { resumeSession } from '../lib/session-end';
import { keys } from './keys';

/** A page goes on with the new session of the same person. What it shows is not for anybody else. */
export function useResume(): void {
  const cache = useQueryClient();
  useEffect(
    () =>
      onLoggedIn(async () => {
        const before = cache.getQueryData<Me>(keys.me);
        const now = await dataOf(api.GET('/api/v1/me')).catch(() => undefined);
        if (now && before && now.id !== before.id) {
          location.reload();
        } else if (now) {
          resumeSession();
          cache.setQueryData(keys.me, now);
          cache.invalidateQueries();
        }
      }),
    [cache],
  );
}
