import { expect, test } from 'vitest';
import { doubtsOf } from './doubts';
import { type Draft, emptyDraft } from './draft';

const draft = (body: string, files = 0): Draft => ({
  ...emptyDraft(),
  body,
  attachments: Array.from({ length: files }, () => ({
    id: 'a',
    filename: 'a',
    contentType: 'text/plain',
    size: 1,
    inline: false,
  })),
});

test.each([
  ['See attached.', 0, 1],
  ['Im Anhang finden Sie alles.', 0, 1],
  ['See attached.', 1, 0],
  ['> see attached\nWhich file?', 0, 0],
  ['We are attaching great importance', 0, 0],
  ['Hello {{firstName}},', 0, 1],
  ['if (a) { b } {{', 0, 0],
])('%j with %i files has %i doubts', (body, files, doubts) => {
  expect(doubtsOf(draft(body, files))).toHaveLength(doubts);
});
