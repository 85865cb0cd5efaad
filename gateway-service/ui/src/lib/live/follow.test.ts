import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeLocks } from '../../test/locks';
import { FakeStream } from '../../test/stream';
import type { LiveEvent } from './events';

let stream: FakeStream;
const open: AbortController[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.spyOn(Math, 'random').mockReturnValue(1);
  stream = new FakeStream();
  vi.stubGlobal('fetch', (request: Request) => stream.ask(request));
  Object.defineProperty(navigator, 'locks', { value: new FakeLocks(), configurable: true });
});

afterEach(() => {
  for (const stop of open.splice(0)) {
    stop.abort();
  }
  Reflect.deleteProperty(navigator, 'locks');
});

/** Another tab: another copy of everything that a page holds. */
async function openTab() {
  vi.resetModules();
  const { follow, liveness, endEverywhere } = await import('./follow');
  const { sessionEnded } = await import('../session-end');
  const heard: LiveEvent[] = [];
  const stop = new AbortController();
  open.push(stop);
  follow((event) => heard.push(event), stop.signal);
  return { heard, liveness, sessionEnded, endEverywhere, close: () => stop.abort() };
}

/** What tabs say to each other takes a moment. */
async function said() {
  await vi.advanceTimersByTimeAsync(0);
  await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(0);
}

const updated = (ticketId: number) => ({ type: 'ticket.updated', ticketId });

test('a first stream says that something may have been missed, and then what happens', async () => {
  const tab = await openTab();
  expect(tab.liveness.get()).toBe('off');
  await stream.open();
  await said();
  expect(tab.liveness.get()).toBe('live');
  stream.tell('ticket.updated', { ticketId: 7, version: 2 });
  stream.tell('message.created', { ticketId: 7, messageId: 'm-1' });
  await said();
  expect(tab.heard).toEqual([
    { type: 'resync' },
    updated(7),
    { type: 'message.created', ticketId: 7 },
  ]);
});

test('what a page knows nothing of is passed over', async () => {
  const tab = await openTab();
  await stream.open();
  stream.tell('counters.changed');
  stream.tell('planets.aligned', { ticketId: 7 });
  stream.tell('ticket.updated', { ticketId: 'seven' });
  stream.say('id:9\nevent:ticket.updated\ndata:no json\n\n');
  await said();
  expect(tab.heard).toEqual([{ type: 'resync' }]);
});

test('a stream that breaks is resumed after its last event', async () => {
  const tab = await openTab();
  await stream.open();
  stream.tell('ticket.updated', { ticketId: 7 });
  await said();
  stream.breakOff();
  await said();
  expect(tab.liveness.get()).toBe('gone');
  await stream.open();
  await said();
  expect(tab.liveness.get()).toBe('live');
  expect(stream.asked).toEqual(['', '1']);
  expect(tab.heard.at(-1)).toEqual({ type: 'reopened' });
});

test('a stream that the server ends is opened again when the server wishes, and nobody is troubled', async () => {
  const tab = await openTab();
  await stream.open();
  stream.say('retry:5000\n\n');
  await vi.advanceTimersByTimeAsync(30_000);
  stream.end();
  await vi.advanceTimersByTimeAsync(4_900);
  expect(stream.asked).toHaveLength(1);
  expect(tab.liveness.get()).toBe('live');
  await vi.advanceTimersByTimeAsync(200);
  expect(stream.asked).toHaveLength(2);
});

test('attempts in vain become rarer, down to one in 30 s', async () => {
  await openTab();
  const pauses: number[] = [];
  for (let attempt = 0; attempt < 8; attempt++) {
    await stream.answer(503);
    await said();
    const failed = Date.now();
    while (stream.asked.length < attempt + 2) {
      await vi.advanceTimersByTimeAsync(500);
    }
    pauses.push(Math.round((Date.now() - failed) / 1000));
  }
  expect(pauses).toEqual([2, 4, 8, 16, 30, 30, 30, 30]);
});

test('a stream that is cut each time is asked for ever more rarely, too', async () => {
  await openTab();
  for (let attempt = 0; attempt < 6; attempt++) {
    await stream.open();
    await said();
    stream.end();
    await said();
    await vi.advanceTimersByTimeAsync(30_000);
  }
  await stream.open();
  await said();
  stream.end();
  const asked = stream.asked.length;
  await vi.advanceTimersByTimeAsync(29_000);
  expect(stream.asked).toHaveLength(asked);
});

test('a server that is asked too much says when to come back', async () => {
  await openTab();
  await stream.answer(429, { 'Retry-After': '15' });
  await vi.advanceTimersByTimeAsync(14_900);
  expect(stream.asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(stream.asked).toHaveLength(2);
});

test('a page of a hotel network is no stream', async () => {
  const tab = await openTab();
  await stream.answer(200, { 'Content-Type': 'text/html' });
  await said();
  expect(tab.liveness.get()).toBe('gone');
});

test('a silent stream is opened anew after 40 s, one with heartbeats is not', async () => {
  const tab = await openTab();
  await stream.open();
  for (let beat = 0; beat < 10; beat++) {
    stream.say(':\n\n');
    await vi.advanceTimersByTimeAsync(15_000);
  }
  expect(stream.asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(26_000);
  expect(tab.liveness.get()).toBe('gone');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(stream.asked).toHaveLength(2);
});

test('without a network nothing is tried; with it again, at once', async () => {
  await openTab();
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await stream.answer(503);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(stream.asked).toHaveLength(1);
  online.mockReturnValue(true);
  dispatchEvent(new Event('online'));
  await said();
  expect(stream.asked).toHaveLength(2);
});

test('after a sleep the stream is opened anew', async () => {
  await openTab();
  await stream.open();
  await said();
  vi.setSystemTime(Date.now() + 3_600_000);
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(stream.asked).toHaveLength(2);
});

test('tabs share one stream', async () => {
  const first = await openTab();
  const second = await openTab();
  await stream.open();
  await vi.waitUntil(() => second.liveness.get() === 'live');
  stream.tell('ticket.updated', { ticketId: 7 });
  await vi.waitUntil(() => second.heard.some(({ type }) => type === 'ticket.updated'));
  expect(first.heard).toContainEqual(updated(7));
  expect(stream.asked).toHaveLength(1);
  stream.breakOff();
  await vi.waitUntil(() => second.liveness.get() === 'gone');
});

test('a tab that comes later hears how things are, and asks for what it may have missed', async () => {
  await openTab();
  await stream.open();
  await said();
  const later = await openTab();
  await vi.waitUntil(() => later.liveness.get() === 'live');
  expect(later.heard).toEqual([{ type: 'resync' }]);
});

test('when the leader is closed another tab goes on after the last event, within two seconds', async () => {
  const first = await openTab();
  const second = await openTab();
  await stream.open();
  stream.tell('ticket.updated', { ticketId: 7 });
  await vi.waitUntil(() => second.heard.some(({ type }) => type === 'ticket.updated'));
  const closed = Date.now();
  first.close();
  await stream.open();
  expect(Date.now() - closed).toBeLessThan(2_000);
  expect(stream.asked).toEqual(['', '1']);
  stream.tell('ticket.updated', { ticketId: 8 });
  await said();
  expect(second.heard).toContainEqual(updated(8));
  expect(first.heard).not.toContainEqual(updated(8));
});

test('a leader that says nothing any more is relieved', async () => {
  await openTab();
  const second = await openTab();
  await stream.open();
  await vi.waitUntil(() => second.liveness.get() === 'live');
  // Frozen by the browser: neither its timers nor what it says go on.
  vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => {});
  for (let beat = 0; beat < 6; beat++) {
    stream.say(':\n\n');
    await vi.advanceTimersByTimeAsync(15_000);
  }
  expect(stream.asked).toHaveLength(2);
});

test('a session that ends is asked for nothing any more, and ends in each tab', async () => {
  const first = await openTab();
  const second = await openTab();
  await stream.answer(401);
  await vi.waitUntil(() => second.sessionEnded.get());
  expect(first.sessionEnded.get()).toBe(true);
  await vi.advanceTimersByTimeAsync(600_000);
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(stream.asked).toHaveLength(1);
});

test('logging out ends the stream; the other tabs say so', async () => {
  const first = await openTab();
  const second = await openTab();
  await stream.open();
  await said();
  second.endEverywhere();
  await vi.waitUntil(() => first.sessionEnded.get());
  await said();
  expect(second.sessionEnded.get()).toBe(false);
  expect([first.liveness.get(), second.liveness.get()]).toEqual(['off', 'off']);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(stream.asked).toHaveLength(1);
  stream.tell('ticket.updated', { ticketId: 7 });
  await said();
  expect(first.heard).not.toContainEqual(updated(7));
});

test('where there are no locks a tab listens while it is seen', async () => {
  Reflect.deleteProperty(navigator, 'locks');
  const tab = await openTab();
  await stream.open();
  stream.tell('ticket.updated', { ticketId: 7 });
  await said();
  const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stream.asked).toHaveLength(1);
  seen.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  await stream.open();
  await said();
  expect(stream.asked).toEqual(['', '1']);
  expect(tab.heard.at(-1)).toEqual({ type: 'reopened' });
});
