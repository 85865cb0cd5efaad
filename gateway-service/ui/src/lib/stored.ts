import { Store } from './store';

/** One value that this browser keeps over a reload. Where storage is blocked or full, it lasts as long as the page. */
export class Stored<T> extends Store<T> {
  readonly #key: string;
  readonly #read: (found: unknown) => T;

  /** @param read makes the value of what another version of this page may have left; `undefined` where nothing lies */
  constructor(key: string, read: (found: unknown) => T) {
    super(read(found(key)));
    this.#key = key;
    this.#read = read;
  }

  override set(value: T): void {
    if (value === this.get()) {
      return;
    }
    super.set(value);
    try {
      localStorage.setItem(this.#key, JSON.stringify(value));
    } catch {
      // it lasts as long as the page
    }
  }

  /** As if nothing had ever been kept. */
  clear(): void {
    super.set(this.#read(undefined));
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // nothing was kept
    }
  }

  /** Takes on what another tab has written. */
  follow(): void {
    super.set(this.#read(found(this.#key)));
  }
}

/** The keys of what this browser keeps that begin so; none where storage is blocked. */
export function keysFrom(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function found(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
