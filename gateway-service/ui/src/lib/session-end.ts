import { Store } from './store';

/** True from the first 401 on; only a new login, that is a new page, ends it. */
export const sessionEnded = new Store(false);

export function endSession(): void {
  sessionEnded.set(true);
}

export function loginHref(path = location.pathname + location.search): string {
  return `/auth/login?continue=${encodeURIComponent(path)}`;
}
