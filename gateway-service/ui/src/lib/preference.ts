import { Store } from './store';

/** A choice of this person in this browser. Works without storage too, then only until the page is left. */
export class Preference extends Store<boolean> {
  readonly #key: string;

  constructor(key: string, fallback: boolean) {
    super(stored(key) ?? fallback);
    this.#key = key;
  }

  override set(value: boolean): void {
    if (value === this.get()) {
      return;
    }
    super.set(value);
    try {
      localStorage.setItem(this.#key, String(value));
    } catch {
      // storage is blocked: the choice lasts as long as the page
    }
  }
}

function stored(key: string): boolean | undefined {
  try {
    const value = localStorage.getItem(key);
    return value === null ? undefined : value === 'true';
  } catch {
    return undefined;
  }
}
