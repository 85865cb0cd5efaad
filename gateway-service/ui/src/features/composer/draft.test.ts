import { beforeEach, expect, test, vi } from 'vitest';
import { forgetSaved } from '../../lib/draft-copies';
import { type Draft, DraftStore, draftOf, emptyDraft, isWorthKeeping } from './draft';

const draft: Draft = { ...emptyDraft(), body: 'Hello', to: 'dora@example.org', seenThrough: 'm-1' };

beforeEach(() => localStorage.clear());

test('survives the page, and is gone once it is sent', () => {
  new DraftStore('d').set(draft);
  expect(new DraftStore('d').get()).toEqual(draft);
  new DraftStore('d').set(null);
  expect(new DraftStore('d').get()).toBeNull();
});

test('is of one person, one ticket and one kind', () => {
  draftOf('a', 1, 'reply').set(draft);
  expect(draftOf('a', 1, 'note').get()).toBeNull();
  expect(draftOf('a', 2, 'reply').get()).toBeNull();
  expect(draftOf('b', 1, 'reply').get()).toBeNull();
  expect(draftOf('a', 1, 'reply').get()).toEqual(draft);
});

test('what another tab sent is gone here, too', () => {
  const here = draftOf('c', 1, 'reply');
  here.set(draft);
  localStorage.removeItem('frontdesk-draft:c:1:reply');
  dispatchEvent(new StorageEvent('storage', { key: 'frontdesk-draft:c:1:reply' }));
  expect(here.get()).toBeNull();
});

test.each(['{', '[]', '{"body":1}', '{"body":"x"}', '{"body":"x","savedAt":"never"}'])(
  '%s is no draft',
  (text) => {
    localStorage.setItem('d', text);
    expect(new DraftStore('d').get()).toBeNull();
  },
);

test('is forgotten after a week', () => {
  new DraftStore('d').set({
    ...draft,
    savedAt: new Date(Date.now() - 8 * 86_400_000).toISOString(),
  });
  expect(new DraftStore('d').get()).toBeNull();
  expect(localStorage.getItem('d')).toBeNull();
});

test('without storage it lasts as long as the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  const store = new DraftStore('d');
  store.set(draft);
  expect(store.get()).toEqual(draft);
});

test('what an earlier version of this page left is not saved yet', () => {
  localStorage.setItem('d', JSON.stringify({ body: 'Old', savedAt: draft.savedAt }));
  expect(new DraftStore('d').get()).toMatchObject({ body: 'Old', base: null, unsaved: true });
});

test('blanks are worth nothing', () => {
  expect(isWorthKeeping({ ...draft, body: ' \n' })).toBe(false);
  expect(isWorthKeeping(draft)).toBe(true);
});

test('a browser that somebody logs out of keeps what the server does not have', () => {
  const unsaved = 'frontdesk-draft:d:1:note';
  draftOf('d', 1, 'reply').set({ ...draft, base: 3, unsaved: false });
  draftOf('d', 1, 'note').set(draft);
  localStorage.setItem('another', 'x');
  forgetSaved();
  expect(Object.keys(localStorage).sort()).toEqual(['another', unsaved]);
});
