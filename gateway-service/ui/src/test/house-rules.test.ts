import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '..');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(ts|tsx|css)$/.test(file) && !/\.test\.|^test\//.test(file),
);
const code = files.map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }));

/** app, routes → features → ui → lib → api; and a feature never imports a feature. */
const mayImport: Record<string, string[]> = {
  'main.tsx': ['app', 'lib'],
  app: ['app', 'routes', 'features', 'ui', 'lib', 'api'],
  routes: ['app', 'routes', 'features', 'ui', 'lib', 'api'],
  features: ['ui', 'lib', 'api'],
  ui: ['ui', 'lib', 'api'],
  lib: ['lib', 'api'],
  api: ['api'],
};

function wrongImports(file: string, text: string): string[] {
  const [layer = '', feature = ''] = file.split('/');
  return [...text.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)]
    .map((match) => normalize(join(dirname(file), match[1] ?? '')))
    .filter((target) => {
      const [to = '', toFeature] = target.split('/');
      const ownFeature = layer === 'features' && to === 'features' && toFeature === feature;
      return !ownFeature && !mayImport[layer]?.includes(to);
    })
    .map((target) => `${file} imports ${target}`);
}

test('the sources are found', () => {
  expect(files).toContain('main.tsx');
  expect(files.length).toBeGreaterThan(50);
});

test('imports go down only', () => {
  expect(code.flatMap(({ file, text }) => wrongImports(file, text))).toEqual([]);
});

test('the rule about imports catches what it forbids', () => {
  const crossing = "import { Conversation } from '../conversation/conversation';";
  expect(wrongImports('features/tickets/a.ts', crossing)).toHaveLength(1);
  expect(wrongImports('lib/a.ts', "import { Button } from '../ui/button';")).toHaveLength(1);
});

test.each([
  ['HTML is never set from a string', /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML/],
  [
    'styles say start and end, not left and right',
    /(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)/,
  ],
  ['the system font needs no download', /@font-face/],
])('%s', (_, forbidden) => {
  expect(code.filter(({ text }) => forbidden.test(text)).map(({ file }) => file)).toEqual([]);
});
