import type { Me, Person, Ticket } from '../../api/types';
import { bidiControls } from '../../lib/person';

/** What a canned reply can speak of, as the server lets it be saved; empty for what is not known. */
export type Values = Record<
  'ticket' | 'subject' | 'firstName' | 'fullName' | 'company' | 'author',
  string
>;

/** Of the requester: what names the wrong person once there is another. */
const names = ['fullName', 'firstName', 'company'] as const;

/** As they are now. */
export function valuesOf(ticket: Pick<Ticket, 'id' | 'subject' | 'requester'>, me: Me): Values {
  const { requester } = ticket;
  return {
    ticket: String(ticket.id),
    subject: oneLine(ticket.subject),
    firstName: name(requester.firstName),
    fullName: fullName(requester),
    company: name(requester.company?.name ?? ''),
    author: fullName(me),
  };
}

function fullName({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>): string {
  return name(`${name(firstName)} ${name(lastName)}`);
}

/** Mails come from people called “-”, and from those whose name is their address: nobody is greeted by either. */
function name(text: string): string {
  const plain = oneLine(text);
  return /[\p{L}\p{N}]/u.test(plain) && !plain.includes('@') ? plain : '';
}

function oneLine(text: string): string {
  return text
    .replace(bidiControls, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Stands where something is not known, until its surroundings are mended. No text has it. */
const gap = '\uE000';
const blank = '[^\\S\\n]*';
const variable = '{{\\s*(?:ticket|subject|firstName|fullName|company|author)\\s*}}';
/** Variables beside each other, with no more than a separator between them. */
const run = new RegExp(`${variable}(?:${blank}[,;|·/–—-]?${blank}${variable})*`, 'g');

/** The text as somebody would have written it: what is not known leaves no gap, dash or brace. */
export function filledIn(text: string, values: Values): string {
  const filled = text.replaceAll(gap, '').replace(run, (found) => known(found, values) || gap);
  return mendings.reduce((mended, [where, how]) => mended.replace(where, how), filled);
}

/** Those that have a value, with what stands before each but the first. */
function known(found: string, values: Values): string {
  let known = '';
  for (const [, before = '', key] of found.matchAll(/([^{}]*){{\s*(\w+)\s*}}/g)) {
    const value = values[key as keyof Values].replaceAll(gap, '');
    known += value && known ? before + value : value;
  }
  return known;
}

const away = () => '';
const idle = '[,;:.!–—-]*';

/** In this order: each finds the gaps that those before have left. */
const mendings: [RegExp, (...found: string[]) => string][] = [
  // ({{company}})
  [new RegExp(`[(\\[„“"«»]${blank}${gap}${blank}[)\\]“”"«»]`, 'g'), () => gap],
  [new RegExp(`${gap}(?:${blank}${gap})+`, 'g'), () => gap],
  // {{firstName}}'s
  [new RegExp(`${gap}['’]s(?!\\p{L})`, 'gu'), () => gap],
  // a line with nothing else: between two empty ones, below another, or the first
  [new RegExp(`\\n${blank}\\n${blank}${gap}${idle}${blank}(?=\\n${blank}(?:\\n|$))`, 'g'), away],
  [new RegExp(`\\n${blank}${gap}${idle}${blank}(?=\\n|$)`, 'g'), away],
  [new RegExp(`^${blank}${gap}${idle}${blank}(?:\\n\\s*|$)`, 'g'), away],
  // {{firstName}}, thank you
  [
    new RegExp(`(^|\\n)${blank}${gap}${blank}${idle}${blank}(\\p{L}?)`, 'gu'),
    (_, start = '', letter = '') => start + letter.toLocaleUpperCase(),
  ],
  // Regards – {{author}}
  [new RegExp(`(?:[^\\S\\n]+[–—|·-])?${blank}${gap}${blank}(?=\\n|$)`, 'g'), away],
  // Hello {{firstName}}, and Thank you, {{firstName}}!
  [new RegExp(`,?${blank}${gap}${blank}(?=[,;:.!?…)\\]”»])`, 'g'), away],
  // ({{company}} and others)
  [new RegExp(`(?<=[(\\[„«])${gap}${blank}`, 'g'), away],
  [new RegExp(`${blank}${gap}${blank}`, 'g'), (found) => (found === gap ? '' : ' ')],
];

/** How a text that is put into a reply names the requester. */
export function namedIn(text: string, values: Values): string[] {
  return names
    .filter((key) => new RegExp(`{{\\s*${key}\\s*}}`).test(text))
    .map((key) => values[key])
    .filter((value) => value !== '');
}

/** Of the names that were put into a reply, those that are in it still and of another requester. */
export function outdated(named: string[], values: Values, body: string): string[] {
  const current: string[] = names.map((key) => values[key]);
  return named.filter((each) => !current.includes(each) && hasWord(body, each));
}

function hasWord(body: string, word: string): boolean {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(body);
}
