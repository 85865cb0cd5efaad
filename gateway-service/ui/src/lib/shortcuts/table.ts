/** All shortcuts. `app/shortcut-help.tsx` lists this table, `use-shortcut.ts` acts on it; there is no other place for a key. */
export const shortcuts = [
  { id: 'help', where: 'everywhere', keys: ['?'] },
  { id: 'tickets', where: 'everywhere', keys: ['g t'] },
  { id: 'create', where: 'everywhere', keys: ['c'] },
  { id: 'next', where: 'list', keys: ['j', 'ArrowDown'], repeats: true },
  { id: 'previous', where: 'list', keys: ['k', 'ArrowUp'], repeats: true },
  { id: 'open', where: 'list', keys: ['Enter'] },
  { id: 'showNew', where: 'list', keys: ['.'] },
  { id: 'reply', where: 'ticket', keys: ['r'] },
  { id: 'note', where: 'ticket', keys: ['n'] },
  { id: 'undo', where: 'ticket', keys: ['z'] },
  { id: 'toggle', where: 'ticket', keys: ['e'] },
  { id: 'take', where: 'ticket', keys: ['i'] },
  { id: 'back', where: 'ticket', keys: ['Escape'] },
] as const;

export type ShortcutId = (typeof shortcuts)[number]['id'];
export type Where = (typeof shortcuts)[number]['where'];
