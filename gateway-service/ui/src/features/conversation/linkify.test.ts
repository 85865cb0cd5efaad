import { expect, test } from 'vitest';
import { linkify } from './linkify';

const links = (text: string) => linkify(text).flatMap(({ href }) => href ?? []);

test('cuts the text without losing any of it', () => {
  const text = 'See https://a.example/b?c=1, or (http://d.example/e).\nBye';
  expect(links(text)).toEqual(['https://a.example/b?c=1', 'http://d.example/e']);
  expect(
    linkify(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('keeps brackets that belong to the address', () => {
  expect(links('https://a.example/x_(y)')).toEqual(['https://a.example/x_(y)']);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'https://', 'nothing here'])(
  '%s is no link',
  (text) => {
    expect(links(text)).toEqual([]);
  },
);
