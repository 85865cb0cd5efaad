import { Store } from './store';

interface JustSent {
  /** What was done. */
  title: string;
  /** The path that its writer was led to. */
  ledTo: string;
  /** The ticket that it was done to, if they were led away from it. */
  ticket?: number;
}

/** What led its writer to another page, which says so: a reply to the next ticket, a new ticket to its own page. */
export const justSent = new Store<JustSent | null>(null);
