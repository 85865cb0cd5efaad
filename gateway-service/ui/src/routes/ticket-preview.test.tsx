import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { MailPreview } from '../api/types';
import { findEditor, writeOn } from '../test/editor';
import { axeViolations, renderApp } from '../test/render-app';
import { aMessage, aPage, aTicket } from '../test/samples';
import { problem } from '../test/server';
import { serveTicket } from '../test/ticket-server';

const path = 'POST /notifications/preview';
const button = { name: 'Preview mail' };
const title = { name: 'The mail as it leaves' };

function aMail(fields: Partial<MailPreview> = {}): MailPreview {
  return {
    from: { address: 'support@frontdesk.test', name: 'Frontdesk' },
    to: 'dora@example.org',
    cc: [],
    subject: 'Re: Printer on fire [#2233444]',
    text: 'Pull the plug.\n\n-- \nAlice Lund',
    html: '<p>Pull the plug.</p><script>alert(1)</script>',
    attachments: [],
    suppressed: null,
    closing: null,
    ...fields,
  };
}

function serveDesk(ticket = aTicket()) {
  const server = serveTicket(ticket);
  server.routes['GET /tickets/2233444/messages'] = () => ({ body: aPage([aMessage()]) });
  server.routes[path] = { body: aMail() };
  const asked = () =>
    server.calls.filter((call) => call.path === '/notifications/preview').map(({ body }) => body);
  return { ...server, asked };
}

async function writing(text: string, key = 'r') {
  const user = renderApp('/tickets/2233444');
  await screen.findByRole('button', { name: 'Reply to dora@example.org' });
  await user.keyboard(key);
  await findEditor(/^Text of the/);
  await user.keyboard(text);
  return user;
}

test('a reply is shown as it leaves, in a frame where nothing runs, and as plain text', async () => {
  const { asked, routes } = serveDesk();
  routes[path] = {
    body: aMail({
      cc: ['anna@acme.example'],
      attachments: [{ filename: 'plug.csv', contentType: 'text/csv', size: 2_048 }],
    }),
  };
  const user = await writing('Pull the plug.');
  await user.click(screen.getByRole('button', button));
  const dialog = within(await screen.findByRole('dialog', title));
  expect(await dialog.findByText('Re: Printer on fire [#2233444]')).toBeVisible();
  expect(dialog.getByText('Frontdesk <support@frontdesk.test>')).toBeVisible();
  expect(dialog.getByText('anna@acme.example')).toBeVisible();
  expect(dialog.getByText(/plug\.csv/)).toBeVisible();
  expect(asked()).toEqual([
    { ticketId: 2233444, body: 'Pull the plug.', cc: [], attachments: [], close: true },
  ]);
  const frame = dialog.getByTitle('The mail');
  expect(frame).toHaveAttribute('sandbox', '');
  expect(frame.getAttribute('srcdoc')).toContain("default-src 'none'");
  expect(frame.getAttribute('srcdoc')).toContain('<p>Pull the plug.</p>');
  expect(await axeViolations()).toEqual([]);
  await user.click(dialog.getByRole('radio', { name: 'Plain text' }));
  expect(dialog.getByRole('region', { name: 'The mail' })).toHaveTextContent('-- Alice Lund');
  expect(dialog.queryByTitle('The mail')).toBeNull();
  expect(await axeViolations()).toEqual([]);
});

test('a dialog that is closed by Escape leaves the reply, and the focus at its button', async () => {
  serveDesk();
  const user = await writing('Pull the plug.');
  await user.click(screen.getByRole('button', button));
  await screen.findByTitle('The mail');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(screen.getByRole('button', button)).toHaveFocus());
  expect(screen.getByRole('textbox', { name: 'Text of the reply' })).toHaveTextContent(
    'Pull the plug.',
  );
});

test('what is written on is shown anew', async () => {
  const { asked } = serveDesk();
  const user = await writing('Pull the plug.');
  for (const more of ['?', '!']) {
    await writeOn(user, screen.getByRole('textbox', { name: 'Text of the reply' }), more);
    await user.click(screen.getByRole('button', button));
    await screen.findByTitle('The mail');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
  expect(asked()).toMatchObject([{ body: 'Pull the plug.?' }, { body: 'Pull the plug.?!' }]);
});

test('a failure says why, and is tried again', async () => {
  const { routes } = serveDesk();
  routes[path] = problem(503, 'service-unavailable');
  const user = await writing('Pull the plug.');
  await user.click(screen.getByRole('button', button));
  const dialog = within(await screen.findByRole('dialog', title));
  expect(
    await dialog.findByText('There is no preview for now. The draft is kept.', undefined, {
      timeout: 10_000,
    }),
  ).toBeVisible();
  routes[path] = { body: aMail() };
  await user.click(dialog.getByRole('button', { name: 'Try again' }));
  expect(await dialog.findByTitle('The mail')).toBeVisible();
});

test('what leaves besides when the ticket closes with it is shown, too', async () => {
  const { routes } = serveDesk();
  const closing = { subject: 'Re: Printer', text: 'It is now closed.', html: '<p>Closed</p>' };
  routes[path] = { body: aMail({ html: null, closing }) };
  const user = await writing('Done.');
  await user.click(screen.getByRole('button', button));
  const dialog = within(await screen.findByRole('dialog', title));
  await user.click(await dialog.findByText('What leaves besides with “Send and close”'));
  expect(dialog.getByText('It is now closed.')).toBeVisible();
  expect(dialog.queryByRole('radio', { name: 'Formatted' })).toBeNull();
});

test('a mail that would not be sent says why', async () => {
  const { routes } = serveDesk();
  routes[path] = { body: aMail({ suppressed: 'We are support@frontdesk.test' }) };
  const user = await writing('Done.');
  await user.click(screen.getByRole('button', button));
  const notice = await screen.findByText('This mail would not be sent.');
  expect(notice.closest('[role=alert]')).toHaveTextContent('We are support@frontdesk.test');
});

test('a reply to a closed ticket is shown without closing it', async () => {
  const { asked } = serveDesk(aTicket({ status: 'closed' }));
  const user = await writing('Done.');
  await user.click(screen.getByRole('button', button));
  await screen.findByTitle('The mail');
  expect(asked()).toMatchObject([{ close: false }]);
});

test('there is nothing to show of a note, or of nothing', async () => {
  serveDesk();
  const user = await writing(' ');
  expect(screen.getByRole('button', button)).toBeDisabled();
  await user.keyboard('{Escape}n');
  await findEditor('Text of the note');
  expect(screen.queryByRole('button', button)).toBeNull();
});
