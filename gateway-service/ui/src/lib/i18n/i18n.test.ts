import { afterEach, expect, test } from 'vitest';
import { formatLocale, loadLanguage, pickLanguage, t } from '.';
import de from './de.json';
import en from './en.json';

afterEach(() => loadLanguage(['en']));

const variables = (sentence: string) => (sentence.match(/{{\w+}}/g) ?? []).sort();

test('German has every key of English, and no other', () => {
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
});

test.each(Object.entries(en))('%s has the same variables in German', (key, sentence) => {
  const translated = de[key as keyof typeof de];
  expect(translated).not.toBe('');
  expect(variables(translated)).toEqual(variables(sentence));
});

test('plural and number follow the language', async () => {
  expect(t('tickets.count', { count: 1 })).toBe('1 ticket');
  expect(t('tickets.count', { count: 1234 })).toBe('1,234 tickets');
  await loadLanguage(['de-DE', 'en']);
  expect(t('tickets.count', { count: 1234 })).toBe('1.234 Tickets');
  expect(document.documentElement.lang).toBe('de');
});

test('a sentence that has no plural forms is the same for every count', () => {
  expect(t('messages.page', { number: 1, count: 1 })).toBe('Page 1 of 1');
  expect(t('messages.page', { number: 1, count: 9 })).toBe('Page 1 of 9');
});

test('dates and numbers follow the variety of the language', async () => {
  await loadLanguage(['fr', 'en-IN']);
  expect(formatLocale()).toBe('en-IN');
  expect(t('tickets.count', { count: 100_000 })).toBe('1,00,000 tickets');
});

test('the first language that we speak wins, else English', () => {
  expect(pickLanguage(['fr-FR', 'de-CH', 'en'])).toBe('de');
  expect(pickLanguage(['fr'])).toBe('en');
});
