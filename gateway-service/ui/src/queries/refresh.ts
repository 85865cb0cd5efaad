import { focusManager, type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionEnded } from '../lib/session-end';

const every = 5_000;
/** A list of many pages is asked for page by page: that takes longer breaths. */
const manyPages = 4;
const longBreath = 6;

/** For queries whose answer changes without this page's doing. */
export const live = { live: true };

/**
 * Until the server can push: what the visible page shows of live queries is asked for again. Once, in the shell. What has
 * no answer yet is left alone, so that an error panel and its "Try again" stand still; so is what is being changed.
 */
export function useRefresh(): void {
  const cache = useQueryClient();
  useEffect(() => {
    let breath = 0;
    const timer = setInterval(() => {
      breath++;
      if (!focusManager.isFocused() || !navigator.onLine || sessionEnded.get()) {
        return;
      }
      cache.refetchQueries(
        {
          type: 'active',
          predicate: (query) =>
            query.meta?.live === true &&
            query.state.data !== undefined &&
            (breath % longBreath === 0 || pagesOf(query) <= manyPages) &&
            cache.isMutating({ mutationKey: query.queryKey }) === 0,
        },
        { cancelRefetch: false },
      );
    }, every);
    return () => clearInterval(timer);
  }, [cache]);
}

function pagesOf({ state: { data } }: Query): number {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages)
    ? data.pages.length
    : 1;
}
