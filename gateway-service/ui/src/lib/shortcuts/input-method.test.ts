import { expect, test } from 'vitest';

/** Keys that a field hears of. */
function heardIn(keys: KeyboardEventInit[]): string[] {
  const field = document.body.appendChild(document.createElement('input'));
  const heard: string[] = [];
  field.addEventListener('keydown', ({ key }) => heard.push(key));
  for (const key of keys) {
    field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...key }));
  }
  field.remove();
  return heard;
}

test('keys of an input method are its own, also the last one that comes when it has ended', () => {
  const composing = ['Enter', 'Escape', 'ArrowDown', '1', 'e'].map((key) => ({
    key,
    isComposing: true,
  }));
  expect(heardIn([...composing, { key: 'Enter', keyCode: 229 }])).toEqual([]);
});

test('all others are heard of', () => {
  expect(heardIn([{ key: 'Enter', keyCode: 13 }, { key: 'e' }])).toEqual(['Enter', 'e']);
});
