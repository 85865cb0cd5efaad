import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeViolations, renderApp } from '../test/render-app';
import { alice, aPage, aTicket } from '../test/samples';
import type { Call } from '../test/server';
import { serveTicket } from '../test/ticket-server';

const sara = {
  ...alice,
  id: 'u-sara',
  email: 'sara@frontdesk.test',
  firstName: 'Sara',
  company: null,
};
const kim = { ...sara, id: 'u-kim', email: 'kim@frontdesk.test', firstName: 'Kim' };

function said(calls: Call[]): unknown[] {
  return calls
    .filter(({ method, path }) => method === 'POST' && path === '/tickets/2233444/presence')
    .map(({ body }) => (body as { state: string }).state);
}

test('tells that one reads, answers and leaves', async () => {
  const { calls, routes } = serveTicket();
  routes['POST /tickets/2233444/presence'] = { status: 204, body: null };
  const user = renderApp('/tickets/2233444');
  await screen.findByRole('heading', { level: 1, name: /Printer on fire/ });
  await waitFor(() => expect(said(calls)).toEqual(['viewing']));
  await user.keyboard('r');
  await waitFor(() => expect(said(calls)).toEqual(['viewing', 'replying']));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(said(calls)).toEqual(['viewing', 'replying', 'viewing']));
  await user.click(screen.getByRole('link', { name: 'Tickets' }));
  await waitFor(() => expect(said(calls).at(-1)).toBe('away'));
});

test('shows who else is there, at the ticket and in the list, and not oneself', async () => {
  const { routes } = serveTicket();
  routes['GET /presence'] = {
    body: {
      items: [
        { ticketId: 2233444, person: sara, state: 'replying' },
        { ticketId: 2233444, person: kim, state: 'viewing' },
        { ticketId: 2233444, person: { ...sara, id: alice.id }, state: 'replying' },
        { ticketId: 1234567, person: kim, state: 'replying' },
      ],
    },
  };
  const user = renderApp('/tickets/2233444');
  expect(await screen.findByText('Sara Lund is replying')).toBeVisible();
  expect(screen.getByText('Kim Lund is reading')).toBeVisible();
  expect(await axeViolations()).toEqual([]);
  await user.click(screen.getByRole('link', { name: 'Tickets' }));
  expect(await screen.findByText('Sara Lund is replying')).toBeVisible();
  expect(await axeViolations()).toEqual([]);
});

test('is nothing of a client', async () => {
  const { calls, routes } = serveTicket();
  routes['GET /me'] = { body: { ...alice, role: 'client', features: [] } };
  routes['GET /tickets'] = { body: aPage([aTicket()]) };
  routes['GET /presence'] = { body: { items: [] } };
  routes['POST /tickets/2233444/presence'] = { status: 204, body: null };
  renderApp('/tickets/2233444');
  await screen.findByRole('heading', { level: 1, name: /Printer on fire/ });
  expect(calls.filter(({ path }) => path.endsWith('/presence'))).toEqual([]);
});
