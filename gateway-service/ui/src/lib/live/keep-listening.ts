import type { EventSourceMessage } from 'eventsource-parser';
import { listen, NoStream } from './listen';

/** The server breaks each silence after 15 s. */
const longestSilence = 40_000;
const shortestPause = 1_000;
const longestPause = 30_000;
/** A stream that lasted so long was a good one: what comes next begins with short pauses again. */
const provenAfter = 10_000;

export interface Listener {
  /** Of the last event that this browser knows; empty if it knows none. */
  lastEventId: () => string;
  onOpen: () => void;
  onSound: () => void;
  onEvent: (event: EventSourceMessage) => void;
  /** There is no stream, and another attempt will follow. */
  onGone: () => void;
  onSessionEnd: () => void;
}

/** Listens for as long as the signal lasts, stream after stream; ends earlier only with the session. */
export async function keepListening(listener: Listener, stop: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stop.aborted) {
    const stream = new OneStream(listener);
    const end = await stream.run(stop);
    if (stop.aborted) {
      return;
    }
    if (end instanceof NoStream && end.status === 401) {
      listener.onSessionEnd();
      return;
    }
    if (end !== 'ended') {
      listener.onGone();
    }
    failures = stream.isProven() ? 0 : failures + 1;
    const asked = end instanceof NoStream ? end.retryAfter : stream.retry;
    await pause(Math.max(asked, backOff(failures)), stop);
  }
}

/** Doubles from one second to thirty; of that, half is jitter. */
function backOff(failures: number): number {
  const most = Math.min(longestPause, shortestPause * 2 ** failures);
  return (most * (1 + Math.random())) / 2;
}

class OneStream {
  retry = shortestPause;
  readonly #listener: Listener;
  readonly #cut = new AbortController();
  #openedAt = Number.POSITIVE_INFINITY;
  #heardAt = Date.now();
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  isProven(): boolean {
    return Date.now() - this.#openedAt >= provenAfter;
  }

  /** `ended` if the server let us go, and else what was wrong. */
  async run(stop: AbortSignal): Promise<unknown> {
    const over = new AbortController();
    const cut = () => this.#cut.abort();
    stop.addEventListener('abort', cut, { signal: over.signal });
    // Whatever is open was opened on another network.
    addEventListener('online', cut, { signal: over.signal });
    whenVisible(() => this.#cutIfSilent(), over.signal);
    this.#heard();
    try {
      await listen(this.#listener.lastEventId(), this.#ears(), this.#cut.signal);
      return 'ended';
    } catch (error) {
      return error;
    } finally {
      over.abort();
      clearTimeout(this.#watchdog);
    }
  }

  #ears() {
    return {
      onOpen: () => {
        this.#openedAt = Date.now();
        this.#heard();
        this.#listener.onOpen();
      },
      onSound: () => {
        this.#heard();
        this.#listener.onSound();
      },
      onEvent: this.#listener.onEvent,
      onRetry: (millis: number) => {
        this.retry = Math.min(longestPause, millis);
      },
    };
  }

  #heard(): void {
    this.#heardAt = Date.now();
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#cut.abort(), longestSilence);
  }

  /** Timers stand still while the machine sleeps. */
  #cutIfSilent(): void {
    if (Date.now() - this.#heardAt >= longestSilence) {
      this.#cut.abort();
    }
  }
}

function whenVisible(act: () => void, signal: AbortSignal): void {
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && act(),
    { signal },
  );
}

/** Until so long has passed, or earlier when the network or the reader is back; without a network, until there is one. */
function pause(millis: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const goOn = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = setTimeout(() => navigator.onLine && goOn(), millis);
    addEventListener('online', goOn, { signal: over.signal });
    whenVisible(goOn, over.signal);
    stop.addEventListener('abort', goOn, { signal: over.signal });
  });
}
