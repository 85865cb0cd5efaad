import { expect, test } from 'vitest';
import { apiQueryOf, filterOf, searchOf, type TicketFilter } from './ticket-filter';

const all: TicketFilter[] = (['all', 'open', 'closed'] as const).flatMap((status) =>
  (['newest', 'oldest'] as const).map((sort) => ({ status, sort })),
);

test.each(all)('$status, $sort survives the URL', (filter) => {
  expect(filterOf(searchOf(filter))).toEqual(filter);
});

test('the default needs no query', () => {
  expect(searchOf(filterOf(''))).toBe('');
});

test('what nobody understands is ignored', () => {
  expect(filterOf('?status=burning&sort=colour')).toEqual(filterOf(''));
});

test('speaks the words of the API', () => {
  expect(apiQueryOf({ status: 'open', sort: 'oldest' }, 'a+b')).toEqual({
    sort: 'requestTime',
    limit: 50,
    status: 'open',
    cursor: 'a+b',
  });
});
