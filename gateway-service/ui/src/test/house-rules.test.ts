import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '..');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(ts|tsx|css)$/.test(file) && !/\.test\.|^test\//.test(file),
);
const code = files.map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }));

/** app → routes → features → queries, ui → lib → api; and a feature never imports a feature. */
const mayImport: Record<string, string[]> = {
  'main.tsx': ['app', 'lib'],
  app: ['app', 'routes', 'queries', 'ui', 'lib', 'api'],
  routes: ['routes', 'features', 'queries', 'ui', 'lib', 'api'],
  features: ['queries', 'ui', 'lib', 'api'],
  queries: ['queries', 'lib', 'api'],
  ui: ['ui', 'lib', 'api'],
  lib: ['lib', 'api'],
  api: ['api'],
};

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map((match) =>
    normalize(join(dirname(file), match[1] ?? '')),
  );
}

function wrongImports(file: string, text: string): string[] {
  const [layer = '', feature = ''] = file.split('/');
  return importsOf(file, text)
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

/** Files that import one another, by whatever way around. */
function circles(imports: Map<string, string[]>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file]);
    } else if (!done.has(file)) {
      for (const next of imports.get(file) ?? []) {
        visit(next, [...way, file]);
      }
      done.add(file);
    }
  };
  for (const file of imports.keys()) {
    visit(file, []);
  }
  return found;
}

test('imports never form a circle', () => {
  const graph = code.map(({ file, text }): [string, string[]] => [
    file.replace(/\.tsx?$/, ''),
    importsOf(file, text),
  ]);
  expect(circles(new Map(graph))).toEqual([]);
});

test('the rule about circles finds one', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
  ]);
  expect(circles(graph)).toEqual([['a', 'b', 'c', 'a']]);
});

test.each([
  [
    'queries and their keys live in queries/',
    /use(?:Infinite)?Query\(|useMutation\(|queryKey/,
    /^queries\//,
  ],
  [
    'addresses live in lib/paths, those of the API in queries/',
    /['"`]\/tickets/,
    /^(lib\/paths|queries\/)/,
  ],
])('%s', (_, pattern, home) => {
  const users = code.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
  expect(users.filter((file) => home.test(file))).not.toEqual([]);
  expect(users.filter((file) => !home.test(file))).toEqual([]);
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
