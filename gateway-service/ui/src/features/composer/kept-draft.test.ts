import { beforeEach, expect, test } from 'vitest';
import type { DraftToSave, SavedDraft } from '../../api/types';
import { Problem } from '../../lib/problem';
import { DraftStore, emptyDraft } from './draft';
import { type DraftServer, KeptDraft } from './kept-draft';

beforeEach(() => localStorage.clear());

const problem = (status: number, type: string) =>
  new Problem(status, { type: `/problems/${type}` });

/** As the API does it: versions are never given twice, and a key that was sent is used. */
class FakeServer implements DraftServer {
  draft: SavedDraft | null = null;
  known: SavedDraft | null = null;
  readonly used = new Set<string>();
  readonly bodies: string[] = [];
  /** What befalls the answer of the next call. */
  next: (() => unknown) | null = null;
  #versions = 0;

  async ask() {
    this.#fail();
    return this.draft;
  }

  async save(content: DraftToSave, base: number | null) {
    if (this.used.has(content.idempotencyKey)) {
      throw problem(409, 'draft-sent');
    }
    if ((this.draft?.version ?? null) !== base) {
      throw problem(412, 'draft-changed');
    }
    this.write(content);
    this.#fail();
    return this.draft ?? undefined;
  }

  async remove(base: number) {
    this.#fail();
    if (this.draft && this.draft.version !== base) {
      throw problem(412, 'draft-changed');
    }
    this.draft = null;
  }

  async know(draft: SavedDraft | null) {
    this.known = draft;
  }

  write(content: DraftToSave): void {
    this.bodies.push(content.body);
    this.draft = {
      body: content.body,
      html: content.html ?? null,
      to: content.to ?? null,
      cc: content.cc ?? [],
      attachments: [],
      seenThrough: content.seenThrough ?? null,
      idempotencyKey: content.idempotencyKey,
      version: ++this.#versions,
      savedAt: '2026-11-20T09:00:00.000Z',
    };
  }

  #fail(): void {
    const fail = this.next;
    this.next = null;
    fail?.();
  }
}

function begin(body = 'Dear Dora') {
  const server = new FakeServer();
  const kept = new KeptDraft(new DraftStore('d'), server);
  const write = (text: string) => {
    const now = kept.store.get() ?? emptyDraft();
    kept.store.set({ ...now, body: text, unsaved: true });
  };
  write(body);
  return { server, kept, write, draft: () => kept.store.get() };
}

const away = () => {
  throw new Problem(0);
};

test('is saved, and saved again where more was written', async () => {
  const { server, kept, write, draft } = begin();
  const first = kept.save();
  write('Dear Dora, come');
  await first;
  await kept.save();
  await kept.save();
  expect(server.bodies.at(-1)).toBe('Dear Dora, come');
  expect(draft()).toMatchObject({ unsaved: false, base: server.draft?.version });
  expect(server.known).toBe(server.draft);
});

test('blanks are not saved, and words that were taken out are not kept', async () => {
  const { server, kept, write, draft } = begin(' ');
  await kept.save();
  expect(server.bodies).toEqual([]);
  write('Words');
  await kept.save();
  write('');
  await kept.save();
  expect(server.draft).toBeNull();
  expect(draft()?.base).toBeNull();
});

test('a save whose answer is lost is gone on from', async () => {
  const { server, kept, write, draft } = begin();
  server.next = away;
  await kept.save();
  expect(kept.notKept.get()).not.toBeNull();
  write('Dear Dora, come');
  await kept.save();
  await kept.save();
  expect(server.bodies).toEqual(['Dear Dora', 'Dear Dora, come']);
  expect(draft()).toMatchObject({ unsaved: false, other: null });
  expect(kept.notKept.get()).toBeNull();
});

test('what was written elsewhere is shown, and nothing is saved before the choice', async () => {
  const { server, kept, write, draft } = begin();
  await kept.save();
  server.write({ body: 'Elsewhere', idempotencyKey: draft()?.key ?? '' });
  write('Here');
  await kept.save();
  await kept.save();
  expect(server.draft?.body).toBe('Elsewhere');
  expect(draft()).toMatchObject({ body: 'Here', other: { body: 'Elsewhere' } });
});

test('what was sent elsewhere does not come back; what is more is another', async () => {
  const { server, kept, write, draft } = begin();
  await kept.save();
  const key = draft()?.key ?? '';
  server.draft = null;
  server.used.add(key);
  write('Dear Dora, and');
  await kept.save();
  expect(server.draft).toBeNull();
  expect(draft()).toMatchObject({ body: 'Dear Dora, and', base: null, outlived: true });
  expect(draft()?.key).not.toBe(key);
});

test('while something is under way, what the server told says nothing', async () => {
  const { kept, draft } = begin();
  const saving = kept.save();
  kept.meet(null);
  await saving;
  expect(draft()).toMatchObject({ body: 'Dear Dora', unsaved: false });
  kept.meet(null);
  expect(draft()).toBeNull();
});

test('is discarded here and there, and can be brought back', async () => {
  const { server, kept, draft } = begin();
  await kept.save();
  const discarded = draft() ?? emptyDraft();
  await kept.discard();
  expect(server.draft).toBeNull();
  expect(draft()).toBeNull();
  kept.bringBack(discarded);
  await kept.save();
  expect(server.draft?.body).toBe('Dear Dora');
  expect(server.draft?.idempotencyKey).toBe(discarded.key);
});

test('is not discarded with what was written elsewhere, or while the server is away', async () => {
  const { server, kept, draft } = begin();
  await kept.save();
  server.next = away;
  await kept.discard();
  expect(draft()?.body).toBe('Dear Dora');
  expect(kept.notKept.get()).not.toBeNull();
  server.write({ body: 'Elsewhere', idempotencyKey: 'k' });
  await kept.discard();
  expect(draft()).toMatchObject({ body: 'Elsewhere', unsaved: false });
});

test('what was saved without an answer is discarded, too', async () => {
  const { server, kept, draft } = begin();
  server.next = away;
  await kept.save();
  expect(server.draft).not.toBeNull();
  await kept.discard();
  expect(server.draft).toBeNull();
  expect(draft()).toBeNull();
});

test('is gone once it was sent, but for what was written since', async () => {
  const { kept, write, draft } = begin();
  kept.sent('Dear Dora');
  expect(draft()).toBeNull();
  write('Dear Dora, more');
  kept.sent('Dear Dora');
  expect(draft()).toMatchObject({ body: 'Dear Dora, more', outlived: true });
});

test('a message that is gone was not seen', async () => {
  const { server, kept, draft } = begin();
  server.next = () => {
    throw problem(422, 'seen-through-unknown');
  };
  kept.store.set({ ...emptyDraft(), body: 'x', seenThrough: 'm-9' });
  await kept.save();
  expect(draft()?.seenThrough).toBeNull();
});
