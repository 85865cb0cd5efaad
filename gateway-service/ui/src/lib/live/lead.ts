const lock = 'frontdesk-live';

type Work = (term: AbortSignal) => Promise<void>;

/**
 * Has one tab of this browser do the work, and the next one as soon as that tab is closed. A tab whose leader says nothing
 * any more takes over by itself. Where a browser has no locks, which is on a plain-HTTP host, each visible tab works.
 */
export function lead(work: Work, stop: AbortSignal): { takeOver: () => void } {
  if (!navigator.locks) {
    workWhileVisible(work, stop);
    return { takeOver: () => {} };
  }
  const candidate = new Candidate(work, stop);
  candidate.run();
  return { takeOver: () => candidate.takeOver() };
}

class Candidate {
  readonly #work: Work;
  readonly #stop: AbortSignal;
  #waiting = new AbortController();
  #mode: 'queue' | 'steal' = 'queue';

  constructor(work: Work, stop: AbortSignal) {
    this.#work = work;
    this.#stop = stop;
  }

  async run(): Promise<void> {
    while (!this.#stop.aborted) {
      const term = termOf(this.#stop);
      this.#waiting = termOf(this.#stop);
      const options = this.#mode === 'steal' ? { steal: true } : { signal: this.#waiting.signal };
      this.#mode = 'queue';
      await navigator.locks
        .request(lock, options, () => this.#work(term.signal))
        .catch((error) => this.#refused(error));
      term.abort();
    }
  }

  /** An AbortError tells that nobody waits any more, or that another tab took over. Else there are no locks to be had. */
  async #refused(error: unknown): Promise<void> {
    if (!(error instanceof DOMException && error.name === 'AbortError')) {
      await workWhileVisible(this.#work, this.#stop);
    }
  }

  takeOver(): void {
    this.#mode = 'steal';
    this.#waiting.abort();
  }
}

async function workWhileVisible(work: Work, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await visible(stop);
    const term = termOf(stop);
    document.addEventListener('visibilitychange', () => term.abort(), { signal: term.signal });
    await work(term.signal);
  }
}

function visible(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = termOf(stop);
    over.signal.addEventListener('abort', () => resolve());
    const look = () => document.visibilityState === 'visible' && over.abort();
    document.addEventListener('visibilitychange', look, { signal: over.signal });
    look();
  });
}

/** Ends with the signal, or earlier. */
function termOf(signal: AbortSignal): AbortController {
  const term = new AbortController();
  signal.addEventListener('abort', () => term.abort(), { signal: term.signal });
  if (signal.aborted) {
    term.abort();
  }
  return term;
}
