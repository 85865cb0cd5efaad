import { focusManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keys } from './keys';
import { live, Refresher } from './refresher';

let cache: QueryClient;
let stop: AbortController;
let refresher: Refresher;

beforeEach(() => {
  vi.useFakeTimers();
  cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  stop = new AbortController();
  refresher = new Refresher(cache, stop.signal);
});

afterEach(() => {
  stop.abort();
  cache.clear();
  focusManager.setFocused(undefined);
});

/** A query that a page shows, whose answers take so long. */
async function show(
  queryKey: readonly unknown[],
  { takes = 0, meta = live as Record<string, unknown> } = {},
) {
  const ask = vi.fn(() => new Promise((resolve) => setTimeout(() => resolve('answer'), takes)));
  new QueryObserver(cache, { queryKey, queryFn: ask, meta }).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(takes);
  ask.mockClear();
  return ask;
}

const list = keys.list({ status: 'all', sort: 'newest' });

test('many events are one question', async () => {
  const ask = await show(list);
  for (let ticketId = 1; ticketId <= 20; ticketId++) {
    refresher.take({ type: 'ticket.created', ticketId });
  }
  await vi.advanceTimersByTimeAsync(249);
  expect(ask).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ask).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ask).toHaveBeenCalledOnce();
});

test.each([
  ['ticket.created', ['list']],
  ['ticket.updated', ['list', 'ticket', 'messages', 'mail', 'history']],
  ['ticket.deleted', ['list', 'ticket', 'messages', 'mail', 'history']],
  ['message.created', ['ticket', 'messages', 'mail', 'history']],
  ['message.updated', ['messages', 'mail']],
  ['message.deleted', ['ticket', 'messages', 'mail', 'history']],
  ['mail.updated', ['mail']],
  ['presence', ['presence']],
  ['resync', ['me', 'list', 'ticket', 'messages', 'mail', 'history', 'presence', 'other']],
  ['reopened', ['me']],
] as const)('%s asks for %j', async (type, wanted) => {
  const shown = {
    me: await show(keys.me),
    list: await show(list),
    ticket: await show(keys.ticket(7)),
    messages: await show(keys.messages(7)),
    mail: await show(keys.mail(7)),
    history: await show(keys.history(7)),
    presence: await show(keys.presence),
    other: await show(keys.ticket(8)),
    text: await show(keys.wholeText(7, 'm-1'), { meta: {} }),
  };
  refresher.take({ type, ticketId: 7 } as Parameters<Refresher['take']>[0]);
  await vi.advanceTimersByTimeAsync(250);
  const asked = Object.entries(shown).filter(([, ask]) => ask.mock.calls.length > 0);
  expect(asked.map(([name]) => name)).toEqual(wanted);
});

test('an answer that may be from before the event is asked for again', async () => {
  const ask = await show(list, { takes: 1_000 });
  cache.refetchQueries({ queryKey: list });
  refresher.take({ type: 'ticket.created', ticketId: 7 });
  await vi.advanceTimersByTimeAsync(900);
  expect(ask).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('what is being changed is asked for once it is changed', async () => {
  const ask = await show(keys.ticket(7));
  const change = cache.getMutationCache().build(cache, {
    mutationKey: keys.ticket(7),
    mutationFn: () => new Promise((resolve) => setTimeout(resolve, 2_000)),
  });
  change.execute(undefined);
  refresher.take({ type: 'ticket.updated', ticketId: 7 });
  await vi.advanceTimersByTimeAsync(1_900);
  expect(ask).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(600);
  expect(ask).toHaveBeenCalledOnce();
});

test('what failed from the start is left to its "Try again"', async () => {
  const ask = vi.fn().mockRejectedValue(new Error('away'));
  new QueryObserver(cache, { queryKey: list, queryFn: ask, meta: live }).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(0);
  refresher.take({ type: 'resync' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ask).toHaveBeenCalledOnce();
});

test('a hidden page asks nothing until it is seen', async () => {
  const ask = await show(keys.ticket(7));
  focusManager.setFocused(false);
  refresher.take({ type: 'ticket.updated', ticketId: 7 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).not.toHaveBeenCalled();
  expect(cache.getQueryState(keys.ticket(7))?.isInvalidated).toBe(true);
});

test('a slow server is asked less', async () => {
  const ask = await show(list, { takes: 2_000 });
  const storm = setInterval(() => refresher.take({ type: 'ticket.created', ticketId: 7 }), 20);
  await vi.advanceTimersByTimeAsync(60_000);
  clearInterval(storm);
  expect(ask.mock.calls.length).toBeGreaterThanOrEqual(5);
  expect(ask.mock.calls.length).toBeLessThanOrEqual(7);
});
