import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cssVariables, dark, light, type Tokens } from './tokens';

type Pair = [foreground: keyof Tokens, background: keyof Tokens];

const text: Pair[] = [
  ['text', 'bg'],
  ['text', 'surface'],
  ['text', 'sunken'],
  ['text', 'selected'],
  ['text', 'staff'],
  ['textMuted', 'bg'],
  ['textMuted', 'surface'],
  ['textMuted', 'sunken'],
  ['textMuted', 'selected'],
  ['textMuted', 'staff'],
  ['primary', 'bg'],
  ['primary', 'surface'],
  ['primary', 'staff'],
  ['primary', 'selected'],
  ['primary', 'note'],
  ['onPrimary', 'primary'],
  ['onPrimary', 'primaryHover'],
  ['onPrimarySoft', 'primarySoft'],
  ['high', 'highSoft'],
  ['mid', 'midSoft'],
  ['low', 'lowSoft'],
  ['open', 'openSoft'],
  ['closed', 'closedSoft'],
  ['onNote', 'note'],
  ['info', 'infoSoft'],
];

const controls: Pair[] = [
  ['control', 'bg'],
  ['control', 'surface'],
  ['noteEdge', 'surface'],
  ['noteEdge', 'note'],
  ['high', 'surface'],
];

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test('the formula knows black on white', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, tokens) => {
  test.each(text)('%s is readable on %s', (foreground, background) => {
    expect(contrast(tokens[foreground], tokens[background])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(controls)('%s is visible on %s', (foreground, background) => {
    expect(contrast(tokens[foreground], tokens[background])).toBeGreaterThanOrEqual(3);
  });
});

test.each([
  'gateway-service/ui/public/logged-out.css',
  'identity/themes/frontdesk/login/resources/css/frontdesk.css',
])('%s has the same colours', (file) => {
  const css = readFileSync(join(import.meta.dirname, '../../../..', file), 'utf8');
  const own = [...css.matchAll(/(--[\w-]+): light-dark\((#\w+), (#\w+)\)/g)];
  expect(own.length).toBeGreaterThanOrEqual(8);
  for (const [, name = '', inLight, inDark] of own) {
    expect([name, inLight, inDark]).toEqual([
      name,
      cssVariables(light)[name]?.toLowerCase(),
      cssVariables(dark)[name]?.toLowerCase(),
    ]);
  }
});
