import type { DraftToSave, SavedDraft } from '../api/types';
import { dora } from './samples';
import type { Call, Route } from './server';

/** One's drafts for a ticket, as the API keeps them: versions are never given twice, and a key is used once. */
export class DraftShelf {
  readonly drafts: Record<string, SavedDraft | null> = { reply: null, note: null };
  readonly #used = new Set<string>();
  #versions = 0;

  routes(ticket: number): Record<string, Route> {
    return Object.fromEntries(
      ['reply', 'note'].flatMap((kind) => {
        const path = `/tickets/${ticket}/drafts/${kind}`;
        return [
          [`GET ${path}`, () => this.#answer(kind)],
          [`PUT ${path}`, (call: Call) => this.#put(kind, call)],
          [`DELETE ${path}`, (call: Call) => this.#remove(kind, call)],
        ];
      }),
    );
  }

  /** As from another browser. */
  write(
    kind: string,
    body: string,
    idempotencyKey: string = crypto.randomUUID(),
    html: string | null = null,
  ): void {
    this.#keep(kind, { body, html, to: kind === 'reply' ? dora.email : null, idempotencyKey });
  }

  /** A message came with this key. */
  sent(key: string | null): void {
    this.#used.add(key ?? '');
    for (const [kind, draft] of Object.entries(this.drafts)) {
      if (draft?.idempotencyKey === key) {
        this.drafts[kind] = null;
      }
    }
  }

  #answer(kind: string) {
    const body = this.drafts[kind];
    return { status: body ? 200 : 204, body };
  }

  #put(kind: string, { body, headers }: Call) {
    const content = body as DraftToSave;
    if (this.#used.has(content.idempotencyKey)) {
      return { status: 409, body: { type: '/problems/draft-sent' } };
    }
    if (!this.#isExpected(kind, headers)) {
      return { status: 412, body: { type: '/problems/draft-changed' } };
    }
    this.#keep(kind, content);
    return this.#answer(kind);
  }

  #remove(kind: string, { headers }: Call) {
    if (this.drafts[kind] && !this.#isExpected(kind, headers)) {
      return { status: 412, body: { type: '/problems/draft-changed' } };
    }
    this.drafts[kind] = null;
    return { status: 204, body: undefined };
  }

  #isExpected(kind: string, headers: Headers): boolean {
    const there = this.drafts[kind];
    return headers.get('If-None-Match') === '*'
      ? !there
      : headers.get('If-Match') === `"${there?.version}"`;
  }

  #keep(kind: string, content: DraftToSave): void {
    this.drafts[kind] = {
      body: content.body,
      html: content.html ?? null,
      to: content.to ?? null,
      cc: content.cc ?? [],
      attachments: [],
      seenThrough: content.seenThrough ?? null,
      idempotencyKey: content.idempotencyKey,
      version: ++this.#versions,
      savedAt: new Date().toISOString(),
    };
  }
}
