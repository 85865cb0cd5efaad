import { expect, test } from 'vitest';
import { aMessage, anna, dora } from '../../test/samples';
import { addressesIn, isElsewhere, proposedCopies, publicAfter } from './recipients';

test('copies go to the other people of the newest public message, each once', () => {
  const messages = [
    aMessage({ cc: ['old@example.org'] }),
    aMessage({ author: anna, cc: ['Dora@example.org', 'bo@bolt.example', 'BO@bolt.example'] }),
    aMessage({ kind: 'note', cc: [] }),
  ];
  expect(proposedCopies(messages, dora)).toEqual(['anna@acme.example', 'bo@bolt.example']);
});

test('who only says to have written gets none', () => {
  const messages = [aMessage({ author: anna, verified: false, cc: ['bo@bolt.example'] })];
  expect(proposedCopies(messages, dora)).toEqual(['bo@bolt.example']);
});

test('whom the last reply left out stays out', () => {
  const messages = [
    aMessage({ cc: ['bo@bolt.example', 'cy@bolt.example'] }),
    aMessage({ kind: 'reply', cc: ['cy@bolt.example'] }),
  ];
  expect(proposedCopies(messages, dora)).toEqual(['cy@bolt.example']);
});

test('what came after is public only, and all of it where nothing is known', () => {
  const messages = ['a', 'b', 'c'].map((id) =>
    aMessage({ id, kind: id === 'b' ? 'note' : 'client' }),
  );
  expect(publicAfter(messages, 'a').map(({ id }) => id)).toEqual(['c']);
  expect(publicAfter(messages, null).map(({ id }) => id)).toEqual(['a', 'c']);
});

test.each([
  ['a@b.example', ['a@b.example']],
  ['Anna <a@b.example>, c@d.example;', ['a@b.example', 'c@d.example']],
  ['', []],
  ['nobody', undefined],
  ['a@b.example, nobody', undefined],
  ['a b@c.example', undefined],
])('%s is %j', (typed, found) => {
  expect(addressesIn(typed)).toEqual(found);
});

test('another house shows by the domain', () => {
  expect(isElsewhere('a@acme.example', 'b@ACME.example')).toBe(false);
  expect(isElsewhere('a@acme.example.evil.example', 'b@acme.example')).toBe(true);
});
