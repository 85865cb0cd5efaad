import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { App } from '../app/app';

/** The whole application, as the browser would show it at this address. */
export function renderApp(path: string) {
  history.replaceState(null, '', path);
  render(<App />);
  return userEvent.setup();
}

/** What axe finds wrong in the document. Colours need a layout engine; tokens.test.ts looks after them. */
export async function axeViolations(): Promise<string[]> {
  const { violations } = await axe.run(document, {
    // a frame of a mail is a page of its own, which jsdom does not load
    iframes: false,
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
