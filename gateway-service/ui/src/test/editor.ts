import type { UserEvent } from '@testing-library/user-event';

/** Writes at the end of the last line; jsdom has no layout in which a click could lead there. */
export async function writeOn(user: UserEvent, editor: HTMLElement, text: string): Promise<void> {
  editor.focus();
  getSelection()?.selectAllChildren(editor.lastElementChild ?? editor);
  getSelection()?.collapseToEnd();
  await user.keyboard(text);
}

/** Writes instead of all that is there. */
export async function rewrite(user: UserEvent, editor: HTMLElement, text: string): Promise<void> {
  editor.focus();
  await user.keyboard('{Control>}a{/Control}{Backspace}');
  await user.keyboard(text);
}
