import { beforeEach, expect, test, vi } from 'vitest';
import { Stored } from './stored';

const numbers = () => new Stored('n', (found) => (typeof found === 'number' ? found : 7));

beforeEach(() => localStorage.clear());

test('is what it was before a reload, until it is cleared', () => {
  numbers().set(8);
  expect(numbers().get()).toBe(8);
  const cleared = numbers();
  cleared.clear();
  expect(cleared.get()).toBe(7);
  expect(localStorage.getItem('n')).toBeNull();
});

test.each(['{', '"8"', 'null', '{}'])('%s is nothing that it can read', (text) => {
  localStorage.setItem('n', text);
  expect(numbers().get()).toBe(7);
});

test('takes on what another tab wrote, and says so', () => {
  const here = numbers();
  const heard = vi.fn();
  here.subscribe(heard);
  localStorage.setItem('n', '9');
  here.follow();
  expect(here.get()).toBe(9);
  expect(heard).toHaveBeenCalledOnce();
});

test('lasts as long as the page where nothing can be kept', () => {
  const refused = () => {
    throw new Error('blocked');
  };
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refused);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refused);
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refused);
  const here = numbers();
  here.set(8);
  expect(here.get()).toBe(8);
  here.clear();
  expect(here.get()).toBe(7);
  vi.restoreAllMocks();
});
