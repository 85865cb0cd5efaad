import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { axeViolations, renderApp } from '../test/render-app';
import { aChange, alice, anna, aPage, aTicket, dora } from '../test/samples';
import { problem } from '../test/server';
import { serveTicket } from '../test/ticket-server';

const patch = 'PATCH /tickets/2233444';
const reader = { ...alice, features: [...alice.features, 'user:read', 'org:read'] };
const kim = {
  ...dora,
  id: 'u-kim',
  firstName: 'Kim',
  lastName: 'Lund',
  email: 'kim@frontdesk.test',
};

const known = [kim, { ...alice, company: null }, { id: 'p-web', name: 'Website' }];

function serveDesk(ticket = aTicket()) {
  const server = serveTicket(ticket);
  server.routes['GET /me'] = { body: reader };
  server.routes['GET /users'] = { body: aPage([{ ...kim, active: true }]) };
  server.routes['GET /projects'] = { body: aPage([{ id: 'p-web', name: 'Website' }]) };
  server.routes['GET /tasks'] = { body: aPage([{ id: 't-launch', name: 'Launch' }]) };
  let saved = ticket;
  server.routes[patch] = ({ body }) => {
    const byId = (id: unknown) => known.find((each) => each.id === id) ?? null;
    const references = Object.entries(body as object)
      .filter(([field]) => ['assignee', 'project', 'task'].includes(field))
      .map(([field, id]) => [field, byId(id)]);
    saved = {
      ...saved,
      ...(body as object),
      ...Object.fromEntries(references),
      version: saved.version + 1,
    };
    server.routes['GET /tickets/2233444'] = { body: saved };
    return { body: saved };
  };
  const patches = () => server.calls.filter(({ method }) => method === 'PATCH');
  return { ...server, patches };
}

describe('assignee', () => {
  test('is chosen among staff, who are told apart by their addresses', async () => {
    const { calls, patches } = serveDesk();
    const user = renderApp('/tickets/2233444');
    await user.click(await screen.findByRole('combobox', { name: 'Assignee' }));
    await user.click(await screen.findByRole('option', { name: 'Kim Lund (kim@frontdesk.test)' }));
    await waitFor(() => expect(patches().at(-1)?.body).toEqual({ assignee: 'u-kim' }));
    expect(calls.find(({ path }) => path === '/users')?.query.get('staff')).toBe('true');
    expect(await screen.findByDisplayValue('Kim Lund (kim@frontdesk.test)')).toBeVisible();
    expect(await axeViolations()).toEqual([]);
  });

  test('what is typed is asked of the server, and chooses nobody by itself', async () => {
    const { calls, patches } = serveDesk();
    const user = renderApp('/tickets/2233444');
    const box = await screen.findByRole('combobox', { name: 'Assignee' });
    await user.type(box, 'ki');
    await waitFor(() => expect(calls.at(-1)?.query.get('q')).toBe('ki'));
    await user.tab();
    expect(patches()).toEqual([]);
  });

  test('is taken by a click or a key, and given up', async () => {
    const { patches } = serveDesk(aTicket({ assignee: kim }));
    const user = renderApp('/tickets/2233444');
    await screen.findByRole('button', { name: 'Take it' });
    await user.keyboard('i');
    await waitFor(() => expect(patches().at(-1)?.body).toEqual({ assignee: 'u-alice' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Take it' })).toBeNull());
    await user.click(screen.getByRole('combobox', { name: 'Assignee' }));
    await user.click(await screen.findByRole('option', { name: 'Nobody' }));
    await waitFor(() => expect(patches().at(-1)?.body).toEqual({ assignee: null }));
  });
});

test('a task is one of the project, and goes with it', async () => {
  const placed = aTicket({
    project: { id: 'p-old', name: 'Old' },
    task: { id: 't-old', name: 'Old task' },
  });
  const { calls, patches } = serveDesk(placed);
  const user = renderApp('/tickets/2233444');
  await user.click(await screen.findByRole('combobox', { name: 'Task' }));
  await screen.findByRole('option', { name: 'Launch' });
  expect(calls.find(({ path }) => path === '/tasks')?.query.get('project')).toBe('p-old');
  await user.click(screen.getByRole('combobox', { name: 'Project' }));
  await user.click(await screen.findByRole('option', { name: 'Website' }));
  await waitFor(() => expect(patches().at(-1)?.body).toEqual({ project: 'p-web', task: null }));
  expect(screen.getByRole('combobox', { name: 'Task' })).not.toHaveValue('Old task');
});

test('tags are added, once each, and removed', async () => {
  const { patches } = serveDesk(aTicket({ tags: ['fire'] }));
  const user = renderApp('/tickets/2233444');
  const field = await screen.findByRole('textbox', { name: 'Add a tag' });
  await user.type(field, 'fire{Enter}');
  await user.type(field, ' smoke {Enter}');
  await waitFor(() =>
    expect(patches().map(({ body }) => body)).toEqual([{ tags: ['fire', 'smoke'] }]),
  );
  await user.click(await screen.findByRole('button', { name: 'Remove tag fire' }));
  await waitFor(() => expect(patches().at(-1)?.body).toEqual({ tags: ['smoke'] }));
});

test('the requester is somebody known, or anybody by an address', async () => {
  const { routes, patches } = serveDesk();
  routes['GET /users'] = ({ query }) => ({
    body: aPage(query.get('q') === 'anna' ? [{ ...anna, active: true }] : []),
  });
  routes[patch] = { body: aTicket({ requester: anna, version: 4 }) };
  const user = renderApp('/tickets/2233444');
  await user.click(await screen.findByRole('button', { name: 'Change requester' }));
  const box = screen.getByRole('combobox', { name: /new requester/ });
  await user.type(box, 'anna');
  await user.click(
    await screen.findByRole('option', { name: /Anna Berg \(anna@acme.example\) · Acme/ }),
  );
  await waitFor(() => expect(patches().at(-1)?.body).toEqual({ requester: { id: 'u-anna' } }));
  expect(await screen.findAllByText('The ticket is now for anna@acme.example.')).not.toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Change requester' }));
  await user.type(screen.getByRole('combobox', { name: /new requester/ }), 'Bo <BO@bolt.example>');
  await user.click(await screen.findByRole('option', { name: 'Use BO@bolt.example' }));
  await waitFor(() =>
    expect(patches().at(-1)?.body).toEqual({ requester: { email: 'BO@bolt.example' } }),
  );
});

test('their other tickets are one click away', async () => {
  const { calls } = serveDesk();
  renderApp('/tickets/2233444');
  const card = await screen.findByRole('region', { name: 'Requester' });
  await waitFor(() => expect(card).toHaveTextContent('No other tickets'));
  const asked = calls.find(({ path, query }) => path === '/tickets' && query.has('requester'));
  expect(asked?.query.get('requester')).toBe('u-dora');
});

describe('saving', () => {
  test('shows the change before the server has answered, and takes it back with the reason', async () => {
    const { routes } = serveDesk();
    let answer = () => {};
    routes[patch] = () =>
      new Promise((resolve) => {
        answer = () => resolve(problem(500, 'The database is away.'));
      });
    const user = renderApp('/tickets/2233444');
    const priority = await screen.findByRole('combobox', { name: 'Priority' });
    await user.selectOptions(priority, '▲ High');
    await waitFor(() => expect(priority).toHaveValue('high'));
    expect(screen.queryByRole('alert')).toBeNull();
    answer();
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
    expect(priority).toHaveValue('mid');
  });

  test('two changes at once are made one after the other, each on the version of the one before', async () => {
    const { patches } = serveDesk();
    const user = renderApp('/tickets/2233444');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Priority' }), '▲ High');
    await user.click(screen.getByRole('button', { name: 'Take it' }));
    await waitFor(() => expect(patches()).toHaveLength(2));
    expect(patches().map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"']);
  });

  test('somebody was faster: says who and what, and theirs stays unless told otherwise', async () => {
    const { routes, patches } = serveDesk();
    const user = renderApp('/tickets/2233444');
    const priority = await screen.findByRole('combobox', { name: 'Priority' });
    routes[patch] = problem(412);
    routes['GET /tickets/2233444'] = { body: aTicket({ priority: 'low', version: 4 }) };
    routes['GET /tickets/2233444/history'] = { body: { items: [aChange({ after: 'low' })] } };
    await user.selectOptions(priority, '▲ High');
    const conflict = await screen.findByRole('alert');
    await waitFor(() =>
      expect(conflict).toHaveTextContent('Maria Roy changed the priority from Mid to Low'),
    );
    expect(conflict).toHaveTextContent(
      'Priority: Low. Your change (Priority: High) was not saved.',
    );
    await user.click(within(conflict).getByRole('button', { name: 'Keep theirs' }));
    expect(priority).toHaveValue('low');
    expect(patches()).toHaveLength(1);
  });

  test('a key that is held down closes the ticket once', async () => {
    const { patches } = serveDesk();
    const user = renderApp('/tickets/2233444');
    await screen.findByRole('button', { name: 'Close and tell dora@example.org' });
    await user.keyboard('{e>5/}');
    await screen.findByRole('button', { name: 'Reopen and tell dora@example.org' });
    await waitFor(() => expect(patches()).toHaveLength(1));
  });
});

test('who may only read sees words instead of fields', async () => {
  const { routes } = serveDesk(
    aTicket({ assignee: kim, project: { id: 'p', name: 'Website' }, tags: ['a'] }),
  );
  routes['GET /me'] = { body: { ...reader, features: ['ticket:read'] } };
  renderApp('/tickets/2233444');
  const properties = await screen.findByRole('complementary', { name: 'Ticket properties' });
  await waitFor(() => expect(properties).toHaveTextContent('Kim Lund'));
  expect(properties).toHaveTextContent(/Website.*Task.*None.*a/);
  expect(within(properties).queryByRole('combobox')).toBeNull();
  expect(within(properties).queryByRole('textbox')).toBeNull();
});

test('a possible follow-up is named', async () => {
  serveDesk(aTicket({ possibleFollowUpOf: 2230000 }));
  renderApp('/tickets/2233444');
  expect(await screen.findByRole('link', { name: 'Ticket #2230000' })).toHaveAttribute(
    'href',
    '/tickets/2230000',
  );
});
