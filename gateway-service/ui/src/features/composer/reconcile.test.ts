import { describe, expect, test } from 'vitest';
import type { SavedDraft } from '../../api/types';
import { type Draft, emptyDraft } from './draft';
import { afterSave, contentOf, outlived, reconciled, taken, textOf, together } from './reconcile';

const there: SavedDraft = {
  body: 'Dear Dora',
  html: null,
  to: 'dora@example.org',
  cc: [],
  attachments: [],
  seenThrough: 'm-1',
  idempotencyKey: 'k',
  version: 3,
  savedAt: '2026-11-20T09:00:00.000Z',
};
const saved = taken(there);
const changed = (fields: Partial<Draft> = {}): Draft => ({
  ...saved,
  body: 'Dear Dora, come',
  unsaved: true,
  ...fields,
});
const newer: SavedDraft = { ...there, body: 'Dear Dora, stay', version: 4 };

describe('when the server has one', () => {
  test('it is taken where nothing was written', () => {
    expect(reconciled(null, there)).toEqual(saved);
    expect(reconciled(emptyDraft(), there)).toEqual(saved);
    expect(reconciled(saved, newer)).toEqual(taken(newer));
  });

  test('what was written on from it stays', () => {
    expect(reconciled(changed(), there)).toEqual(changed());
  });

  test('an older one says nothing', () => {
    const here = changed({ base: 4 });
    expect(reconciled(here, there)).toBe(here);
    expect(reconciled({ ...here, unsaved: false }, there)?.body).toBe('Dear Dora, come');
  });

  test('what was written here and elsewhere is both shown, and neither lost', () => {
    expect(reconciled(changed(), newer)).toEqual(changed({ other: newer }));
    expect(reconciled(changed({ base: null }), there)).toEqual(
      changed({ base: null, other: there }),
    );
  });

  test('the same words need no choice', () => {
    const same = { ...newer, body: 'Dear Dora, come' };
    expect(reconciled(changed(), same)).toEqual(taken(same));
  });

  test('what came from here and was not answered is known again', () => {
    const sending = textOf(contentOf({ ...saved, body: newer.body }));
    expect(reconciled(changed({ sending }), newer)).toEqual(changed({ base: 4 }));
  });
});

describe('when the server has none', () => {
  test('what was never there stays', () => {
    expect(reconciled(null, null)).toBeNull();
    const here = changed({ base: null });
    expect(reconciled(here, null)).toBe(here);
  });

  test('what was there was sent or discarded elsewhere', () => {
    expect(reconciled(saved, null)).toBeNull();
    expect(reconciled(changed({ body: ' ' }), null)).toBeNull();
  });

  test('what was written since is the beginning of another', () => {
    const here = reconciled(changed(), null);
    expect(here).toMatchObject({ body: 'Dear Dora, come', base: null, outlived: true });
    expect(here?.key).not.toBe('k');
  });
});

describe('after a save', () => {
  test('all of it is there', () => {
    const sent = textOf(contentOf(changed()));
    const answer = { ...there, body: 'Dear Dora, come', version: 4 };
    expect(afterSave(changed(), sent, answer)).toMatchObject({ unsaved: false, base: 4 });
  });

  test('what was written meanwhile goes on from it', () => {
    const sent = textOf(contentOf(changed()));
    const here = changed({ body: 'Dear Dora, come in' });
    expect(afterSave(here, sent, newer)).toMatchObject({ unsaved: true, base: 4, body: here.body });
  });

  test('nothing comes back, and another is another', () => {
    expect(afterSave(null, '', newer)).toBeNull();
    const another = outlived(changed());
    expect(afterSave(another, '', newer)).toBe(another);
  });
});

test('both together have the words and files of both', () => {
  const file = (id: string) => ({
    id,
    filename: id,
    contentType: 'text/plain',
    size: 1,
    inline: false,
  });
  const here = changed({ attachments: [file('a'), file('b')], other: newer });
  const both = together(here, { ...newer, attachments: [file('b'), file('c')] });
  expect(both.body).toBe('Dear Dora, come\n\nDear Dora, stay');
  expect(both.attachments.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(both).toMatchObject({ base: 4, unsaved: true, other: null, key: 'k' });
});
