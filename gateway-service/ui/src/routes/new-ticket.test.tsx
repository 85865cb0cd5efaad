import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { axeViolations, renderApp } from '../test/render-app';
import { alice, anna, aPage, aTicket } from '../test/samples';
import { problem, serve } from '../test/server';

const staff = { ...alice, features: ['ticket:read', 'ticket:write', 'user:read', 'org:read'] };
const namesake = { ...anna, id: 'u-anna-2', email: 'anna@bolt.example', company: null };
const create = { name: 'Create ticket' };

beforeEach(() => localStorage.clear());

function serveDesk(me: object = staff) {
  const server = serve({
    'GET /me': { body: me },
    'GET /users': ({ query }) => ({
      body: aPage(
        (query.get('active') === 'false'
          ? [{ ...namesake, email: 'old@acme.example' }]
          : [anna, namesake]
        ).filter(({ email, firstName }) =>
          [email, firstName].some((each) =>
            each.toLowerCase().includes((query.get('q') ?? '').toLowerCase()),
          ),
        ),
      ),
    }),
    'GET /projects': { body: aPage([]) },
    'GET /tickets': { body: aPage([aTicket({ id: 1111111, subject: 'Toner' })]) },
    'GET /tickets/2233444': { body: aTicket() },
    'GET /tickets/2233444/messages': { body: aPage([]) },
    'GET /tickets/2233444/mail': { body: aPage([]) },
    'GET /tickets/2233444/history': { body: { items: [] } },
    'POST /tickets': { status: 201, body: aTicket() },
  });
  const posts = () => server.calls.filter(({ method }) => method === 'POST');
  return { ...server, posts };
}

const picker = () => screen.findByRole('combobox', { name: 'Name or address of whom it is for' });

test('a call is written down for whom it is from, and their open tickets are shown', async () => {
  const { posts } = serveDesk();
  const user = renderApp('/tickets/new');
  await user.type(await picker(), 'anna');
  await user.click(await screen.findByText('Anna Berg (anna@acme.example) · Acme'));
  expect(await screen.findByRole('link', { name: /Toner/ })).toBeVisible();
  expect(
    screen.getByText(/^Anna Berg .* gets a mail with the ticket's number and its subject\.$/),
  ).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Subject' }), 'Paper jam');
  await user.type(screen.getByRole('textbox', { name: 'What they said' }), 'It is stuck.');
  expect(await axeViolations()).toEqual([]);
  await user.click(screen.getByRole('button', create));
  await waitFor(() => expect(location.pathname).toBe('/tickets/2233444'));
  expect(
    await screen.findByText('#2233444 is created. Its confirmation is on its way.'),
  ).toBeVisible();
  expect(posts().map(({ body }) => body)).toEqual([
    {
      requester: { id: 'u-anna' },
      from: 'client',
      confirm: true,
      subject: 'Paper jam',
      message: 'It is stuck.',
      priority: 'mid',
      assignee: null,
      project: null,
      task: null,
      attachments: [],
    },
  ]);
  expect(localStorage.length).toBe(0);
});

test('the words of a note are in no mail, and none leaves where none is wanted', async () => {
  const { posts } = serveDesk();
  const user = renderApp('/tickets/new');
  await user.type(await picker(), 'anna');
  await user.click(await screen.findByText('Anna Berg (anna@acme.example) · Acme'));
  await user.click(screen.getByRole('radio', { name: 'A note for us' }));
  expect(screen.getByText('Only staff see these words. They are in no mail.')).toBeVisible();
  expect(
    screen.getByText(
      /^Anna Berg .* gets a mail with the ticket's number and its subject\. Your note is not in it\.$/,
    ),
  ).toBeVisible();
  await user.click(screen.getByRole('switch', { name: 'Confirm by mail' }));
  expect(screen.getByText(/^Anna Berg .* gets no mail\.$/)).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Subject' }), 'A call');
  await user.type(screen.getByRole('textbox', { name: 'Your note' }), 'She was rude.');
  expect(await axeViolations()).toEqual([]);
  await user.click(screen.getByRole('button', create));
  await waitFor(() =>
    expect(posts().map(({ body }) => body)).toEqual([
      expect.objectContaining({ message: 'She was rude.', from: 'note', confirm: false }),
    ]),
  );
  expect(await screen.findByText('#2233444 is created. The client gets no mail.')).toBeVisible();
});

test('our message is the only mail that leaves, and its choice outlives a reload', async () => {
  const { posts } = serveDesk();
  const user = renderApp('/tickets/new');
  await user.click(await screen.findByRole('radio', { name: 'Our message to the client' }));
  expect(screen.queryByRole('switch', { name: 'Confirm by mail' })).toBeNull();
  expect(screen.getByText(/^Whom it is for gets a mail with your message/)).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Your message' }), 'We come at nine.');
  expect(JSON.parse(localStorage.getItem('frontdesk-new-ticket:u-alice') ?? '')).toMatchObject({
    from: 'reply',
    message: 'We come at nine.',
  });
  await user.type(await picker(), 'anna');
  await user.click(await screen.findByText('Anna Berg (anna@acme.example) · Acme'));
  await user.type(screen.getByRole('textbox', { name: 'Subject' }), 'Visit');
  await user.click(screen.getByRole('button', create));
  await waitFor(() =>
    expect(posts().map(({ body }) => body)).toEqual([
      expect.objectContaining({ message: 'We come at nine.', from: 'reply' }),
    ]),
  );
  expect(
    await screen.findByText('#2233444 is created. Your message goes out by mail.'),
  ).toBeVisible();
});

test('a pasted address finds whoever has it, in any case', async () => {
  serveDesk();
  const user = renderApp('/tickets/new');
  await user.click(await picker());
  await user.paste('Anna Berg <ANNA@acme.example>');
  expect(await screen.findByText('Anna Berg (anna@acme.example) · Acme')).toBeVisible();
  expect(screen.queryByText(/^Use /)).toBeNull();
});

test('an address that nobody has can be used, one of somebody deactivated cannot', async () => {
  serveDesk();
  const user = renderApp('/tickets/new');
  await user.type(await picker(), 'new@acme.example');
  expect(await screen.findByText('Use new@acme.example')).toBeVisible();
  await user.clear(await picker());
  await user.type(await picker(), 'old@acme.example');
  const row = await screen.findByRole('option', { name: /deactivated/ });
  expect(row).toHaveAttribute('data-combobox-disabled', 'true');
  expect(screen.queryByText('Use old@acme.example')).toBeNull();
});

test.each(['{Tab}', '{Enter}'])(
  'a text that is nobody chooses nobody by %s, and says so',
  async (key) => {
    serveDesk();
    const user = renderApp('/tickets/new');
    await user.type(await picker(), 'Anna');
    await screen.findByText('Anna Berg (anna@acme.example) · Acme');
    await user.keyboard(key);
    expect(await screen.findByText(/“Anna” chooses nobody/)).toBeVisible();
    expect(screen.getByRole('button', create)).toBeDisabled();
  },
);

test('what was written is kept in this browser, and what failed is sent again with its key', async () => {
  const { posts, routes } = serveDesk();
  routes['POST /tickets'] = problem(503, 'Try again.');
  const user = renderApp('/tickets/new');
  await user.type(await picker(), 'bo@bolt.example');
  await user.click(await screen.findByText('Use bo@bolt.example'));
  await user.type(screen.getByRole('textbox', { name: 'Subject' }), 'Jam');
  await user.type(screen.getByRole('textbox', { name: 'What they said' }), 'Stuck.');
  expect(localStorage.getItem('frontdesk-new-ticket:u-alice')).toContain('Stuck.');
  await user.click(screen.getByRole('button', create));
  expect(
    await screen.findByText('The ticket was not created. What you wrote is kept.'),
  ).toBeVisible();
  routes['POST /tickets'] = { status: 201, body: aTicket() };
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(location.pathname).toBe('/tickets/2233444'));
  const keys = posts().map(({ headers }) => headers.get('Idempotency-Key'));
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('a client says what they want, and is asked nothing else', async () => {
  const { posts } = serveDesk({ ...alice, id: 'u-dora', role: 'client', features: [] });
  const user = renderApp('/tickets');
  await screen.findByRole('link', { name: 'New ticket' });
  await user.keyboard('c');
  await user.type(await screen.findByRole('textbox', { name: 'Subject' }), 'Jam');
  expect(screen.queryByRole('combobox')).toBeNull();
  await user.type(screen.getByRole('textbox', { name: 'What you want to tell us' }), 'Stuck.');
  await user.click(screen.getByRole('button', create));
  await waitFor(() =>
    expect(posts().map(({ body }) => body)).toEqual([
      { subject: 'Jam', message: 'Stuck.', attachments: [] },
    ]),
  );
});

test('who may not create tickets is told which feature it takes', async () => {
  serveDesk({ ...alice, features: ['ticket:read'] });
  renderApp('/tickets/new');
  expect(await screen.findByText(/It takes the feature ticket:write/)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'New ticket' })).toBeNull();
});
