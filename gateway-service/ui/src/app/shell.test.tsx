import { QueryClient } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { shortcuts } from '../lib/shortcuts/table';
import { meRoutes } from '../test/me-server';
import { axeViolations, renderApp } from '../test/render-app';
import { alice, aPage, aTicket } from '../test/samples';
import { serve } from '../test/server';

beforeEach(() => {
  serve({ ...meRoutes(alice), 'GET /tickets': { body: aPage([aTicket()]) } });
});

test('the account menu names the person and the role', async () => {
  const user = renderApp('/tickets');
  await user.click(await screen.findByRole('button', { name: 'Account: Alice Lund' }));
  const menu = await screen.findByRole('menu');
  expect(menu).toHaveTextContent('Alice Lund');
  expect(menu).toHaveTextContent('Admin');
  expect(await axeViolations()).toEqual([]);
});

test('logging out is a form with the token, and leaves no ticket in memory', async () => {
  const clear = vi.spyOn(QueryClient.prototype, 'clear');
  const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {});
  const user = renderApp('/tickets');
  await user.click(await screen.findByRole('button', { name: 'Account: Alice Lund' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Log out' }));
  await waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(clear).toHaveBeenCalledBefore(submit);
  const form = submit.mock.contexts[0] as HTMLFormElement;
  expect(form.getAttribute('action')).toBe('/auth/logout');
  expect(form.method).toBe('post');
  expect(Object.fromEntries(new FormData(form))).toEqual({ _csrf: 'token-1' });
});

test('the theme is chosen and remembered', async () => {
  const user = renderApp('/tickets');
  await user.click(screen.getByRole('button', { name: 'Theme' }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'Dark' }));
  await waitFor(() =>
    expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark'),
  );
  expect(localStorage.getItem('frontdesk-theme')).toBe('dark');
});

test('? lists every shortcut of the table', async () => {
  const user = renderApp('/tickets');
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(dialog).getAllByRole('term')).toHaveLength(shortcuts.length);
  expect(await axeViolations()).toEqual([]);
});

test('single keys can be switched off', async () => {
  const user = renderApp('/tickets');
  const link = await screen.findByRole('link', { name: 'Printer on fire' });
  await user.keyboard('?');
  await user.click(await screen.findByRole('switch', { name: 'Single-key shortcuts' }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('j');
  expect(link).not.toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Account: Alice Lund' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Keyboard shortcuts' }));
  await user.click(await screen.findByRole('switch', { name: 'Single-key shortcuts' }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('j');
  expect(link).toHaveFocus();
});

test('says so when the network is gone', async () => {
  renderApp('/tickets');
  await screen.findByRole('table');
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  dispatchEvent(new Event('offline'));
  expect(await screen.findByText(/You are offline/)).toBeVisible();
});

test('the first stop of the keyboard skips to the content', async () => {
  const user = renderApp('/tickets');
  await user.tab();
  const skip = screen.getByRole('link', { name: 'Skip to content' });
  expect(skip).toHaveFocus();
  expect(document.querySelector(skip.getAttribute('href') ?? '')).toBe(screen.getByRole('main'));
});
