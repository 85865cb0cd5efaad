import { fireEvent, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useShortcut, useShortcutKeys } from './use-shortcut';

const code = 'KeyE';

/** How often the shortcut `e` acts as these keys are pressed. */
function toggledBy(...keys: (KeyboardEventInit & { modifierAltGraph?: boolean })[]): number {
  const toggle = vi.fn();
  renderHook(() => {
    useShortcutKeys();
    useShortcut('toggle', toggle);
  });
  for (const key of keys) {
    fireEvent.keyDown(document.body, key);
  }
  return toggle.mock.calls.length;
}

test('a key that is held down acts once', () => {
  const held = { key: 'e', code, repeat: true };
  expect(toggledBy({ key: 'e', code }, held, held, held)).toBe(1);
});

test.each([
  ['AltGr as a key of its own', { key: 'e', code, modifierAltGraph: true }],
  ['AltGr as Ctrl and Alt', { key: '€', code, ctrlKey: true, altKey: true }],
  ['the euro of AltGr', { key: '€', code }],
  ['a Polish letter', { key: 'ę', code }],
  ['an accent that was put on before', { key: 'é', code }],
  ['a dead key', { key: 'Dead', code }],
])('%s is no shortcut', (_, key) => {
  expect(toggledBy(key)).toBe(0);
});

test('the letter that a dead key waits for is no shortcut, and the next one is', () => {
  const dead = { key: 'Dead', code: 'Equal' };
  expect(toggledBy(dead, { key: 'Shift', shiftKey: true }, { key: 'e', code })).toBe(0);
  expect(toggledBy(dead, { key: 'e', code }, { key: 'e', code })).toBe(1);
});

test.each([
  ['Russian', { key: 'у', code }],
  ['Greek', { key: 'ε', code }],
])('without Latin letters the place of the key counts: %s', (_, key) => {
  expect(toggledBy(key)).toBe(1);
});
