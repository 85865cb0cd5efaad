import en from './en.json';

type Stem<K> = K extends `${infer S}_one` | `${infer S}_other` ? S : K;

/** Every key of en.json; a key with plural forms is named without `_one` and `_other`. */
export type Key = Stem<keyof typeof en>;
export type Vars = Record<string, string | number>;

/** Each in its own words. */
export const languageNames = { en: 'English', de: 'Deutsch' } as const;
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

let current: Language = 'en';
let locale = 'en';
let catalogue: Record<string, string> = en;

/** Of the dates and numbers: the browser's own variety of the language, so that en-GB reads 23 Nov and en-US Nov 23. */
export function formatLocale(): string {
  return locale;
}

export function pickLanguage(wanted: readonly string[]): Language {
  const known = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  return (known.find((tag) => languages.some((name) => name === tag)) as Language) ?? 'en';
}

/** A language that was chosen, in the variety of the browser if it has one; else what the browser wants. */
export function wantedLanguages(chosen: string | null, browser: readonly string[]): string[] {
  const ofChosen = browser.filter((tag) => tag.toLowerCase().split('-')[0] === chosen);
  return chosen === null ? [...browser] : [...ofChosen, chosen];
}

/** Loads the catalogue; English is always there, so a failed download costs the language, not the page. */
export async function loadLanguage(wanted: readonly string[]): Promise<void> {
  const picked = pickLanguage(wanted);
  try {
    catalogue = picked === 'de' ? (await import('./de.json')).default : en;
    current = picked;
  } catch {
    catalogue = en;
    current = 'en';
  }
  locale = wanted.find((tag) => tag.toLowerCase().split('-')[0] === current) ?? current;
  document.documentElement.lang = current;
}

/** The sentence of a key, with `{{name}}` filled in and the plural form that `count` asks for, where it has any. */
export function t(key: Key, vars: Vars = {}): string {
  const sentence = catalogue[formOf(key, vars.count)] ?? key;
  return sentence.replace(/{{(\w+)}}/g, (_, name: string) => shown(vars[name]));
}

function formOf(key: string, count: string | number | undefined): string {
  if (typeof count !== 'number' || key in catalogue) {
    return key;
  }
  const form = `${key}_${new Intl.PluralRules(current).select(count)}`;
  return form in catalogue ? form : `${key}_other`;
}

function shown(value: string | number | undefined): string {
  return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : (value ?? '');
}
