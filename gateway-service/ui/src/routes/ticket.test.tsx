import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { axeViolations, renderApp } from '../test/render-app';
import { alice, aMail, aMessage, aPage, aTicket, dora } from '../test/samples';
import { problem, serve } from '../test/server';
import { closeButton, serveTicket } from '../test/ticket-server';

describe('reading', () => {
  test('shows subject, messages and properties', async () => {
    serveTicket();
    renderApp('/tickets/2233444');
    const heading = await screen.findByRole('heading', { level: 1, name: /Printer on fire/ });
    expect(heading).toHaveTextContent('#2233444 Printer on fire');
    expect(document.title).toBe('#2233444 Printer on fire · Frontdesk');
    const first = await screen.findByRole('article', { name: 'Client dora@example.org wrote' });
    expect(within(first).getByRole('link', { name: 'https://example.org/photo' })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    );
    expect(screen.getByRole('article', { name: 'Internal note by Alice Lund' })).toBeVisible();
    const properties = screen.getByRole('complementary', { name: 'Ticket properties' });
    expect(properties).toHaveTextContent(/Open.*Waiting on.*Us.*Closed.*Not yet.*dora@example.org/);
    expect(await axeViolations()).toEqual([]);
  });

  test("marks a message that may be somebody else's, and says what that means", async () => {
    const { routes } = serveTicket();
    routes['GET /tickets/2233444/messages'] = {
      body: aPage([
        aMessage({ verified: false }),
        aMessage({ id: 'm-2', kind: 'reply', author: { ...dora, ...alice, company: null } }),
      ]),
    };
    const user = renderApp('/tickets/2233444');
    const message = await screen.findByRole('article', { name: 'Client dora@example.org wrote' });
    const mark = within(message).getByRole('button', { name: 'Not verified' });
    expect(screen.getAllByText('Not verified')).toHaveLength(1);
    expect(screen.queryByRole('tooltip')).toBeNull();
    await user.hover(mark);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /Nothing proves that dora@example.org wrote this/,
    );
    await user.unhover(mark);
    await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
    act(() => mark.focus());
    expect(await screen.findByRole('tooltip')).toBeVisible();
    expect(mark).toHaveAccessibleDescription(/anybody can send a mail in somebody else's name/);
    expect(await axeViolations()).toEqual([]);
  });

  test('unfolds what a mail quotes, and folds it again', async () => {
    const { routes } = serveTicket();
    routes['GET /tickets/2233444/messages'] = {
      body: aPage([
        aMessage({ body: 'It is the red one.', hasQuoted: true }),
        aMessage({ id: 'm-2', kind: 'note', author: { ...dora, ...alice, company: null } }),
      ]),
    };
    routes['GET /tickets/2233444/messages/m-1/text'] = problem(404);
    const user = renderApp('/tickets/2233444');
    const folded = await screen.findByRole('article', { name: 'Client dora@example.org wrote' });
    const whole = screen.getByRole('article', { name: 'Internal note by Alice Lund' });
    expect(within(whole).queryByRole('button', { name: 'Show the whole mail' })).toBeNull();
    const unfold = within(folded).getByRole('button', { name: 'Show the whole mail' });
    expect(unfold).toHaveAttribute('aria-expanded', 'false');
    await user.click(unfold);
    const retry = await within(folded).findByRole('button', { name: 'Try again' });
    routes['GET /tickets/2233444/messages/m-1/text'] = {
      body: 'It is the red one.\n\n> <b>Which one?</b>',
    };
    await user.click(retry);
    await waitFor(() => expect(folded).toHaveTextContent('> <b>Which one?</b>'));
    const fold = within(folded).getByRole('button', { name: 'Show only what is new' });
    expect(fold).toHaveAttribute('aria-expanded', 'true');
    expect(await axeViolations()).toEqual([]);
    await user.click(fold);
    expect(folded).not.toHaveTextContent('Which one?');
    expect(folded).toHaveTextContent('It is the red one.');
  });

  test('a client who is named like staff is shown as a client, by address', async () => {
    const impostor = {
      ...dora,
      firstName: 'Alice',
      lastName: '\u202eLund\u202c',
      email: 'eve@evil.example',
    };
    const { routes } = serveTicket(aTicket({ requester: impostor }));
    routes['GET /tickets/2233444/messages'] = { body: aPage([aMessage({ author: impostor })]) };
    renderApp('/tickets/2233444');
    const message = await screen.findByRole('article');
    expect(message).toHaveAccessibleName('Client Alice Lund (eve@evil.example) wrote');
    const properties = screen.getByRole('complementary', { name: 'Ticket properties' });
    expect(properties).toHaveTextContent(/Alice Lund.*eve@evil.example.*Client/);
  });

  test('a closed ticket says how long it took', async () => {
    serveTicket(aTicket({ status: 'closed', responseTime: '2026-11-20T14:12:00Z' }));
    renderApp('/tickets/2233444');
    expect(await screen.findByText('5h 12m')).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'Reopen and tell dora@example.org' }),
    ).toBeEnabled();
  });

  test('a right that is taken away takes its control along', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { routes, stream } = serveTicket();
    renderApp('/tickets/2233444');
    await stream.open();
    stream.tell('counters.changed');
    expect(await screen.findByRole('button', closeButton)).toBeVisible();
    await vi.advanceTimersByTimeAsync(1_000);
    routes['GET /me'] = { body: { ...alice, features: ['ticket:read'] } };
    stream.end();
    await vi.advanceTimersByTimeAsync(2_000);
    await stream.open();
    await waitFor(() => expect(screen.queryByRole('button', closeButton)).toBeNull());
  });

  test('a mail cannot bring its own markup', async () => {
    const { routes } = serveTicket();
    routes['GET /tickets/2233444/messages'] = {
      body: aPage([aMessage({ body: '<img src=x onerror=alert(1)> javascript:alert(1)' })]),
    };
    renderApp('/tickets/2233444');
    const message = await screen.findByRole('article');
    expect(message).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(message.querySelector('img, a')).toBeNull();
  });

  test('the same words for "does not exist" and "not yours"', async () => {
    serve({ 'GET /me': { body: alice }, 'GET /tickets/1': problem(404) });
    renderApp('/tickets/1');
    expect(await screen.findByText(/There is no ticket #1, or it is not yours/)).toBeVisible();
    expect(await axeViolations()).toEqual([]);
  });

  test('messages that fail leave the rest readable', async () => {
    const { routes } = serveTicket();
    routes['GET /tickets/2233444/messages'] = problem(503, 'Busy.');
    renderApp('/tickets/2233444');
    expect(await screen.findByRole('alert')).toHaveTextContent('Busy.');
    expect(screen.getByRole('complementary', { name: 'Ticket properties' })).toBeVisible();
  });
});

describe('closing', () => {
  test('sends the version that was seen, and the token against forgery', async () => {
    const { calls } = serveTicket();
    const user = renderApp('/tickets/2233444');
    await user.click(await screen.findByRole('button', closeButton));
    await screen.findByRole('button', { name: 'Reopen and tell dora@example.org' });
    const patch = calls.find(({ method }) => method === 'PATCH');
    expect(patch?.body).toEqual({ status: 'closed' });
    expect(patch?.headers.get('If-Match')).toBe('"3"');
    expect(patch?.headers.get('X-XSRF-TOKEN')).toBe('token-1');
    expect(
      screen.getAllByText('Closed. dora@example.org is told by mail.').map(({ role }) => role),
    ).toContain('status');
  });

  test('e does it from the keyboard; Esc goes back to the list that was left', async () => {
    const { calls } = serveTicket();
    const user = renderApp('/tickets?status=open');
    await user.click(await screen.findByRole('link', { name: 'Printer on fire' }));
    await screen.findByRole('button', closeButton);
    await user.keyboard('e');
    await screen.findByRole('button', { name: 'Reopen and tell dora@example.org' });
    expect(calls.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
    await user.keyboard('{Escape}');
    expect(location.pathname + location.search).toBe('/tickets?status=open');
  });

  test('an answer that shows nothing says nevertheless that it was done, and asks for the ticket again', async () => {
    const { calls, routes } = serveTicket();
    const user = renderApp('/tickets/2233444');
    const button = await screen.findByRole('button', closeButton);
    routes['PATCH /tickets/2233444'] = { status: 204, body: undefined };
    const asked = () => calls.filter(({ method, path }) => method + path === 'GET/tickets/2233444');
    const before = asked().length;
    await user.click(button);
    await waitFor(() => expect(asked().length).toBeGreaterThan(before));
    expect(
      screen.getAllByText('Closed. dora@example.org is told by mail.').map(({ role }) => role),
    ).toContain('status');
  });

  test('g, then e, is no shortcut and closes nothing', async () => {
    const { calls } = serveTicket();
    const user = renderApp('/tickets/2233444');
    await screen.findByRole('button', closeButton);
    await user.keyboard('ge');
    expect(calls.filter(({ method }) => method === 'PATCH')).toEqual([]);
    await user.keyboard('gt');
    expect(location.pathname).toBe('/tickets');
  });

  test('somebody was faster: shows theirs, and applies mine on top when told to', async () => {
    const { calls, routes } = serveTicket();
    const save = routes['PATCH /tickets/2233444'];
    const user = renderApp('/tickets/2233444');
    const button = await screen.findByRole('button', closeButton);
    routes['PATCH /tickets/2233444'] = problem(412);
    routes['GET /tickets/2233444'] = { body: aTicket({ priority: 'high', version: 4 }) };
    await user.click(button);
    const conflict = await screen.findByRole('alert');
    expect(conflict).toHaveTextContent('It is now: Status: Open. Your change (Status: Closed)');
    expect(await axeViolations()).toEqual([]);
    routes['PATCH /tickets/2233444'] = save ?? problem(599);
    await user.click(within(conflict).getByRole('button', { name: 'Apply mine' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(
      calls
        .filter(({ method }) => method === 'PATCH')
        .at(-1)
        ?.headers.get('If-Match'),
    ).toBe('"4"');
  });

  test('a failure keeps the old status and says why', async () => {
    const { routes } = serveTicket();
    routes['PATCH /tickets/2233444'] = problem(500, 'The database is away.');
    const user = renderApp('/tickets/2233444');
    await user.click(await screen.findByRole('button', closeButton));
    const failure = await screen.findByRole('alert');
    expect(failure).toHaveTextContent('The change was not saved');
    expect(failure).toHaveTextContent('The database is away.');
    expect(screen.getByRole('button', closeButton)).toBeEnabled();
  });

  test('the priority is saved the same way', async () => {
    const { calls } = serveTicket();
    const user = renderApp('/tickets/2233444');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Priority' }), '▲ High');
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ priority: 'high' }),
    );
  });
});

test.each([
  ['a client', { ...alice, role: 'client' as const }],
  ['an admin without ticket:write', { ...alice, features: ['ticket:read'] }],
])('%s sees no control that the server would refuse', async (_, me) => {
  const { calls, routes } = serveTicket();
  routes['GET /me'] = { body: me };
  const user = renderApp('/tickets/2233444');
  await screen.findByRole('complementary', { name: 'Ticket properties' });
  await screen.findByRole('button', { name: 'Account: Alice Lund' });
  expect(screen.queryByRole('button', closeButton)).toBeNull();
  expect(screen.queryByRole('combobox')).toBeNull();
  await user.keyboard('e');
  expect(calls.filter(({ method }) => method === 'PATCH')).toEqual([]);
});

describe('mail that was not delivered', () => {
  const refusal = '550 5.1.1 User unknown';
  const refused = aMail({ state: 'failed', reason: refusal });
  const title = 'The automatic reply to dora@example.org was not delivered';

  test('says why, on whatever page of the trail it is, and is sent again', async () => {
    const { calls, routes } = serveTicket();
    routes['GET /me'] = { body: { ...alice, features: [...alice.features, 'mail:manage'] } };
    routes['GET /tickets/2233444/mail'] = ({ query }) => ({
      body: query.get('cursor')
        ? aPage([refused])
        : aPage([{ ...refused, id: 'n-0', state: 'sent' }], { nextCursor: 'n-0' }),
    });
    routes['POST /notifications/n-1/retry'] = () => {
      routes['GET /tickets/2233444/mail'] = { body: aPage([{ ...refused, state: 'sent' }]) };
      return { body: refused };
    };
    renderApp('/tickets/2233444');
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent(title);
    expect(notice).toHaveTextContent(refusal);
    expect(await axeViolations()).toEqual([]);
    within(notice).getByRole('button', { name: 'Send again' }).click();
    await waitFor(() => expect(screen.queryByText(title)).toBeNull());
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('is sent to another address, with the reason while that fails', async () => {
    const { calls, routes } = serveTicket();
    routes['GET /me'] = { body: { ...alice, features: [...alice.features, 'mail:manage'] } };
    routes['GET /tickets/2233444/mail'] = { body: aPage([refused]) };
    routes['POST /notifications/n-1/retry'] = problem(422, 'It is one of ours');
    const user = renderApp('/tickets/2233444');
    await user.click(await screen.findByRole('button', { name: 'Edit address' }));
    const form = screen.getByRole('form', { name: 'Edit address' });
    const field = within(form).getByRole('textbox', { name: 'Send to' });
    expect(field).toHaveFocus();
    expect(field).toHaveValue('dora@example.org');
    expect(form).toHaveTextContent('Only this mail goes there.');
    expect(await axeViolations()).toEqual([]);
    await user.clear(field);
    expect(within(form).getByRole('button', { name: 'Send there' })).toBeDisabled();
    await user.type(field, ' us@frontdesk.test {Enter}');
    expect(await screen.findByText(/It is one of ours/)).toBeVisible();

    routes['POST /notifications/n-1/retry'] = () => {
      const sent = { ...refused, to: 'döra@example.org', state: 'sent' as const };
      routes['GET /tickets/2233444/mail'] = { body: aPage([sent]) };
      return { body: sent };
    };
    await user.clear(field);
    await user.type(field, 'döra@example.org{Enter}');
    await waitFor(() => expect(screen.queryByText(title)).toBeNull());
    expect(screen.getByRole('region', { name: 'Conversation' })).toHaveFocus();
    expect(calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { to: 'us@frontdesk.test' },
      { to: 'döra@example.org' },
    ]);
  });

  test('of staff has no other address', async () => {
    const { routes } = serveTicket();
    routes['GET /me'] = { body: { ...alice, features: [...alice.features, 'mail:manage'] } };
    routes['GET /tickets/2233444/mail'] = { body: aPage([{ ...refused, kind: 'assigned' }]) };
    renderApp('/tickets/2233444');
    expect(await screen.findByRole('button', { name: 'Send again' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Edit address' })).toBeNull();
  });

  test('stays, with the reason, when sending again fails', async () => {
    const { routes } = serveTicket();
    routes['GET /me'] = { body: { ...alice, role: 'super-admin' } };
    routes['GET /tickets/2233444/mail'] = { body: aPage([refused]) };
    routes['POST /notifications/n-1/retry'] = problem(409, 'It is being sent already');
    renderApp('/tickets/2233444');
    (await screen.findByRole('button', { name: 'Send again' })).click();
    expect(await screen.findByText(/It is being sent already/)).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(title);
  });

  test('is no button for who may not send it', async () => {
    const { routes } = serveTicket();
    routes['GET /tickets/2233444/mail'] = { body: aPage([refused]) };
    renderApp('/tickets/2233444');
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
  });

  test('a client is not asked for', async () => {
    const { calls, routes } = serveTicket();
    routes['GET /me'] = { body: { ...alice, role: 'client', features: [] } };
    renderApp('/tickets/2233444');
    await screen.findAllByRole('article');
    expect(calls.filter(({ path }) => path.endsWith('/mail'))).toEqual([]);
  });

  test('a reply says what became of it', async () => {
    const { routes } = serveTicket();
    routes['GET /tickets/2233444/messages'] = {
      body: aPage([
        aMessage({ kind: 'reply', delivery: { state: 'failed', reason: refusal } }),
        aMessage({ id: 'm-2', kind: 'reply', delivery: { state: 'sent', reason: null } }),
      ]),
    };
    renderApp('/tickets/2233444');
    const [failed, sent] = await screen.findAllByRole('article');
    expect(failed).toHaveTextContent(`Not delivered ${refusal}`);
    expect(sent).toHaveTextContent(/Sent$/);
  });
});
