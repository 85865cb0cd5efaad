import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeViolations, renderApp } from '../test/render-app';
import { aChange, aMail, aMessage, aPage } from '../test/samples';
import { serveTicket } from '../test/ticket-server';

const messages = 'GET /tickets/2233444/messages';
const html = (fields = {}) => aMessage({ hasHtml: true, ...fields });

/** As the browser would have loaded it; jsdom loads no frames. */
function load(frame: HTMLElement, markup: string): void {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  Object.defineProperty(frame, 'contentDocument', { value: page, configurable: true });
  fireEvent.load(frame);
}

test('HTML is a page of its own, in a sandbox of exactly these rights', async () => {
  const { routes } = serveTicket();
  routes[messages] = { body: aPage([html()]) };
  renderApp('/tickets/2233444');
  const frame = await screen.findByTitle('Client dora@example.org wrote');
  expect(frame).toHaveAttribute(
    'sandbox',
    'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  );
  expect(frame).toHaveAttribute('referrerpolicy', 'no-referrer');
  expect(frame).toHaveAttribute(
    'src',
    '/api/v1/tickets/2233444/messages/m-1/body?quoted=false&remoteImages=false',
  );
  expect(await axeViolations()).toEqual([]);
});

test('pictures from elsewhere are asked for only when the reader says so', async () => {
  const { routes } = serveTicket();
  routes[messages] = { body: aPage([html()]) };
  const user = renderApp('/tickets/2233444');
  load(await screen.findByTitle(/wrote/), '<img data-remote-src="https://t.example/a.gif">');
  expect(screen.getByText(/1 picture from elsewhere is not loaded/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show once' }));
  const frame = screen.getByTitle(/wrote/);
  expect(frame.getAttribute('src')).toMatch(/remoteImages=true$/);
  load(frame, '<img src="https://t.example/a.gif">');
  expect(screen.queryByText(/not loaded/)).toBeNull();
});

test('what a formatted mail quotes unfolds in its frame, where something was left out', async () => {
  const { routes } = serveTicket();
  routes[messages] = { body: aPage([html({ hasQuoted: true })]) };
  const user = renderApp('/tickets/2233444');
  load(await screen.findByTitle(/wrote/), '<p>Nobody can tell</p>');
  expect(screen.queryByRole('button', { name: 'Show the whole mail' })).toBeNull();
  load(screen.getByTitle(/wrote/), '<html data-folded><p>The red one</p></html>');
  await user.click(screen.getByRole('button', { name: 'Show the whole mail' }));
  const frame = screen.getByTitle(/wrote/);
  expect(frame.getAttribute('src')).toMatch(/quoted=true/);
  load(frame, '<p>The red one</p><blockquote>Which one?</blockquote>');
  await user.click(screen.getByRole('button', { name: 'Show only what is new' }));
  expect(screen.getByTitle(/wrote/).getAttribute('src')).toMatch(/quoted=false/);
});

test('a frame that shows no mail gives way to the text', async () => {
  const { routes } = serveTicket();
  routes[messages] = { body: aPage([html({ body: 'It is smoking.' })]) };
  renderApp('/tickets/2233444');
  const frame = await screen.findByTitle(/wrote/);
  Object.defineProperty(frame, 'contentDocument', { value: null });
  fireEvent.load(frame);
  expect(await screen.findByText(/could not be shown as its sender formatted it/)).toBeVisible();
  expect(screen.getByText('It is smoking.')).toBeVisible();
});

test('no more than ten frames live at once', async () => {
  const { routes } = serveTicket();
  const many = Array.from({ length: 14 }, (_, index) => html({ id: `m-${index}` }));
  routes[messages] = { body: aPage(many) };
  const user = renderApp('/tickets/2233444');
  await user.click(await screen.findByRole('button', { name: 'Show 8 earlier messages' }));
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(14));
  expect(document.querySelectorAll('iframe')).toHaveLength(10);
  expect(screen.getAllByText('It is smoking.')).toHaveLength(4);
});

test('older messages are folded to one line, and a link to one of them opens it', async () => {
  const { routes } = serveTicket();
  const many = Array.from({ length: 9 }, (_, index) => aMessage({ id: `m-${index}` }));
  routes[messages] = ({ query }) => ({
    body: query.get('cursor')
      ? aPage(many.slice(5), { total: 9 })
      : aPage(many.slice(0, 5), { nextCursor: 'next', total: 9 }),
  });
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
  renderApp('/tickets/2233444#message-m-1');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(8));
  expect(screen.getByRole('button', { name: 'Show 1 earlier message' })).toBeVisible();
  expect(scrolled.mock.contexts.at(-1)).toHaveAttribute('id', 'message-m-1');
});

test('changes and our own mails stand between the messages, with names for ids', async () => {
  const { routes } = serveTicket();
  const maria = {
    id: 'u-maria',
    email: 'maria@frontdesk.test',
    firstName: 'Maria',
    lastName: 'Roy',
  };
  routes['GET /tickets/2233444/history'] = {
    body: {
      items: [
        aChange(),
        aChange({ field: 'assignee', before: null, after: 'u-maria', actor: null, route: 'api' }),
        aChange({ field: 'project', before: 'p-gone', after: null }),
      ],
    },
  };
  routes['GET /tickets/2233444/mail'] = { body: aPage([aMail()]) };
  routes['GET /users'] = { body: aPage([{ ...maria, company: null, active: true }]) };
  renderApp('/tickets/2233444');
  const conversation = await screen.findByRole('region', { name: 'Conversation' });
  await waitFor(() =>
    expect(conversation).toHaveTextContent(
      /The automatic reply to dora@example\.org · Sent.*Maria Roy changed the priority from Mid to High/,
    ),
  );
  await waitFor(() =>
    expect(conversation).toHaveTextContent('Frontdesk assigned the ticket to Maria Roy'),
  );
  expect(conversation).toHaveTextContent(/out of the project somebody or something/);
  const history = screen.getByRole('region', { name: 'History' });
  expect(history).toHaveTextContent('History: 3 entries');
  expect(history).toHaveTextContent('by a program');
});

test('a mail says why it is here, shows its original, and copies its link', async () => {
  const { routes } = serveTicket();
  routes['GET /tickets/2233444/mail'] = {
    body: aPage([
      aMail({
        direction: 'in',
        message: 'm-1',
        from: 'dora@example.org',
        placedBy: 'stranger',
        possibleFollowUpOf: 2230000,
        proof: 'none',
        classification: 'person',
        messageId: '<a@example.org>',
      }),
    ]),
  };
  routes['GET /tickets/2233444/messages/m-1/source'] = { body: 'Subject: Printer\n\n<b>raw</b>' };
  const user = renderApp('/tickets/2233444');
  const message = await screen.findByRole('article', { name: 'Client dora@example.org wrote' });
  const menu = within(message).getByRole('button', { name: 'More about this message' });
  await user.click(menu);
  await user.click(await screen.findByRole('menuitem', { name: 'Why is this mail here?' }));
  const why = await screen.findByRole('dialog', { name: 'Why is this mail here?' });
  expect(why).toHaveTextContent(/its author has no part in.*nothing that proves.*<a@example\.org>/);
  expect(await axeViolations()).toEqual([]);
  await user.keyboard('{Escape}');
  await user.click(menu);
  await user.click(await screen.findByRole('menuitem', { name: 'Show original' }));
  expect(await screen.findByText(/<b>raw<\/b>/)).toBeVisible();
  await user.keyboard('{Escape}');
  await user.click(menu);
  const download = await screen.findByRole('menuitem', { name: 'Download mail (.eml)' });
  expect(download).toHaveAttribute('href', '/api/v1/tickets/2233444/messages/m-1/source');
  await user.click(screen.getByRole('menuitem', { name: 'Copy link' }));
  expect(await navigator.clipboard.readText()).toMatch(/\/tickets\/2233444#message-m-1$/);
});

test('a mail that fails the check of its sender says that', async () => {
  const { routes } = serveTicket();
  routes[messages] = { body: aPage([aMessage({ verified: false })]) };
  routes['GET /tickets/2233444/mail'] = {
    body: aPage([aMail({ direction: 'in', message: 'm-1', proof: 'failed' })]),
  };
  const user = renderApp('/tickets/2233444');
  const mark = await screen.findByRole('button', { name: 'Not verified' });
  await waitFor(async () => {
    await user.unhover(mark);
    await user.hover(mark);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(/not from dora@example\.org/);
  });
});

test('files are downloads; a picture has a preview, or says that it has none', async () => {
  const { routes } = serveTicket();
  const file = {
    id: 'a-1',
    filename: 'photo.png',
    contentType: 'image/png',
    size: 2_100_000,
    inline: false,
  };
  routes[messages] = {
    body: aPage([
      aMessage({
        attachments: [
          file,
          { ...file, id: 'a-2', filename: 'a.svg', contentType: 'image/svg+xml' },
        ],
      }),
    ]),
  };
  const user = renderApp('/tickets/2233444');
  const link = await screen.findByRole('link', { name: 'a.svg' });
  expect(link).toHaveAttribute('download', 'a.svg');
  expect(screen.queryByRole('button', { name: 'Preview a.svg' })).toBeNull();
  expect(screen.getByText('No preview')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Preview photo.png' }));
  const picture = await screen.findByRole('img', { name: 'photo.png' });
  expect(picture).toHaveAttribute('src', '/api/v1/attachments/a-1');
  expect(screen.getByRole('link', { name: 'Open in full size' })).toHaveAttribute(
    'href',
    '/api/v1/attachments/a-1',
  );
  expect(await axeViolations()).toEqual([]);
  fireEvent.error(picture);
  expect(screen.queryByRole('link', { name: 'Open in full size' })).toBeNull();
  expect(screen.getByText('There is no preview of this file.')).toBeVisible();
});

/** A mail with a picture of its own; answers its frame. */
function openMailWithLogo(): Promise<HTMLElement> {
  const { routes } = serveTicket();
  const logo = {
    id: 'a-1',
    filename: 'logo.png',
    contentType: 'image/png',
    size: 900,
    inline: true,
  };
  routes[messages] = { body: aPage([html({ attachments: [logo] })]) };
  renderApp('/tickets/2233444');
  return screen.findByTitle(/wrote/);
}

test('what the mail itself shows is no file beside it', async () => {
  await openMailWithLogo();
  expect(screen.queryByRole('link', { name: 'logo.png' })).toBeNull();
});

test('a picture of the mail that cannot be drawn is a file beside it', async () => {
  const frame = await openMailWithLogo();
  const page = new DOMParser().parseFromString(
    '<img src="/api/v1/attachments/a-1" alt="logo.png">',
    'text/html',
  );
  const [picture] = page.images;
  Object.defineProperty(picture, 'complete', { value: true });
  Object.defineProperty(frame, 'contentDocument', { value: page });
  fireEvent.load(frame);
  expect(await screen.findByRole('link', { name: 'logo.png' })).toBeVisible();
  expect(page.images).toHaveLength(0);
  expect(page.querySelector('.picture')?.textContent).toBe('logo.png');
});

test('a PDF that cannot be drawn says so, and is a download', async () => {
  const { routes } = serveTicket();
  const pdf = {
    id: 'a-1',
    filename: 'a.pdf',
    contentType: 'application/pdf',
    size: 900,
    inline: false,
  };
  routes[messages] = { body: aPage([aMessage({ attachments: [pdf] })]) };
  const user = renderApp('/tickets/2233444');
  await user.click(await screen.findByRole('button', { name: 'Preview a.pdf' }));
  expect(await screen.findByText('There is no preview of this file.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Download (1 kB)' })).toHaveAttribute(
    'download',
    'a.pdf',
  );
});
