import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadLanguage } from '../lib/i18n';
import { axeViolations, renderApp } from '../test/render-app';
import { alice, aPage, aTicket } from '../test/samples';
import { serve } from '../test/server';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => loadLanguage(['en']));

function openDesk() {
  const server = serve({
    'GET /me': { body: alice },
    'GET /tickets': { body: aPage([aTicket()]) },
  });
  const lists = () => server.calls.filter(({ path }) => path === '/tickets').length;
  renderApp('/tickets');
  return { ...server, lists };
}

const chip = () =>
  screen.getAllByRole('status').find((region) => region.hasAttribute('data-state'));
const saysChip = (words: string | RegExp) => waitFor(() => expect(chip()).toHaveTextContent(words));

test('says nothing until it is known, and then whether the page is live', async () => {
  const { stream } = openDesk();
  await screen.findByRole('table');
  expect(chip()).toBeEmptyDOMElement();
  await stream.open();
  await saysChip('Live');
  expect(await axeViolations()).toEqual([]);
  stream.breakOff();
  await saysChip('Reconnecting…');
  expect(await axeViolations()).toEqual([]);
  await stream.open();
  await saysChip('Live');
});

test('after a minute without an answer it says how old the page is', async () => {
  vi.setSystemTime(new Date('2026-11-20T10:02:00Z'));
  const { stream, routes } = openDesk();
  await stream.open();
  await saysChip('Live');
  routes['GET /tickets'] = { status: 503, body: {} };
  routes['GET /me'] = { status: 503, body: {} };
  routes['GET /presence'] = { status: 503, body: {} };
  stream.breakOff();
  await act(() => vi.advanceTimersByTimeAsync(95_000));
  await saysChip('Offline – data from 10:02');
  expect(await axeViolations()).toEqual([]);
});

test('speaks German', async () => {
  await loadLanguage(['de']);
  const { stream } = openDesk();
  await stream.open();
  await saysChip('Live');
  stream.breakOff();
  await saysChip('Verbinde neu …');
});

test('says so at once when the network is gone', async () => {
  const { stream } = openDesk();
  await stream.open();
  await saysChip('Live');
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  dispatchEvent(new Event('offline'));
  await saysChip(/^Offline – data from/);
});

test('a page asks by itself after a minute without a stream, and never with one', async () => {
  const { stream, lists } = openDesk();
  await screen.findByRole('table');
  await act(() => vi.advanceTimersByTimeAsync(58_000));
  expect(lists()).toBe(1);
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(lists()).toBe(2);
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(lists()).toBe(4);
  await stream.open();
  await saysChip('Live');
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  const before = lists();
  for (let beat = 0; beat < 20; beat++) {
    stream.say(':\n\n');
    await act(() => vi.advanceTimersByTimeAsync(15_000));
  }
  expect(lists()).toBe(before);
});

test('whoever may read no tickets has no stream', async () => {
  const { stream } = serve({
    'GET /me': { body: { ...alice, features: ['org:read'] } },
    'GET /tickets': { status: 403, body: {} },
  });
  renderApp('/tickets');
  await screen.findByRole('button', { name: 'Account: Alice Lund' });
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(stream.asked).toEqual([]);
});
