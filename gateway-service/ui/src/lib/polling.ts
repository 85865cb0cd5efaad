import { sessionEnded } from './session-end';

/**
 * Until the server can push: ask again every 5 s while the page is visible, more slowly when that means many pages.
 * Without any page yet the error panel and its "Try again" stand still.
 */
export function pollEvery(pages: number): number | false {
  if (pages === 0 || sessionEnded.get() || !navigator.onLine) {
    return false;
  }
  return pages > 4 ? 30_000 : 5_000;
}
