import { Store } from './store';

/** True from the first 401 until somebody has logged in again. */
export const sessionEnded = new Store(false);

export function endSession(): void {
  sessionEnded.set(true);
}

export function resumeSession(): void {
  sessionEnded.set(false);
}

export function loginHref(path = location.pathname + location.search): string {
  return `/auth/login?continue=${encodeURIComponent(path)}`;
}
