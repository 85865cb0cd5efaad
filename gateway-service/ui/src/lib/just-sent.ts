import { Store } from './store';

interface JustSent {
  ticket: number;
  /** The path that its writer was led to. */
  ledTo: string;
}

/** The reply that led its writer away from its ticket: the page that they are at now says so. */
export const justSent = new Store<JustSent | null>(null);
