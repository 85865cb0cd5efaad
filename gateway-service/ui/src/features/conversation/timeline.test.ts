import { expect, test } from 'vitest';
import { aChange, aMail, aMessage } from '../../test/samples';
import { startOfLatest, timelineOf } from './timeline';

const at = (minute: number) => `2026-11-20T09:${String(minute).padStart(2, '0')}:00.000Z`;
const messages = (...minutes: number[]) =>
  minutes.map((minute) => aMessage({ id: `m-${minute}`, sentAt: at(minute) }));

test('changes and mails stand between the messages by their time', () => {
  const timeline = timelineOf(
    messages(1, 5),
    [aChange({ field: 'created', at: at(1) }), aChange({ field: 'status', at: at(9) })],
    [aMail({ id: 'n-1', at: at(2) })],
  );
  expect(timeline.map(({ key }) => key)).toEqual(['m-1', 'n-1', 'm-5', 'change-0']);
});

test('messages keep their order whatever their clocks said', () => {
  expect(timelineOf(messages(5, 1), [], []).map(({ key }) => key)).toEqual(['m-5', 'm-1']);
});

test('a mail that came in, and one that carried a reply, are messages already', () => {
  const mails = [aMail({ direction: 'in' }), aMail({ id: 'n-2', message: 'm-1' })];
  expect(timelineOf(messages(1), [], mails)).toHaveLength(1);
});

test('the latest begin at a message, and what stands alone above them is not folded for itself', () => {
  const timeline = timelineOf(messages(1, 3, 5), [aChange({ at: at(2) })], []);
  expect(timeline.map(({ key }) => key)).toEqual(['m-1', 'change-0', 'm-3', 'm-5']);
  expect(startOfLatest(timeline, 2)).toBe(2);
  expect(startOfLatest(timeline, 3)).toBe(0);
  expect(startOfLatest(timeline, 9)).toBe(0);
  expect(startOfLatest(timelineOf(messages(3), [aChange({ at: at(2) })], []), 1)).toBe(0);
});
