import { expect, test } from 'vitest';
import { calm } from './calm-rows';

const rows = (...ids: number[]) => ids.map((id) => ({ id, subject: `as of now ${id}` }));
const ids = (list: { id: number }[]) => list.map(({ id }) => id);

test('new rows above wait', () => {
  const { rows: shown, waiting } = calm(rows(2, 1), rows(4, 3, 2, 1));
  expect(ids(shown)).toEqual([2, 1]);
  expect(waiting).toBe(2);
});

test('rows that "Load more" adds below come at once', () => {
  expect(ids(calm(rows(3, 2), rows(3, 2, 1)).rows)).toEqual([3, 2, 1]);
});

test('what left the list keeps its place and is marked', () => {
  const { rows: shown, waiting } = calm(rows(3, 2, 1), rows(3, 1));
  expect(shown.map(({ id, gone }) => [id, gone ?? false])).toEqual([
    [3, false],
    [2, true],
    [1, false],
  ]);
  expect(waiting).toBe(0);
});

test('a row changes in its place', () => {
  const [row] = calm([{ id: 1, subject: 'before' }], [{ id: 1, subject: 'after' }]).rows;
  expect(row?.subject).toBe('after');
});

test('when nothing is left, all that is new waits', () => {
  expect(calm(rows(1), rows(3, 2)).waiting).toBe(2);
});
