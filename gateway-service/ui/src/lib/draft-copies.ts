import { keysFrom, Stored } from './stored';

/** What the keys of this browser's copies of drafts begin with. */
export const draftPrefix = 'frontdesk-draft:';

/** Leaves of them only what the server does not have. */
export function forgetSaved(): void {
  for (const key of keysFrom(draftPrefix)) {
    const isUnsaved = new Stored(key, (found) => (found as Copy | undefined)?.unsaved !== false);
    if (!isUnsaved.get()) {
      isUnsaved.clear();
    }
  }
}

type Copy = { unsaved?: unknown } | null;
