import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { announce } from '../lib/announce';
import { applyChoices } from '../lib/choices';
import { loadLanguage } from '../lib/i18n';
import { sessionEnded } from '../lib/session-end';
import { leaveKeysToInputMethods } from '../lib/shortcuts/input-method';

// a busy machine is no failure
configure({ asyncUtilTimeout: 20_000 });

leaveKeysToInputMethods();

// jsdom has no layout: what Mantine asks of it answers as a wide window with nothing to scroll, all of it in view
vi.stubGlobal('matchMedia', (media: string) => ({
  matches: false,
  media,
  addEventListener: () => {},
  removeEventListener: () => {},
}));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
vi.stubGlobal(
  'IntersectionObserver',
  class {
    readonly #onSeen: (entries: { isIntersecting: boolean }[]) => void;
    constructor(onSeen: (entries: { isIntersecting: boolean }[]) => void) {
      this.#onSeen = onSeen;
    }
    observe() {
      this.#onSeen([{ isIntersecting: true }]);
    }
    disconnect() {}
  },
);
Element.prototype.scrollIntoView = () => {};
// the editor scrolls to its cursor
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();
document.elementFromPoint = () => null;
HTMLCanvasElement.prototype.getContext = () => null;

beforeEach(async () => {
  await applyChoices({ language: null, timeZone: null, density: 'comfortable' });
  await loadLanguage(['en']);
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no Cookie Store
  document.cookie = 'XSRF-TOKEN=token-1';
  sessionEnded.set(false);
  announce('');
  localStorage.clear();
  dispatchEvent(new StorageEvent('storage', { key: null }));
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
