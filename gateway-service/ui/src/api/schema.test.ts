import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { expect, test } from 'vitest';

const document = readFileSync(
  join(import.meta.dirname, '../../../src/main/resources/openapi.json'),
  'utf8',
);

test('the types are those of the document; npm run api writes them anew', async () => {
  const types = `${COMMENT_HEADER}${astToString(await openapiTS(document))}`;
  expect(readFileSync(join(import.meta.dirname, 'schema.d.ts'), 'utf8')).toBe(types);
});

test('each pattern of the document is one of ECMA 262', () => {
  const patterns: string[] = [];
  JSON.parse(document, (key, value) => {
    if (key === 'pattern' && typeof value === 'string') {
      patterns.push(value);
    }
    return value;
  });
  expect(patterns.length).toBeGreaterThan(5);
  for (const pattern of patterns) {
    expect(() => new RegExp(pattern, 'u'), pattern).not.toThrow();
  }
});
