import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Me } from '../api/types';
import { findEditor } from '../test/editor';
import { meRoutes } from '../test/me-server';
import { axeViolations, renderApp } from '../test/render-app';
import { alice, aMessage, aPage, aTicket } from '../test/samples';
import type { Call } from '../test/server';
import { problem, serve } from '../test/server';
import { serveTicket } from '../test/ticket-server';

const carol: Me = {
  ...alice,
  email: 'carol@example.com',
  firstName: 'Carol',
  role: 'client',
  features: [],
  company: { id: 'c-acme', name: 'Acme' },
  preferences: { ...alice.preferences, afterSend: null, mails: null },
};

// of hundreds axe would look at each
beforeEach(() => {
  vi.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['Europe/Berlin', 'Pacific/Auckland']);
});

function serveMe(me: Me = alice) {
  return serve({ ...meRoutes(me), 'GET /tickets': { body: aPage([aTicket()]) } });
}

const section = (name: string) => screen.findByRole('region', { name });

test('the account menu leads to the profile, which says who one is', async () => {
  serveMe();
  const user = renderApp('/tickets');
  await user.click(await screen.findByRole('button', { name: 'Account: Alice Lund' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Profile' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  expect(await section('You')).toHaveTextContent('alice@frontdesk.test');
  expect(await axeViolations()).toEqual([]);
});

test('a choice is saved at once, with a word that it is', async () => {
  const { calls } = serveMe();
  const user = renderApp('/profile');
  const looks = await section('Appearance');
  await user.click(within(looks).getByRole('radio', { name: 'Dark' }));
  expect(await within(looks).findByText('Saved.')).toBeVisible();
  expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(localStorage.getItem('frontdesk-theme')).toBe('dark');
  await user.click(within(looks).getByRole('radio', { name: 'Compact' }));
  await waitFor(() => expect(document.documentElement.dataset.density).toBe('compact'));
  expect(calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
    { preferences: { theme: 'dark' } },
    { preferences: { density: 'compact' } },
  ]);
});

test('what is not saved is as before, with the words of the server', async () => {
  const { routes } = serveMe();
  const user = renderApp('/profile');
  const mails = await section('Mails to you');
  routes['PATCH /me'] = problem(409, 'Somebody else changed it at the same moment.');
  await user.click(within(mails).getByRole('switch', { name: 'Every new ticket' }));
  const alert = await within(mails).findByRole('alert');
  expect(alert).toHaveTextContent('Not saved');
  expect(alert).toHaveTextContent('Somebody else changed it at the same moment.');
  expect(within(mails).getByRole('switch', { name: 'Every new ticket' })).not.toBeChecked();
  expect(await axeViolations()).toEqual([]);
});

test('the language changes at once, and back to that of the browser', async () => {
  serveMe();
  const user = renderApp('/profile');
  const language = await screen.findByRole('combobox', { name: 'Language' });
  await user.selectOptions(language, 'Deutsch');
  expect(await screen.findByRole('heading', { level: 1, name: 'Profil' })).toBeVisible();
  expect(document.documentElement.lang).toBe('de');
  expect(document.title).toBe('Profil · Frontdesk');
  expect(language).toBeInTheDocument();
  await user.selectOptions(language, 'Wie dieser Browser: English');
  expect(await screen.findByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
});

test('times are those of the zone that was chosen, on all pages', async () => {
  const { routes } = serveMe();
  routes['GET /tickets'] = { body: aPage([aTicket({ requestTime: '2020-03-01T23:30:00Z' })]) };
  const user = renderApp('/profile');
  const zone = await screen.findByRole('combobox', { name: 'Time zone' });
  expect(zone).toHaveDisplayValue('As this browser: UTC');
  await user.selectOptions(zone, 'Pacific/Auckland');
  expect(await within(await section('Language and time')).findByText('Saved.')).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Tickets' }));
  expect((await screen.findAllByText('Mar 2, 2020'))[0]).toBeVisible();
});

test('a zone that the browser does not know harms nothing', async () => {
  serveMe({ ...alice, preferences: { ...alice.preferences, timeZone: 'Mars/Base' } });
  renderApp('/tickets');
  expect(await screen.findByRole('link', { name: 'Printer on fire' })).toBeVisible();
});

test('shortcuts are switched off for all browsers', async () => {
  const { calls } = serveMe();
  const user = renderApp('/profile');
  await user.click(await screen.findByRole('switch', { name: 'Single-key shortcuts' }));
  await within(await section('Keyboard')).findByText('Saved.');
  expect(calls.at(-1)?.body).toEqual({ preferences: { shortcuts: false } });
  await user.click(document.body);
  await user.keyboard('?');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a signature is saved when its writer says so', async () => {
  const { calls } = serveMe({ ...alice, signature: 'Alice' });
  const user = renderApp('/profile');
  const replies = await section('Replies');
  const text = within(replies).getByRole('textbox', { name: 'Signature' });
  expect(text).toHaveValue('Alice');
  await user.clear(text);
  await user.type(text, 'Alice Lund{Enter}Support');
  await user.click(within(replies).getByRole('button', { name: 'Save signature' }));
  expect(await within(replies).findByText('Saved.')).toBeVisible();
  await user.clear(text);
  await user.click(within(replies).getByRole('button', { name: 'Save signature' }));
  await user.selectOptions(
    within(replies).getByRole('combobox', { name: 'Time to undo' }),
    '20 seconds',
  );
  await waitFor(() =>
    expect(calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
      { signature: 'Alice Lund\nSupport' },
      { signature: null },
      { preferences: { undoDelay: 20 } },
    ]),
  );
});

test.each([
  ['list', '/tickets'],
  ['next', '/tickets/2233445'],
] as const)(
  'a reply is held as long as one prefers, and leads to the %s',
  async (afterSend, path) => {
    const { calls, routes, shelf } = serveTicket();
    const preferences = { ...alice.preferences, afterSend, undoDelay: 20 };
    const next = aTicket({ id: 2233445, subject: 'Lamp flickers' });
    Object.assign(routes, meRoutes({ ...alice, preferences }), {
      'GET /tickets': { body: aPage([aTicket(), next]) },
      'GET /tickets/2233445': { body: next },
      'POST /tickets/2233444/messages': ({ headers }: Call) => {
        shelf.sent(headers.get('Idempotency-Key'));
        return { status: 201, body: aMessage({ id: 'm-3', kind: 'reply' }) };
      },
    });
    const user = renderApp('/tickets');
    await user.click(await screen.findByRole('link', { name: 'Printer on fire' }));
    await screen.findByRole('button', { name: 'Reply to dora@example.org' });
    await user.keyboard('r');
    await user.type(await findEditor(/^Text of the/), 'Pull the plug.');
    await user.click(screen.getByRole('button', { name: 'Send to dora@example.org' }));
    await waitFor(() => expect(location.pathname).toBe(path));
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ hold: 20 });
    expect(await screen.findByText('You were led here after your reply in #2233444')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Back to #2233444' }));
    await waitFor(() => expect(location.pathname).toBe('/tickets/2233444'));
    expect(screen.queryByText(/You were led here/)).toBeNull();
  },
);

test('a client has nothing that is for staff', async () => {
  serveMe(carol);
  renderApp('/profile');
  expect(await section('You')).toHaveTextContent('Acme');
  expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual([
    'You',
    'Language and time',
    'Appearance',
    'Keyboard',
    'Password and second factor',
  ]);
  expect(screen.getByRole('link', { name: 'Change password or second factor' })).toHaveAttribute(
    'href',
    '/auth/account',
  );
  expect(await axeViolations()).toEqual([]);
});
