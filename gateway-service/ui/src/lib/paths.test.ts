import { expect, test } from 'vitest';
import { href, paths } from './paths';

test('a path without names is its own address', () => {
  expect(href(paths.tickets)).toBe('/tickets');
});

test('names are filled in, and cannot lead elsewhere', () => {
  expect(href(paths.ticket, { id: 2233444 })).toBe('/tickets/2233444');
  expect(href('/a/:b/c/:d', { b: '../x', d: '?y' })).toBe('/a/..%2Fx/c/%3Fy');
});
