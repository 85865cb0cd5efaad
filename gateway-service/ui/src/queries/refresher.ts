import {
  focusManager,
  hashKey,
  type Query,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import type { LiveEvent } from '../lib/live/events';
import { sessionEnded } from '../lib/session-end';
import { sleep } from '../lib/sleep';
import { keys } from './keys';

/** So long events are collected before anything is asked for. */
const coalesced = 250;
/** A round is followed by a rest of so many times its length: the slower the server, the less it is asked. */
const restsPerRound = 4;

/** For queries whose answer changes without this page's doing. */
export const live = { live: true };

/**
 * Asks again for what live queries show of what an event tells of: at once for what is on a visible page, and for the rest
 * when it is next shown. What has no answer yet is left alone, so that an error panel and its "Try again" stand still; what
 * is being asked for or changed is asked for afterwards, for that answer may be from before the event.
 */
export class Refresher {
  readonly #cache: QueryClient;
  readonly #stop: AbortSignal;
  readonly #due = new Map<string, QueryKey>();
  #runs = false;

  constructor(cache: QueryClient, stop: AbortSignal) {
    this.#cache = cache;
    this.#stop = stop;
  }

  take(event: LiveEvent): void {
    for (const key of keysOf(event)) {
      this.#add(key);
    }
    if (!this.#runs) {
      this.#run();
    }
  }

  #add(key: QueryKey): void {
    this.#due.set(hashKey(key), key);
  }

  async #run(): Promise<void> {
    this.#runs = true;
    do {
      await sleep(coalesced);
      const began = Date.now();
      await this.#round();
      await sleep(restsPerRound * (Date.now() - began));
    } while (this.#due.size > 0 && !this.#stop.aborted);
    this.#runs = false;
  }

  async #round(): Promise<void> {
    if (this.#stop.aborted || sessionEnded.get() || !navigator.onLine) {
      this.#due.clear();
      return;
    }
    const shown = this.#takeDue();
    const busy = shown.filter((query) => this.#isBusy(query));
    for (const query of busy) {
      this.#add(query.queryKey);
    }
    const idle = new Set(shown.filter((query) => !busy.includes(query)));
    await this.#cache.invalidateQueries({
      predicate: (query) => idle.has(query),
      refetchType: focusManager.isFocused() ? 'active' : 'none',
    });
  }

  #takeDue(): Query[] {
    const due = [...this.#due.values()];
    this.#due.clear();
    const found = due.flatMap((queryKey) =>
      this.#cache.getQueryCache().findAll({ queryKey, predicate: isLive }),
    );
    return [...new Set(found)];
  }

  #isBusy(query: Query): boolean {
    return (
      query.state.fetchStatus === 'fetching' ||
      this.#cache.isMutating({ mutationKey: query.queryKey }) > 0
    );
  }
}

function isLive({ meta, state }: Query): boolean {
  return meta?.live === true && (state.data !== undefined || state.fetchStatus === 'fetching');
}

function keysOf(event: LiveEvent): QueryKey[] {
  switch (event.type) {
    case 'resync':
      return [[]];
    case 'reopened':
      return [keys.me];
    case 'ticket.created':
      return [keys.lists];
    case 'ticket.updated':
    case 'ticket.deleted':
      return [keys.lists, keys.all(event.ticketId)];
    case 'message.created':
    case 'message.deleted':
      return [keys.all(event.ticketId)];
    case 'message.updated':
      return [keys.messages(event.ticketId), keys.mail(event.ticketId)];
    case 'mail.updated':
      return [keys.mail(event.ticketId)];
    case 'presence':
      return [keys.presence];
  }
}
