import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { findEditor, linesIn, rewrite, writeOn } from '../test/editor';
import { axeViolations, renderApp } from '../test/render-app';
import { alice, aMessage, anna, aPage, aTicket, dora } from '../test/samples';
import { type Answer, type Call, problem } from '../test/server';
import { serveTicket } from '../test/ticket-server';

const messages = 'GET /tickets/2233444/messages';
const post = 'POST /tickets/2233444/messages';
const byAlice = { ...alice, company: null };
const replyTo = { name: 'Reply to dora@example.org' };
const addNote = { name: 'Add internal note' };

function serveDesk() {
  const server = serveTicket();
  const conversation = [aMessage()];
  server.routes[messages] = () => ({ body: aPage(conversation) });
  server.routes[post] = ({ body, headers }) => {
    server.shelf.sent(headers.get('Idempotency-Key'));
    const { kind, body: text, cc = [] } = body as { kind: 'reply'; body: string; cc?: string[] };
    const written = aMessage({
      id: `m-${conversation.length + 1}`,
      kind,
      body: text,
      cc,
      author: byAlice,
      heldUntil: kind === 'reply' ? new Date(Date.now() + 9_000).toISOString() : null,
    });
    conversation.push(written);
    return { status: 201, body: written };
  };
  server.routes['DELETE /tickets/2233444/messages/m-2'] = () => {
    conversation.pop();
    return { status: 204, body: undefined };
  };
  const posts = () =>
    server.calls.filter(({ method }) => method === 'POST').map(({ body }) => body);
  const sentKeys = () =>
    server.calls
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers.get('Idempotency-Key'));
  return { ...server, conversation, posts, sentKeys };
}

async function writing(text: string, key = 'r') {
  const user = renderApp('/tickets/2233444');
  await screen.findByRole('button', replyTo);
  await user.keyboard(key);
  const box = await findEditor(/^Text of the/);
  expect(box).toHaveFocus();
  await user.keyboard(text);
  return { user, box };
}

describe('a reply', () => {
  test('goes to whom its writer was shown, after what they had seen', async () => {
    const { posts } = serveDesk();
    const { user } = await writing('Pull the plug.');
    const composer = screen.getByRole('region', { name: 'Reply' });
    expect(composer).toHaveTextContent(/To.*dora@example\.org/);
    expect(await axeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Send to dora@example.org' }));
    await screen.findByText(/Leaves in \d seconds/);
    expect(posts()).toEqual([
      {
        kind: 'reply',
        body: 'Pull the plug.',
        to: 'dora@example.org',
        cc: [],
        seenRecipients: { to: 'dora@example.org', cc: [] },
        attachments: [],
        close: false,
        seenThrough: 'm-1',
      },
    ]);
    expect(screen.queryByRole('region', { name: 'Reply' })).toBeNull();
    expect(screen.getByRole('button', replyTo)).toHaveFocus();
    expect(await axeViolations()).toEqual([]);
  });

  test('is sent by Ctrl+Enter, and with Shift closes the ticket, too', async () => {
    const { posts } = serveDesk();
    await writing('Done.{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await waitFor(() => expect(posts()).toMatchObject([{ body: 'Done.', close: true }]));
  });

  test('has the copies that are proposed, less whom its writer drops, more whom they add', async () => {
    const { routes, posts } = serveDesk();
    const proposed = { to: 'dora@example.org', cc: ['anna@acme.example', 'bo@bolt.example'] };
    routes['GET /tickets/2233444'] = { body: aTicket({ proposed }) };
    const { user } = await writing('Hello both');
    expect(screen.getByText('anna@acme.example')).toBeVisible();
    expect(screen.getAllByText('other company')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'No copy to bo@bolt.example' }));
    const field = screen.getByRole('textbox', { name: 'Add an address' });
    await user.type(field, 'nobody{Enter}');
    expect(await screen.findByText('That is not an e-mail address.')).toBeVisible();
    await user.clear(field);
    await user.type(field, 'Cy <cy@example.org>{Enter}');
    await user.click(screen.getByRole('button', { name: 'Send to dora@example.org and 2 others' }));
    await waitFor(() =>
      expect(posts()).toMatchObject([
        { cc: ['anna@acme.example', 'cy@example.org'], seenRecipients: proposed },
      ]),
    );
  });

  test('is taken back whole by Undo or z, and sent once', async () => {
    const { posts } = serveDesk();
    const { user } = await writing('Hello Dora');
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await screen.findByRole('button', { name: 'Undo' });
    await user.keyboard('z');
    const box = await findEditor('Text of the reply');
    expect(box).toHaveTextContent('Hello Dora');
    await waitFor(() => expect(screen.queryByText(/Leaves in/)).toBeNull());
    await writeOn(user, box, '!');
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await waitFor(() => expect(posts()).toHaveLength(2));
    expect(posts()).toMatchObject([{}, { body: 'Hello Dora!', seenThrough: 'm-1' }]);
  });

  test.each([
    ['', 'Hello Dora'],
    [' Bye', 'Hello Dora Bye'],
  ])(
    'is taken back once before its send was answered, with %j written since',
    async (since, all) => {
      const { posts, routes, stream } = serveDesk();
      let answer = () => {};
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const send = routes[post] as (call: Call) => Answer;
      routes[post] = async (call) => {
        const sent = send(call);
        await answered;
        return sent;
      };
      const { user, box } = await writing('Hello Dora');
      await stream.open();
      await user.click(screen.getByRole('button', { name: /^Send to/ }));
      await waitFor(() => expect(posts()).toHaveLength(1));
      stream.tell('message.created', { ticketId: 2233444, messageId: 'm-2' });
      await screen.findByRole('button', { name: 'Undo' });
      if (since) {
        await writeOn(user, box, since);
      }
      await user.click(screen.getByRole('button', { name: 'Undo' }));
      await waitFor(() => expect(screen.queryByText(/Leaves in/)).toBeNull());
      answer();
      routes[post] = send;
      const again = await findEditor('Text of the reply');
      await waitFor(() => expect(linesIn(again)).toBe(all));
      await user.click(await screen.findByRole('button', { name: /^Send to/ }));
      await waitFor(() => expect(posts()).toHaveLength(2));
      expect(posts()[1]).toMatchObject({ body: all });
    },
  );

  test('that can be taken back no longer says so', async () => {
    const { routes } = serveDesk();
    const { user } = await writing('Too late');
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    routes['DELETE /tickets/2233444/messages/m-2'] = problem(409, 'It was sent already.');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/It was sent already/)).toBeVisible();
    expect(screen.queryByRole('textbox', { name: /^Text of/ })).toBeNull();
  });

  test('of another is not ours to take back', async () => {
    const { conversation } = serveDesk();
    const heldUntil = new Date(Date.now() + 9_000).toISOString();
    conversation.push(aMessage({ id: 'm-2', kind: 'reply', author: anna, heldUntil }));
    renderApp('/tickets/2233444');
    await screen.findByText(/Leaves in \d seconds/);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('a note', () => {
  test('has lock, word and no recipients, and is never a reply', async () => {
    const { posts } = serveDesk();
    const { user } = await writing('She is angry', 'n');
    const composer = screen.getByRole('region', { name: 'Internal note' });
    expect(composer).toHaveTextContent('Only staff can read this; it is never mailed.');
    expect(composer).not.toHaveTextContent('dora@example.org');
    expect(await axeViolations()).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('article', { name: 'Internal note by Alice Lund' });
    expect(posts()).toEqual([{ kind: 'note', body: 'She is angry', attachments: [] }]);
    await user.keyboard('r');
    expect(await findEditor('Text of the reply')).toHaveTextContent(/^$/);
  });

  test('stays a note over a reload, and is kept apart from a reply', async () => {
    serveDesk();
    const { user } = await writing('Half a', 'n');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Add internal note · draft' })).toHaveFocus();
    await user.keyboard('r');
    expect(await findEditor('Text of the reply')).toHaveTextContent(/^$/);
    await user.keyboard('{Escape}');
    cleanup();
    dispatchEvent(new StorageEvent('storage', { key: null }));
    renderApp('/tickets/2233444');
    const box = await findEditor('Text of the note');
    expect(box).toHaveTextContent('Half a');
    expect(box).not.toHaveFocus();
    expect(screen.getByText(/^Draft from/)).toBeVisible();
  });
});

describe('what happens while one writes', () => {
  test('a newer message is told beside the text, and seen once it is shown', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { conversation, posts, stream } = serveDesk();
    const { user, box } = await writing('My answer');
    await stream.open();
    conversation.push(aMessage({ id: 'm-2', body: 'Never mind' }));
    stream.tell('message.created', { ticketId: 2233444, messageId: 'm-2' });
    expect(await screen.findByText('dora@example.org wrote while you were writing')).toBeVisible();
    expect(box).toHaveTextContent('My answer');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(document.activeElement).toHaveAttribute('id', 'message-m-2');
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await waitFor(() => expect(posts()).toMatchObject([{ seenThrough: 'm-2' }]));
  });

  test('the server saw one first: nothing is sent, the text stays, and its writer decides', async () => {
    const { conversation, routes, posts } = serveDesk();
    const save = routes[post];
    const { user } = await writing('My answer');
    routes[post] = () => {
      conversation[1] = aMessage({ id: 'm-2', kind: 'reply', author: anna, body: 'Ours is out' });
      return { status: 409, body: { type: '/problems/newer-messages', detail: 'It went on.' } };
    };
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: /the conversation went on/ });
    await waitFor(() => expect(dialog).toHaveTextContent('Ours is out'));
    expect(await axeViolations()).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Review' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('textbox', { name: /^Text of/ })).toHaveTextContent('My answer');
    await user.click(screen.getByRole('button', { name: 'Send and close' }));
    routes[post] = save ?? problem(599);
    await user.click(await screen.findByRole('button', { name: 'Send anyway' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Text of/ })).toBeNull());
    expect(posts().at(-1)).toMatchObject({ close: true, seenThrough: 'm-2' });
  });

  test('another requester is no reader of what was begun for this one', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { routes, posts, stream } = serveDesk();
    const { user } = await writing('Between us');
    await stream.open();
    routes['GET /tickets/2233444'] = { body: aTicket({ requester: anna, version: 4 }) };
    stream.tell('ticket.updated', { ticketId: 2233444, version: 4 });
    expect(await screen.findByText(/Answers now go to anna@acme.example/)).toBeVisible();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(posts()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Write to anna@acme.example' }));
    await user.click(screen.getByRole('button', { name: 'Send to Anna Berg' }));
    await waitFor(() =>
      expect(posts()).toMatchObject([
        { to: 'anna@acme.example', seenRecipients: { to: 'anna@acme.example', cc: [] } },
      ]),
    );
  });

  test('other copies are told beside the text, and taken over or not as its writer says', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { routes, posts, stream } = serveDesk();
    const { user } = await writing('Between us');
    await stream.open();
    const propose = async (...cc: string[]) => {
      routes['GET /tickets/2233444'] = { body: aTicket({ proposed: { to: dora.email, cc } }) };
      stream.tell('message.created', { ticketId: 2233444 });
      const changed = await screen.findByText(/Other copies are proposed now/);
      await waitFor(() => expect(changed.parentElement).toHaveTextContent(cc.join(', ')));
    };
    await propose('anna@acme.example');
    expect(await axeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Take over the change' }));
    expect(screen.queryByText(/Other copies are proposed now/)).toBeNull();
    await propose('anna@acme.example', 'bo@bolt.example');
    await user.click(screen.getByRole('button', { name: 'Keep my copies' }));
    await user.click(screen.getByRole('button', { name: 'Send to dora@example.org and 1 other' }));
    await waitFor(() =>
      expect(posts()).toMatchObject([
        {
          cc: ['anna@acme.example'],
          seenRecipients: { to: dora.email, cc: ['anna@acme.example', 'bo@bolt.example'] },
        },
      ]),
    );
  });

  test('the server knew of other copies first: nothing is sent, and its writer decides', async () => {
    const { routes, posts } = serveDesk();
    const save = routes[post];
    const { user, box } = await writing('Between us');
    const proposed = { to: dora.email, cc: ['bo@bolt.example'] };
    routes[post] = () => {
      routes['GET /tickets/2233444'] = { body: aTicket({ proposed }) };
      const seen = { to: dora.email, cc: [] };
      const type = '/problems/recipients-changed';
      return { status: 409, body: { type, detail: 'To others by now.', seen, proposed } };
    };
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/To others by now/)).toBeVisible();
    const changed = (await screen.findByText(/Other copies are proposed now/)).parentElement;
    expect(changed).toHaveTextContent(/When you began.*nobody.*Now.*bo@bolt\.example/);
    expect(box).toHaveTextContent('Between us');
    expect(await axeViolations()).toEqual([]);
    routes[post] = save ?? problem(599);
    await user.click(screen.getByRole('button', { name: 'Take over the change' }));
    await user.click(screen.getByRole('button', { name: 'Send to dora@example.org and 1 other' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Text of/ })).toBeNull());
    expect(posts().at(-1)).toMatchObject({ cc: ['bo@bolt.example'], seenRecipients: proposed });
  });

  test('sent or thrown away in another window, it is gone here', async () => {
    serveDesk();
    await writing('The same text');
    localStorage.removeItem('frontdesk-draft:u-alice:2233444:reply');
    fireEvent(
      window,
      new StorageEvent('storage', { key: 'frontdesk-draft:u-alice:2233444:reply' }),
    );
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Text of/ })).toBeNull());
    expect(screen.getByRole('button', replyTo)).toBeVisible();
  });
});

describe('what goes wrong', () => {
  test('a refusal keeps the draft and says why', async () => {
    const { routes } = serveDesk();
    routes[post] = problem(500, 'The database is away.');
    const { user } = await writing('Precious');
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
    expect(screen.getByRole('textbox', { name: /^Text of/ })).toHaveTextContent('Precious');
    expect(localStorage.getItem('frontdesk-draft:u-alice:2233444:reply')).toContain('Precious');
  });

  test('an answer that never came is no reason to send twice', async () => {
    const { conversation, routes, posts, shelf } = serveDesk();
    routes[post] = ({ headers }) => {
      shelf.sent(headers.get('Idempotency-Key'));
      conversation.push(aMessage({ id: 'm-2', kind: 'reply', author: byAlice, body: 'Once' }));
      return problem(504);
    };
    const { user } = await writing('Once');
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Text of/ })).toBeNull());
    expect(localStorage.getItem('frontdesk-draft:u-alice:2233444:reply')).toBeNull();
    expect(posts()).toHaveLength(1);
  });

  test('nothing is sent without words, or offline', async () => {
    const { posts } = serveDesk();
    const { user, box } = await writing(' ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.type(box, 'Hello');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    fireEvent(window, new Event('offline'));
    expect(await screen.findByText('You are offline. The draft is kept.')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Send to/ })).toBeDisabled();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(posts()).toEqual([]);
  });

  test('Enter of an input method sends nothing', async () => {
    const { posts } = serveDesk();
    const { box } = await writing('にほん');
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true, keyCode: 229 });
    expect(posts()).toEqual([]);
  });

  test('Enter and Escape of an input method leave an address as it is', async () => {
    serveDesk();
    const { user } = await writing('Hello');
    const copies = screen.getByRole('textbox', { name: 'Add an address' });
    await user.type(copies, 'にほん');
    fireEvent.keyDown(copies, { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(copies, { key: 'Escape', isComposing: true });
    expect(copies).toHaveValue('にほん');
    expect(screen.queryByText('That is not an e-mail address.')).toBeNull();
    await user.type(copies, '{Enter}');
    expect(await screen.findByText('That is not an e-mail address.')).toBeVisible();
  });

  test('a file that is too large is refused before it is sent', async () => {
    serveDesk();
    await writing('A film');
    const file = new File(['x'], 'film.mov');
    Object.defineProperty(file, 'size', { value: 30 * 1024 * 1024 });
    fireEvent.change(screen.getByLabelText('Attach files'), { target: { files: [file] } });
    expect(await screen.findByRole('alert')).toHaveTextContent('a file may have 25 MB');
    expect(screen.getByRole('button', { name: /^Send to/ })).toBeDisabled();
    fireEvent.click(screen.getByRole('button', { name: 'Remove film.mov' }));
    expect(screen.getByRole('button', { name: /^Send to/ })).toBeEnabled();
  });
});

describe('a draft', () => {
  test('is on the server a second after its writer paused, and goes with its key', async () => {
    const { shelf, sentKeys } = serveDesk();
    const { user } = await writing('Pull the plug.');
    await waitFor(() => expect(shelf.drafts.reply?.body).toBe('Pull the plug.'));
    const { idempotencyKey, to, seenThrough } = shelf.drafts.reply ?? {};
    expect({ to, seenThrough }).toEqual({ to: 'dora@example.org', seenThrough: 'm-1' });
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await screen.findByText(/Leaves in/);
    expect(sentKeys()).toEqual([idempotencyKey]);
    expect(shelf.drafts.reply).toBeNull();
    expect(localStorage.getItem('frontdesk-draft:u-alice:2233444:reply')).toBeNull();
  });

  test('that was begun at another machine is found open, and written on', async () => {
    const { shelf } = serveDesk();
    shelf.write('note', 'Begun elsewhere', 'k');
    const user = renderApp('/tickets/2233444');
    const box = await findEditor('Text of the note');
    expect(box).toHaveTextContent('Begun elsewhere');
    expect(box).not.toHaveFocus();
    expect(screen.getByText(/^Draft from/)).toBeVisible();
    expect(await axeViolations()).toEqual([]);
    await writeOn(user, box, ', ended here');
    await waitFor(() => expect(shelf.drafts.note?.body).toBe('Begun elsewhere, ended here'));
    expect(shelf.drafts.note?.idempotencyKey).toBe('k');
  });

  test('is saved by leaving the ticket at once', async () => {
    const { shelf } = serveDesk();
    await writing('In a hurry');
    cleanup();
    await waitFor(() => expect(shelf.drafts.reply?.body).toBe('In a hurry'));
  });

  test('keeps its key until the server answered, and makes one message', async () => {
    const { routes, sentKeys } = serveDesk();
    const answer = routes[post] ?? problem(599);
    routes[post] = problem(504);
    const { user } = await writing('Did it go?');
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await screen.findByText('The message was not sent. The draft is kept.');
    routes[post] = answer;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/Leaves in/);
    const [first, second] = sentKeys();
    expect(first).toBe(second);
    expect(first).toBeTruthy();
  });

  test('that was sent at another machine is gone here', async () => {
    const { shelf, stream } = serveDesk();
    shelf.write('reply', 'The same text', 'k');
    renderApp('/tickets/2233444');
    await stream.open();
    await findEditor('Text of the reply');
    shelf.sent('k');
    stream.tell('message.created', { ticketId: 2233444 });
    expect(await screen.findByText('Sent or discarded in another window.')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: /^Text of/ })).toBeNull();
    expect(screen.getByRole('button', replyTo)).toBeVisible();
  });

  test('with more text than was sent is kept and marked, and is another message', async () => {
    const { shelf, sentKeys } = serveDesk();
    shelf.write('reply', 'Sent words', 'k');
    const user = renderApp('/tickets/2233444');
    const box = await findEditor('Text of the reply');
    shelf.sent('k');
    await writeOn(user, box, ' and more');
    expect(await screen.findByText(/What you see here was not sent/)).toBeVisible();
    expect(box).toHaveTextContent('Sent words and more');
    expect(await axeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Understood' }));
    await waitFor(() => expect(shelf.drafts.reply?.body).toBe('Sent words and more'));
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await waitFor(() => expect(sentKeys()).toHaveLength(1));
    expect(sentKeys()).not.toEqual(['k']);
  });

  test('of which there are two is sent when its writer has chosen', async () => {
    const { shelf, posts } = serveDesk();
    shelf.write('reply', 'First words', 'k');
    const user = renderApp('/tickets/2233444');
    const box = await findEditor('Text of the reply');
    shelf.write('reply', 'Words of the phone', 'k');
    await rewrite(user, box, 'Words of the desk');
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    expect(await screen.findByText('Words of the phone')).toBeVisible();
    expect(box).toHaveTextContent('Words of the desk');
    expect(posts()).toEqual([]);
    expect(screen.getByRole('button', { name: /^Send to/ })).toBeDisabled();
    expect(await axeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Keep both' }));
    expect(box).toHaveTextContent(/^Words of the desk\s*Words of the phone$/);
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await waitFor(() =>
      expect(posts()).toMatchObject([{ body: 'Words of the desk\n\nWords of the phone' }]),
    );
  });

  test('that is discarded is gone everywhere, unless it is brought back', async () => {
    const { shelf } = serveDesk();
    const { user } = await writing('Never mind');
    await waitFor(() => expect(shelf.drafts.reply).not.toBeNull());
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(shelf.drafts.reply).toBeNull());
    expect(screen.getByRole('button', replyTo)).toHaveFocus();
    expect(await axeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Bring it back' }));
    expect(await screen.findByRole('textbox', { name: /^Text of/ })).toHaveTextContent(
      'Never mind',
    );
    await waitFor(() => expect(shelf.drafts.reply?.body).toBe('Never mind'));
  });

  test('is in this browser while the server can not be reached, and says so', async () => {
    const { routes } = serveDesk();
    routes['PUT /tickets/2233444/drafts/reply'] = problem(503, 'Away.');
    await writing('Precious');
    expect(await screen.findByText(/only in this browser so far/)).toBeVisible();
    expect(screen.getByText(/not saved on the server yet.*Away\./)).toBeVisible();
    expect(localStorage.getItem('frontdesk-draft:u-alice:2233444:reply')).toContain('Precious');
  });
});

test('closing asks where a reply would be left behind', async () => {
  const { calls } = serveDesk();
  const { user } = await writing('Half');
  await user.keyboard('{Escape}e');
  const dialog = await screen.findByRole('dialog', { name: 'Close nevertheless?' });
  expect(dialog).toHaveTextContent('A reply is begun and not sent.');
  expect(calls.filter(({ method }) => method === 'PATCH')).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: /^Close and tell/ }));
  await waitFor(() =>
    expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ status: 'closed' }),
  );
});

test('who may not write has no composer', async () => {
  const { routes } = serveDesk();
  routes['GET /me'] = { body: { ...alice, features: ['ticket:read'] } };
  const user = renderApp('/tickets/2233444');
  await screen.findByRole('article');
  expect(screen.queryByRole('button', replyTo)).toBeNull();
  expect(screen.queryByRole('button', addNote)).toBeNull();
  await user.keyboard('r');
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('what may be missing is asked for once', async () => {
  const { posts } = serveDesk();
  const { user } = await writing('See attached.');
  await user.click(screen.getByRole('button', { name: 'Send and close' }));
  const dialog = await screen.findByRole('dialog', { name: 'Send it like this?' });
  expect(dialog).toHaveTextContent('nothing is attached');
  fireEvent.keyDown(dialog, { key: 'Enter', ctrlKey: true });
  fireEvent.keyDown(dialog, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('textbox', { name: /^Text of/ })).toHaveTextContent('See attached.');
  expect(posts()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Send and close' }));
  await user.click(await screen.findByRole('button', { name: 'Send anyway' }));
  await waitFor(() => expect(posts()).toMatchObject([{ body: 'See attached.', close: true }]));
});

test('a requester who wants answers elsewhere gets them there, and the writer sees where', async () => {
  const { routes } = serveDesk();
  routes['GET /tickets/2233444'] = {
    body: aTicket({
      answerTo: 'dora@home.example',
      proposed: { to: 'dora@home.example', cc: [] },
    }),
  };
  await writing('Hello');
  expect(screen.getByRole('region', { name: 'Reply' })).toHaveTextContent(/To.*dora@home\.example/);
  expect(screen.getByText('Wants answers at dora@home.example')).toBeVisible();
});

test('a name on the button is of this ticket', async () => {
  const { routes } = serveDesk();
  routes['GET /tickets/2233444'] = { body: aTicket({ requester: { ...dora, firstName: 'Dora' } }) };
  renderApp('/tickets/2233444');
  expect(await screen.findByRole('button', { name: 'Reply to Dora' })).toBeVisible();
});

describe('formatted text', () => {
  test('leaves as text and as HTML, and is taken back as it was', async () => {
    const { posts, routes, conversation } = serveDesk();
    routes['GET /tickets/2233444/messages/m-2/body'] = {
      body: '<html><head><style>p{}</style></head><body><div>Pull <strong>the plug</strong></div></body></html>',
    };
    const { user, box } = await writing('Pull ');
    await user.click(screen.getByRole('button', { name: 'Bold' }));
    expect(screen.getByRole('button', { name: 'Bold', pressed: true })).toBeVisible();
    await user.keyboard('the plug');
    expect(box.querySelector('strong')).toHaveTextContent('the plug');
    expect(await axeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await waitFor(() =>
      expect(posts()).toMatchObject([
        { body: 'Pull the plug', html: '<div>Pull <strong>the plug</strong></div>' },
      ]),
    );
    conversation[1] = {
      ...(conversation[1] as never as ReturnType<typeof aMessage>),
      hasHtml: true,
    };
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const again = await findEditor('Text of the reply');
    expect(again).toHaveTextContent('Pull the plug');
  });

  test('is a list by a button, and text alone when it is none again', async () => {
    const { posts } = serveDesk();
    const { user, box } = await writing('Plug');
    await user.click(screen.getByRole('button', { name: 'Bulleted list' }));
    expect(within(box).getByRole('listitem')).toHaveTextContent('Plug');
    await user.click(screen.getByRole('button', { name: 'Bulleted list' }));
    expect(within(box).queryByRole('listitem')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await waitFor(() => expect(posts()).toMatchObject([{ body: 'Plug' }]));
    expect(posts()[0]).not.toHaveProperty('html');
  });

  test.each(['the words', 'the field'])(
    'closes the field of links first, from %s',
    async (from) => {
      serveDesk();
      const { user, box } = await writing('and/or');
      await user.click(screen.getByRole('button', { name: 'Link' }));
      const field = screen.getByRole('textbox', { name: 'Web or e-mail address' });
      if (from === 'the words') {
        box.focus();
      }
      await user.keyboard('{Escape}');
      expect(field).not.toBeInTheDocument();
      expect(box).toHaveTextContent('and/or');
      await waitFor(() => expect(box).toHaveFocus());
      await user.keyboard('{Escape}');
      expect(screen.queryByRole('region', { name: 'Reply' })).toBeNull();
      await user.keyboard('r');
      expect(await findEditor('Text of the reply')).toHaveTextContent('and/or');
    },
  );

  test('has links, to where a link can lead', async () => {
    const { posts } = serveDesk();
    const { user } = await writing('See ');
    await user.click(screen.getByRole('button', { name: 'Link' }));
    const field = screen.getByRole('textbox', { name: 'Web or e-mail address' });
    expect(field).toHaveFocus();
    await user.keyboard('javascript:alert(1){Enter}');
    expect(await screen.findByText('That is not an address that a link can have.')).toBeVisible();
    expect(await axeViolations()).toEqual([]);
    await user.clear(field);
    await user.type(field, 'example.org/a{Enter}');
    expect(screen.queryByRole('textbox', { name: 'Web or e-mail address' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Send to/ }));
    await waitFor(() =>
      expect(posts()).toMatchObject([
        {
          body: 'See https://example.org/a',
          html: '<div>See <a href="https://example.org/a">https://example.org/a</a></div>',
        },
      ]),
    );
  });

  test('that was saved is found as it was', async () => {
    const { shelf } = serveDesk();
    shelf.write('reply', 'One', 'k', '<ul><li><div>One</div></li></ul>');
    renderApp('/tickets/2233444');
    const box = await findEditor('Text of the reply');
    expect(within(box).getByRole('listitem')).toHaveTextContent('One');
  });
});
