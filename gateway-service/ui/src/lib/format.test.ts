import { expect, test } from 'vitest';
import { age, duration, fileSize } from './format';

const noon = Date.parse('2026-11-23T12:00:00Z');

test.each([
  ['2026-11-23T11:59:45Z', 'now'],
  ['2026-11-23T11:30:00Z', '30 minutes ago'],
  ['2026-11-23T01:00:00Z', '11 hours ago'],
  ['2026-11-22T11:00:00Z', 'yesterday'],
  ['2026-11-10T12:00:00Z', 'Nov 10, 2026'],
])('%s was %s', (at, words) => {
  expect(age(at, noon)).toBe(words);
});

test('a clock that is behind the server never shows the future', () => {
  expect(age('2026-11-23T12:05:00Z', noon)).toBe('now');
});

test.each([
  [30_000, '0m'],
  [5 * 60_000, '5m'],
  [(5 * 60 + 12) * 60_000, '5h 12m'],
  [2 * 86_400_000, '2d'],
  [(50 * 60 + 30) * 60_000, '2d 2h'],
])('%i ms are %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});

test('sizes are rounded to what a person reads', () => {
  expect(fileSize(12)).toBe('1 kB');
  expect(fileSize(2_140_000)).toBe('2.1 MB');
});
