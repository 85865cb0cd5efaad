import { Store } from './store';

/** The latest sentence for screen readers; the shell renders it in a polite live region. */
export const announcement = new Store('');

export function announce(sentence: string): void {
  announcement.set(sentence);
}
