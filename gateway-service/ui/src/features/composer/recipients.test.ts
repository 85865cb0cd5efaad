import { expect, test } from 'vitest';
import { aMessage, aTicket, dora } from '../../test/samples';
import { emptyDraft } from './draft';
import {
  addressesIn,
  areSame,
  isElsewhere,
  publicAfter,
  shownCopies,
  takenOver,
} from './recipients';

test('what was proposed to a writer is what they were shown, or what this page shows', () => {
  const ticket = aTicket({ proposed: { to: dora.email, cc: ['bo@bolt.example'] } });
  const messages = [aMessage({ id: 'a' })];
  const draft = { ...emptyDraft(), cc: ['cy@bolt.example'], seenThrough: 'a' };
  expect(shownCopies({ ...draft, shownCopies: [] }, ticket, messages)).toEqual([]);
  expect(shownCopies(draft, ticket, messages)).toEqual(['bo@bolt.example']);
  const newer = [...messages, aMessage({ id: 'b' })];
  expect(shownCopies(draft, ticket, newer)).toEqual(['cy@bolt.example']);
});

test('copies are the same in any order', () => {
  expect(areSame(['a@b.example', 'c@d.example'], ['C@d.example', 'a@b.example'])).toBe(true);
  expect(areSame(['a@b.example'], ['c@d.example'])).toBe(false);
  expect(areSame(['a@b.example'], [])).toBe(false);
});

test('a change is taken over without undoing what the writer chose', () => {
  const chosen = ['kept@b.example', 'lost@b.example', 'own@b.example'];
  const shown = ['kept@b.example', 'lost@b.example', 'dropped@b.example'];
  const now = ['kept@b.example', 'dropped@b.example', 'new@b.example'];
  expect(takenOver(chosen, shown, now)).toEqual([
    'kept@b.example',
    'own@b.example',
    'new@b.example',
  ]);
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
