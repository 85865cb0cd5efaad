import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { follow, liveness } from '../lib/live/follow';
import { may } from '../lib/session';
import { sessionEnded } from '../lib/session-end';
import { useStore } from '../lib/store';
import { useMe } from './me';
import { Refresher } from './refresher';

/** So long a page waits for a stream before it asks by itself, and then it asks so often. */
const pollAfter = 60_000;
const pollEvery = 30_000;

/** Keeps what is shown of live queries as it is at the server. Once, in the shell. */
export function useLive(): void {
  const cache = useQueryClient();
  const me = useMe();
  const ended = useStore(sessionEnded);
  const mayListen = (me?.role === 'client' || may(me, 'ticket:read')) && !ended;
  useEffect(() => {
    if (!mayListen) {
      return;
    }
    const stop = new AbortController();
    const refresher = new Refresher(cache, stop.signal);
    follow((event) => refresher.take(event), stop.signal);
    return () => stop.abort();
  }, [cache, mayListen]);

  const streams = useStore(liveness) === 'live';
  useEffect(() => {
    if (streams) {
      return;
    }
    const stop = new AbortController();
    const refresher = new Refresher(cache, stop.signal);
    const poll = () => {
      refresher.take({ type: 'resync' });
      timer = setTimeout(poll, pollEvery);
    };
    let timer = setTimeout(poll, pollAfter);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [cache, streams]);
}
