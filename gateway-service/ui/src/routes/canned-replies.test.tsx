import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { CannedReply, Ticket } from '../api/types';
import { findEditor, linesIn, rewrite, writeOn } from '../test/editor';
import { axeViolations, renderApp } from '../test/render-app';
import { alice, anna, aPage, aTicket, dora } from '../test/samples';
import { type Call, problem } from '../test/server';
import { serveTicket } from '../test/ticket-server';

const list = 'GET /canned-replies';
const post = 'POST /tickets/2233444/messages';
const field = { name: 'Canned reply' };

function aReply(name: string, text: string, language: string | null = null): CannedReply {
  const changedAt = '2026-11-20T09:00:00Z';
  return { id: name, name, text, language, changedAt, changedBy: 'kim@frontdesk.test' };
}

const greeting = aReply('Greeting', 'Hello {{firstName}},\n\nyours, {{author}}', 'en');
const closing = aReply('Closing', 'Bye from {{company}}.');

const found = (replies: CannedReply[]) => (call: Call) => ({
  body: aPage(replies.filter(({ name }) => name.toLowerCase().includes(call.query.get('q') ?? ''))),
});

async function replying(ticket: Ticket = aTicket({ requester: anna }), replies = [greeting]) {
  const server = serveTicket(ticket);
  server.routes[list] = found(replies);
  const user = renderApp('/tickets/2233444');
  await screen.findByRole('button', { name: /^Reply to/ });
  await user.keyboard('r');
  const text = await findEditor('Text of the reply');
  return { ...server, user, text };
}

test('a canned reply is put in where the cursor is, filled in, and the writer goes on there', async () => {
  const { user, text } = await replying();
  await user.keyboard('()');
  getSelection()?.collapse(text.firstElementChild?.firstChild ?? text, 1);
  await user.click(await screen.findByRole('combobox', field));
  await user.click(await screen.findByRole('option', { name: 'Greeting · en' }));
  await waitFor(() => expect(linesIn(text)).toBe('(Hello Anna,\n\nyours, Alice Lund)'));
  expect(text).toHaveFocus();
  await user.keyboard('!');
  expect(linesIn(text)).toBe('(Hello Anna,\n\nyours, Alice Lund!)');
  expect(screen.getByRole('combobox', field)).toHaveValue('');
  expect(await axeViolations()).toEqual([]);
});

test('to somebody without a name it does not look canned', async () => {
  const { user, text } = await replying(aTicket({ requester: { ...dora, lastName: 'Diaz' } }), [
    greeting,
    closing,
  ]);
  await user.click(await screen.findByRole('combobox', field));
  await user.click(await screen.findByRole('option', { name: 'Greeting · en' }));
  await waitFor(() => expect(linesIn(text)).toBe('Hello,\n\nyours, Alice Lund'));
});

test('it is found and chosen by the keyboard alone, and Escape closes its list before the reply', async () => {
  const { user, text, calls } = await replying(aTicket(), [closing, greeting]);
  const picker = await screen.findByRole('combobox', field);
  for (let tabs = 0; document.activeElement !== picker && tabs < 10; tabs++) {
    await user.tab();
  }
  expect(picker).toHaveFocus();
  await user.keyboard('gree');
  expect(await screen.findByRole('option', { name: 'Greeting · en' })).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('option', { name: 'Closing' })).toBeNull());
  expect(calls.some(({ query }) => query.get('q') === 'gree')).toBe(true);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('option', { name: 'Greeting · en' })).toBeNull());
  expect(text).toBeVisible();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(() => expect(linesIn(text)).toBe('Hello,\n\nyours, Alice Lund'));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Reply' })).toBeNull());
});

test('a name that none has is said to be none', async () => {
  const { user } = await replying();
  await user.type(await screen.findByRole('combobox', field), 'xyz');
  expect(await screen.findByText('Nothing found')).toBeVisible();
});

test('where the desk keeps none there is nothing to choose', async () => {
  const { calls } = await replying(aTicket(), []);
  await waitFor(() => expect(calls.some(({ path }) => path === '/canned-replies')).toBe(true));
  expect(screen.queryByRole('combobox', field)).toBeNull();
});

test('a note has none', async () => {
  const server = serveTicket();
  server.routes[list] = found([greeting]);
  const user = renderApp('/tickets/2233444');
  await screen.findByRole('button', { name: /^Reply to/ });
  await user.keyboard('n');
  await screen.findByRole('textbox', { name: 'Text of the note' });
  expect(screen.queryByRole('combobox', field)).toBeNull();
  expect(server.calls.some(({ path }) => path === '/canned-replies')).toBe(false);
});

test('when they cannot be had it says so, and they come once they can', async () => {
  const server = serveTicket();
  server.routes[list] = problem(400, 'No.');
  const user = renderApp('/tickets/2233444');
  await screen.findByRole('button', { name: /^Reply to/ });
  await user.keyboard('r');
  expect(await screen.findByText(/Canned replies could not be loaded/)).toBeVisible();
  expect(await axeViolations()).toEqual([]);
  server.routes[list] = found([greeting]);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('combobox', field)).toBeVisible();
  expect(screen.queryByText(/could not be loaded/)).toBeNull();
});

test('names of who was the requester are pointed out once somebody else is', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { user, text, routes, stream } = await replying(aTicket({ requester: anna }), [greeting]);
  await stream.open();
  await user.click(await screen.findByRole('combobox', field));
  await user.click(await screen.findByRole('option', { name: 'Greeting · en' }));
  await waitFor(() => expect(linesIn(text)).toBe('Hello Anna,\n\nyours, Alice Lund'));
  expect(screen.queryByText(/the text still has/)).toBeNull();
  const otto = { ...dora, id: 'u-otto', firstName: 'Otto', email: 'otto@example.org' };
  routes['GET /tickets/2233444'] = { body: aTicket({ requester: otto, version: 4 }) };
  stream.tell('ticket.updated', { ticketId: 2233444, version: 4 });
  const notice = await screen.findByText(/another requester now, and the text still has: Anna$/);
  expect(notice).toBeVisible();
  expect(await axeViolations()).toEqual([]);

  await user.click(screen.getByRole('combobox', field));
  await user.click(await screen.findByRole('option', { name: 'Greeting · en' }));
  await waitFor(() => expect(linesIn(text)).toContain('Hello Otto,'));
  await rewrite(user, text, 'Hello Otto,');
  await waitFor(() => expect(screen.queryByText(/the text still has/)).toBeNull());
  await writeOn(user, text, ' Anna says');
  const again = (await screen.findByText(/the text still has/)).closest('[role=alert]');
  await user.click(within(again as HTMLElement).getByRole('button', { name: 'Understood' }));
  await waitFor(() => expect(screen.queryByText(/the text still has/)).toBeNull());
  vi.useRealTimers();
});

test('braces that are left ask once before they are sent', async () => {
  const odd = aReply('Odd', 'Your size is {{shoeSize}}.');
  const { user, text, routes, calls } = await replying(aTicket(), [odd]);
  routes[post] = problem(599);
  await user.click(await screen.findByRole('combobox', field));
  await user.click(await screen.findByRole('option', { name: 'Odd' }));
  await waitFor(() => expect(linesIn(text)).toBe('Your size is {{shoeSize}}.'));
  await user.click(screen.getByRole('button', { name: /^Send to/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Send it like this?' });
  expect(dialog).toHaveTextContent('Something in braces is still to be filled in.');
  expect(calls.some(({ method }) => method === 'POST')).toBe(false);
  await user.click(within(dialog).getByRole('button', { name: 'Send anyway' }));
  await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
});

test('who may not write is not shown any', async () => {
  const server = serveTicket();
  server.routes['GET /me'] = { body: { ...alice, features: ['ticket:read'] } };
  renderApp('/tickets/2233444');
  await screen.findByRole('heading', { name: /Printer on fire/ });
  expect(server.calls.some(({ path }) => path === '/canned-replies')).toBe(false);
});
