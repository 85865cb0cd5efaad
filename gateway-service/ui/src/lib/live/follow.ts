import type { EventSourceMessage } from 'eventsource-parser';
import { hear } from '../last-heard';
import { endSession, sessionEnded } from '../session-end';
import { sleep } from '../sleep';
import { Store } from '../store';
import { type LiveEvent, liveEventOf } from './events';
import { keepListening } from './keep-listening';
import { lead } from './lead';

/** Whether this browser has a stream. `off` until it is known, and for those who may have none. */
export type Liveness = 'off' | 'live' | 'gone';

export const liveness = new Store<Liveness>('off');

/** What tabs say to each other. */
type Word =
  | { say: 'hello' }
  | { say: 'state'; liveness: Liveness; lastEventId: string }
  | { say: 'event'; event: LiveEvent; lastEventId: string }
  | { say: 'session-over' };

/** The leader says something each time that it hears something, and after each attempt in vain: 30 s pause, 40 s silence. */
const patience = 75_000;
/** What the last leader said, be it that the session is over, may still be on its way when the lock is here. */
const handover = 100;

let current: Tab | undefined;

/** Tells of each event until the signal or the session ends. One tab of a browser listens and tells the others. */
export function follow(onEvent: (event: LiveEvent) => void, stop: AbortSignal): void {
  const tab = new Tab(onEvent);
  current = tab;
  stop.addEventListener('abort', () => tab.leave());
}

/** Ends the stream in every tab, each of which then says that the session is over; but not in this one. */
export function endEverywhere(): void {
  current?.endEverywhere();
}

class Tab {
  readonly #onEvent: (event: LiveEvent) => void;
  readonly #channel = new BroadcastChannel('frontdesk-live');
  readonly #over = new AbortController();
  readonly #leadership: { takeOver: () => void };
  readonly #unsubscribe: () => void;
  #leads = false;
  #joined = false;
  #lastEventId = '';
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(onEvent: (event: LiveEvent) => void) {
    this.#onEvent = onEvent;
    this.#channel.onmessage = ({ data }) => this.#hearWord(data);
    this.#unsubscribe = sessionEnded.subscribe(() => sessionEnded.get() && this.endEverywhere());
    this.#leadership = lead((term) => this.#lead(term), this.#over.signal);
    this.#say({ say: 'hello' });
    this.#bePatient();
  }

  leave(): void {
    this.#over.abort();
    clearTimeout(this.#patience);
    this.#unsubscribe();
    this.#channel.close();
    liveness.set('off');
  }

  endEverywhere(): void {
    if (!this.#over.signal.aborted) {
      this.#say({ say: 'session-over' });
      this.leave();
    }
  }

  async #lead(term: AbortSignal): Promise<void> {
    this.#leads = true;
    clearTimeout(this.#patience);
    await sleep(handover);
    await keepListening(
      {
        lastEventId: () => this.#lastEventId,
        onOpen: () => this.#opened(),
        onSound: () => this.#tellState(),
        onEvent: (told) => this.#told(told),
        onGone: () => this.#become('gone'),
        onSessionEnd: endSession,
      },
      term,
    );
    this.#leads = false;
    this.#bePatient();
  }

  #opened(): void {
    this.#become('live');
    this.#spread({ type: this.#lastEventId ? 'reopened' : 'resync' });
  }

  #told(told: EventSourceMessage): void {
    this.#lastEventId = told.id ?? this.#lastEventId;
    const event = liveEventOf(told);
    if (event) {
      this.#spread(event);
    }
  }

  #spread(event: LiveEvent): void {
    this.#say({ say: 'event', event, lastEventId: this.#lastEventId });
    this.#onEvent(event);
  }

  #become(state: Liveness): void {
    liveness.set(state);
    this.#tellState();
  }

  #tellState(): void {
    if (liveness.get() === 'live') {
      hear();
    }
    this.#say({ say: 'state', liveness: liveness.get(), lastEventId: this.#lastEventId });
  }

  #say(word: Word): void {
    this.#channel.postMessage(word);
  }

  #hearWord(word: Word): void {
    if (word.say === 'session-over') {
      this.leave();
      endSession();
    } else if (this.#leads) {
      this.#answer(word);
    } else {
      this.#believe(word);
    }
  }

  #answer(word: Word): void {
    if (word.say === 'hello') {
      this.#tellState();
    }
  }

  #believe(word: Word): void {
    switch (word.say) {
      case 'state':
        this.#lastEventId = word.lastEventId;
        liveness.set(word.liveness);
        this.#join();
        if (word.liveness === 'live') {
          hear();
        }
        this.#bePatient();
        break;
      case 'event':
        this.#lastEventId = word.lastEventId;
        this.#onEvent(word.event);
        this.#bePatient();
    }
  }

  /** What this page has may have been asked for before it could hear what the others are told. */
  #join(): void {
    if (!this.#joined) {
      this.#joined = true;
      this.#onEvent({ type: 'resync' });
    }
  }

  #bePatient(): void {
    clearTimeout(this.#patience);
    if (!this.#over.signal.aborted) {
      this.#patience = setTimeout(() => this.#leadership.takeOver(), patience);
    }
  }
}
