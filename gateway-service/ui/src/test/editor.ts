import type { UserEvent } from '@testing-library/user-event';

/** Writes at the end of the last line; jsdom has no layout in which a click could lead there. */
export async function writeOn(user: UserEvent, editor: HTMLElement, text: string): Promise<void> {
  choose(editor, editor.lastElementChild);
  getSelection()?.collapseToEnd();
  await user.keyboard(text);
}

/** Writes instead of all that stands in the first line. */
export async function rewrite(user: UserEvent, editor: HTMLElement, text: string): Promise<void> {
  choose(editor, editor.firstElementChild);
  await user.keyboard(text);
}

function choose(editor: HTMLElement, line: Element | null): void {
  editor.focus();
  getSelection()?.selectAllChildren(line ?? editor);
}
