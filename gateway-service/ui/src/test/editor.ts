import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

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

export function linesIn(editor: HTMLElement): string {
  return [...editor.children].map(({ textContent }) => textContent).join('\n');
}

/** Once its code is there; until then the words are in a plain field. */
export async function findEditor(name: string | RegExp): Promise<HTMLElement> {
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name })).toHaveAttribute('contenteditable', 'true'),
  );
  return screen.getByRole('textbox', { name });
}
