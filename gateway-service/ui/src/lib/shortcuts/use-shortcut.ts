import { useEffect } from 'react';
import { singleKeys } from './enabled';
import { type ShortcutId, shortcuts } from './table';

/** Answers false when the key was not for it after all, and the browser shall have it. */
type Handler = (event: KeyboardEvent) => unknown;

const handlers = new Map<ShortcutId, Handler>();

/** Binds a shortcut while the component is there. */
export function useShortcut(id: ShortcutId, handler: Handler): void {
  useEffect(() => {
    handlers.set(id, handler);
    return () => {
      if (handlers.get(id) === handler) {
        handlers.delete(id);
      }
    };
  });
}

/** Listens to the keyboard. Once, in the shell. */
export function useShortcutKeys(): void {
  useEffect(() => {
    let prefix = { key: '', until: 0 };

    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.key === 'Shift' || isForSomethingElse(event)) {
        return;
      }
      const key = keyOf(event);
      const started = event.timeStamp < prefix.until ? prefix.key : '';
      prefix = { key: '', until: 0 };
      const typed = started ? `${started} ${key}` : key;
      if (key === deadKey) {
        prefix = { key, until: Infinity };
        return;
      }
      if (shortcuts.some(({ keys }) => keys.some((each) => each.startsWith(`${typed} `)))) {
        prefix = { key: typed, until: event.timeStamp + 1000 };
        return;
      }
      const shortcut = shortcuts.find(({ keys }) => keys.some((each) => each === typed));
      // a key that is held down closes one ticket, not the next five
      const held = event.repeat && shortcut && !('repeats' in shortcut);
      const handler = shortcut && !held ? handlers.get(shortcut.id) : undefined;
      if (handler && handler(event) !== false) {
        event.preventDefault();
      }
    }

    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Waits for a letter to put its accent on, which is no shortcut then. */
const deadKey = 'Dead';

/** What was typed; on a layout without Latin letters, what stands at that place of a Latin keyboard. */
function keyOf(event: KeyboardEvent): string {
  const foreign = /^\p{L}$/u.test(event.key) && !/\p{Script=Latin}/u.test(event.key);
  return foreign && event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : event.key;
}

function isForSomethingElse(event: KeyboardEvent): boolean {
  // AltGr is Ctrl and Alt together where it is not a key of its own
  if (event.ctrlKey || event.metaKey || event.altKey || event.getModifierState('AltGraph')) {
    return true;
  }
  if (event.key.length === 1 && !singleKeys.get()) {
    return true;
  }
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('[role=menu], [role=dialog], [contenteditable=true], textarea, select')) {
    return true;
  }
  const input = target?.closest('input');
  return input != null && !(['radio', 'checkbox'].includes(input.type) && event.key.length === 1);
}
