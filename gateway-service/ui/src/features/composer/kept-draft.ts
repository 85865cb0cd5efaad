import type { DraftToSave, SavedDraft } from '../../api/types';
import { Problem } from '../../lib/problem';
import { Store } from '../../lib/store';
import { type Draft, type DraftStore, isWorthKeeping } from './draft';
import { afterSave, contentOf, outlived, reconciled, textOf } from './reconcile';

/** One's draft at the server. */
export interface DraftServer {
  ask(): Promise<SavedDraft | null>;
  /** @param base the version that it goes on from; null if there is none yet */
  save(
    content: DraftToSave,
    base: number | null,
    leaving: boolean,
  ): Promise<SavedDraft | undefined>;
  remove(base: number): Promise<void>;
  /** From now on it has this one; what it was asked before says nothing. */
  know(draft: SavedDraft | null): Promise<void>;
}

/** Why a draft is in this browser only. */
export interface NotKept {
  error: unknown;
  draft: Draft | null;
}

/** A draft that is here and at the server: one thing after the other is done to it. */
export class KeptDraft {
  readonly store: DraftStore;
  readonly notKept = new Store<NotKept | null>(null);
  /** Whether it was sent and no answer came: if it is gone at the server, it was sent by that. */
  tried = false;
  /** Whether the server answered that it has the message: then nobody needs to be told why the draft is gone. */
  answered = false;
  readonly #server: DraftServer;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(store: DraftStore, server: DraftServer) {
    this.store = store;
    this.#server = server;
  }

  /** The server told of what it has. While something is under way, that may be of before. */
  meet(there: SavedDraft | null): void {
    if (this.#waiting === 0) {
      this.#reconcile(there);
    }
  }

  #reconcile(there: SavedDraft | null): void {
    const here = this.store.get();
    const now = reconciled(here, there);
    if (now !== here) {
      this.store.set(now);
    }
  }

  /** Whatever is not saved yet. */
  save(leaving = false): Promise<void> {
    return this.after(() => this.#save(leaving));
  }

  async #save(leaving: boolean): Promise<void> {
    try {
      const draft = await this.#settled();
      if (!draft?.unsaved || draft.other) {
        return;
      }
      const { base } = draft;
      if (isWorthKeeping(draft)) {
        await this.#put(draft, leaving);
      } else if (base !== null) {
        await this.#empty(base);
      }
      this.notKept.set(null);
    } catch (error) {
      await this.#refused(error);
    }
  }

  /** A save that got no answer may have been done: then the draft goes on from there. */
  async #settled(): Promise<Draft | null> {
    if (this.store.get()?.sending) {
      this.#reconcile(await this.#server.ask());
    }
    return this.store.get();
  }

  async #put(draft: Draft, leaving: boolean): Promise<void> {
    const content = contentOf(draft);
    const text = textOf(content);
    this.store.set({ ...draft, sending: text });
    const saved = await this.#server.save(content, draft.base, leaving);
    if (saved) {
      await this.#server.know(saved);
      this.store.set(afterSave(this.store.get(), text, saved));
    }
  }

  /** All its words were taken out again. */
  async #empty(base: number): Promise<void> {
    await this.#forget(base);
    const now = this.store.get();
    this.store.set(now && { ...now, base: null, sending: null });
  }

  async #forget(base: number | null): Promise<void> {
    if (base !== null) {
      await this.#server.remove(base);
    }
    await this.#server.know(null);
  }

  async #refused(error: unknown): Promise<void> {
    try {
      if (isOf(error, 'draft-changed')) {
        this.#reconcile(await this.#server.ask());
      } else if (isOf(error, 'draft-sent')) {
        this.outlive();
      } else if (isOf(error, 'seen-through-unknown')) {
        // a held reply that was taken back
        const now = this.store.get();
        this.store.set(now && { ...now, seenThrough: null });
      } else {
        this.notKept.set({ error, draft: this.store.get() });
        return;
      }
      this.notKept.set(null);
    } catch (another) {
      this.notKept.set({ error: another, draft: this.store.get() });
    }
  }

  /** Discards it here and there. Where that can't be done it is back, with the reason. */
  discard(): Promise<void> {
    return this.after(async () => {
      let draft = this.store.get();
      try {
        draft = await this.#settled();
        this.store.set(null);
        await this.#forget(draft?.base ?? null);
        this.notKept.set(null);
      } catch (error) {
        if (this.store.get() === null && !isOf(error, 'draft-changed')) {
          this.store.set(draft);
        }
        await this.#refused(error);
      }
    });
  }

  /** After a discard. */
  bringBack(draft: Draft): void {
    this.store.set({ ...draft, base: null, unsaved: true, sending: null });
  }

  /** The server has the message. What was written since it was sent is the beginning of another. */
  sent(body: string): void {
    const now = this.store.get();
    this.store.set(now && now.body !== body ? outlived(now) : null);
    this.#server.know(null);
  }

  /** What it was to be sent with was used. */
  outlive(): void {
    const now = this.store.get();
    this.store.set(now && outlived(now));
  }

  /** Does something to it when all else is done. */
  after<T>(step: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const done = this.#last.then(step).finally(() => {
      this.#waiting--;
    });
    this.#last = done.catch(() => {});
    return done;
  }
}

export function isOf(error: unknown, type: string): boolean {
  return error instanceof Problem && error.type.endsWith(`/${type}`);
}
