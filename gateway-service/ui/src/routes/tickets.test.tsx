import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { tellLoggedIn } from '../lib/logged-in';
import { axeViolations, renderApp } from '../test/render-app';
import { alice, anna, aPage, aTicket } from '../test/samples';
import { problem, serve } from '../test/server';

const printer = aTicket();
const invoice = aTicket({
  id: 2240001,
  subject: 'Invoice copy',
  requester: anna,
  status: 'closed',
  priority: 'high',
  responseTime: '2026-11-20T14:12:00Z',
});

function serveTickets(tickets: unknown = aPage([printer, invoice])) {
  return serve({ 'GET /me': { body: alice }, 'GET /tickets': { body: tickets } });
}

const subjects = () =>
  screen.queryAllByRole('link', { name: /Printer|Invoice|Third/ }).map((link) => link.textContent);

describe('filled', () => {
  test('shows each ticket with its properties', async () => {
    serveTickets();
    renderApp('/tickets');
    const table = await screen.findByRole('table', { name: 'Tickets' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(/#2233444.*Printer on fire.*dora@example.orgClient.*Open.*Mid/);
    expect(first).toHaveTextContent('Not yet');
    expect(second).toHaveTextContent(
      /#2240001.*Anna BergClient · anna@acme.example · Acme.*Closed.*High.*after 5h 12m/,
    );
    expect(screen.getByText('2 tickets')).toBeVisible();
    expect(document.title).toBe('Tickets · Frontdesk');
    expect(await axeViolations()).toEqual([]);
  });

  test('/ leads to the tickets', async () => {
    serveTickets();
    renderApp('/');
    expect(await screen.findByRole('heading', { name: 'Tickets' })).toBeVisible();
    expect(location.pathname).toBe('/tickets');
  });

  test('the filter is asked of the server and kept in the URL', async () => {
    const { calls } = serveTickets();
    const user = renderApp('/tickets');
    await screen.findByRole('table');
    await user.click(screen.getByRole('radio', { name: 'Open' }));
    expect(location.search).toBe('?status=open');
    await waitFor(() =>
      expect(calls.some(({ query }) => query.get('status') === 'open')).toBe(true),
    );
  });

  test('the oldest come first on request', async () => {
    const { calls } = serveTickets();
    const user = renderApp('/tickets');
    await user.click(await screen.findByRole('button', { name: /Received/ }));
    expect(location.search).toBe('?sort=requestTime');
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: /Received/ })).toHaveAttribute(
        'aria-sort',
        'ascending',
      ),
    );
    const lists = calls.filter(({ path }) => path === '/tickets');
    expect(lists.at(-1)?.query.get('sort')).toBe('requestTime');
  });

  test('"Load more" follows the cursor', async () => {
    serve({
      'GET /me': { body: alice },
      'GET /tickets': ({ query }) => ({
        body: query.get('cursor')
          ? aPage([invoice], { total: 2 })
          : aPage([printer], { nextCursor: 'next', total: 2 }),
      }),
    });
    const user = renderApp('/tickets');
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(subjects()).toEqual(['Printer on fire', 'Invoice copy']));
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  test('j, k and Enter open a ticket', async () => {
    const { routes } = serveTickets();
    routes['GET /tickets/2233444'] = { body: printer };
    routes['GET /tickets/2233444/messages'] = { body: aPage([]) };
    const user = renderApp('/tickets');
    await screen.findByRole('table');
    await user.keyboard('jj');
    expect(screen.getByRole('link', { name: 'Invoice copy' })).toHaveFocus();
    await user.keyboard('k{Enter}');
    const heading = await screen.findByRole('heading', { level: 1, name: /Printer on fire/ });
    expect(heading).toHaveFocus();
    expect(location.pathname).toBe('/tickets/2233444');
  });

  test('a new ticket comes by itself, but never moves a row under the pointer', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const third = aTicket({ id: 2250002, subject: 'Third' });
    const { routes, stream } = serveTickets();
    renderApp('/tickets');
    await stream.open();
    const table = await screen.findByRole('table');
    await vi.advanceTimersByTimeAsync(1_000);
    fireEvent.pointerEnter(table);
    routes['GET /tickets'] = { body: aPage([third, printer, invoice]) };
    stream.tell('ticket.created', { ticketId: 2250002 });
    const button = await screen.findByRole('button', { name: 'Show 1 new ticket' });
    expect(subjects()).toEqual(['Printer on fire', 'Invoice copy']);
    expect(await screen.findByText('1 new ticket')).toHaveAttribute('aria-live', 'polite');
    fireEvent.click(button);
    expect(subjects()).toEqual(['Third', 'Printer on fire', 'Invoice copy']);
    expect(screen.getByRole('link', { name: 'Third' })).toHaveFocus();
  });
});

describe('empty', () => {
  test('says what will be here', async () => {
    serveTickets(aPage([]));
    renderApp('/tickets');
    expect(await screen.findByText('Nothing yet')).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    expect(await axeViolations()).toEqual([]);
  });

  test('tells a filter from an empty desk, and clears it', async () => {
    serveTickets(aPage([]));
    const user = renderApp('/tickets?status=closed');
    expect(await screen.findByText('No closed tickets')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all tickets' }));
    expect(await screen.findByText('Nothing yet')).toBeVisible();
    expect(location.search).toBe('');
  });
});

describe('failing', () => {
  test('says why, and tries again', async () => {
    const { routes } = serveTickets();
    routes['GET /tickets'] = problem(500, 'The database is away.');
    const user = renderApp('/tickets');
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
    expect(await axeViolations()).toEqual([]);
    routes['GET /tickets'] = { body: aPage([printer]) };
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Printer on fire' })).toBeVisible();
  });

  test('an ended session covers the page and offers the way back to it', async () => {
    serve({ 'GET /me': problem(401), 'GET /tickets': problem(401) });
    renderApp('/tickets?status=open');
    const dialog = await screen.findByRole('dialog', { name: 'Your session has ended' });
    expect(within(dialog).getByRole('link', { name: 'Log in again' })).toHaveAttribute(
      'href',
      '/auth/login?continue=%2Ftickets%3Fstatus%3Dopen',
    );
    expect(await axeViolations()).toEqual([]);
  });

  test('goes on where it is once the same person has logged in elsewhere', async () => {
    const { routes } = serveTickets();
    const me = routes['GET /me'];
    const tickets = routes['GET /tickets'];
    routes['GET /me'] = problem(401);
    routes['GET /tickets'] = problem(401);
    renderApp('/tickets');
    expect(await screen.findByRole('dialog', { name: 'Your session has ended' })).toBeVisible();
    tellLoggedIn();
    expect(screen.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible();
    Object.assign(routes, { 'GET /me': me, 'GET /tickets': tickets });
    tellLoggedIn();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByRole('link', { name: 'Printer on fire' })).toBeVisible();
  });

  test('an unknown address has a page and a way out', async () => {
    serveTickets();
    renderApp('/nowhere');
    expect(await screen.findByRole('heading', { name: 'Not found' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to the tickets' })).toBeVisible();
  });
});
