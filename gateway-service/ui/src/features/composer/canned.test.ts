import { describe, expect, test } from 'vitest';
import { alice, anna, aTicket, dora } from '../../test/samples';
import { filledIn, namedIn, outdated, type Values, valuesOf } from './canned';

const nothing: Values = {
  ticket: '2233444',
  subject: '',
  firstName: '',
  fullName: '',
  company: '',
  author: '',
};
const ofAnna = valuesOf(aTicket({ requester: anna }), alice);

describe('what is known', () => {
  test.each([
    ['Hello {{firstName}},', 'Hello Anna,'],
    ['Hello {{ firstName }},', 'Hello Anna,'],
    ['{{firstName}}{{firstName}}', 'AnnaAnna'],
    ['{{firstName}} {{fullName}}', 'Anna Anna Berg'],
    ['{{fullName}} ({{company}})', 'Anna Berg (Acme)'],
    ['{{fullName}}, {{company}}', 'Anna Berg, Acme'],
    ['#{{ticket}}: {{subject}}', '#2233444: Printer on fire'],
    ['Kind regards\n{{author}}', 'Kind regards\nAlice Lund'],
    ['Twice  the  blanks, {{firstName}}', 'Twice  the  blanks, Anna'],
    ['no variable at all ,', 'no variable at all ,'],
    ['', ''],
  ])('%j becomes %j', (text, filled) => {
    expect(filledIn(text, ofAnna)).toBe(filled);
  });

  test('is put in as it is, whatever it looks like', () => {
    const values = { ...nothing, firstName: '$& {{fullName}} $1', fullName: 'x' };
    expect(filledIn('Hi {{firstName}}!', values)).toBe('Hi $& {{fullName}} $1!');
  });

  test('is nothing that was no variable when it was saved', () => {
    expect(filledIn('{{shoeSize}} {{firstName}}', nothing)).toBe('{{shoeSize}}');
    expect(filledIn('{{toString}}', nothing)).toBe('{{toString}}');
  });
});

describe('what is not known leaves no gap', () => {
  test.each([
    ['Hello {{firstName}},', 'Hello,'],
    ['Hello {{firstName}},\n\nThank you.', 'Hello,\n\nThank you.'],
    ['Hallo {{firstName}},\n\nvielen Dank.', 'Hallo,\n\nvielen Dank.'],
    ['Guten Tag {{fullName}},', 'Guten Tag,'],
    ['Guten Tag {{fullName}}!', 'Guten Tag!'],
    ['Bonjour {{firstName}} ,', 'Bonjour,'],
    ['Hello\u00a0{{firstName}},', 'Hello,'],
    ['Hello  {{firstName}}  ,', 'Hello,'],
    ['Hello {{firstName}}', 'Hello'],
    ['Hello {{firstName}}\nBye', 'Hello\nBye'],
    ['Hello {{firstName}} {{fullName}},', 'Hello,'],
    ['Dear {{ firstName }} , {{company}}:', 'Dear:'],
    ['Thank you {{firstName}} for writing', 'Thank you for writing'],
    ['Thank you, {{firstName}}, for writing', 'Thank you, for writing'],
    ['Vielen Dank {{firstName}}. Bis bald', 'Vielen Dank. Bis bald'],
    ['Is that right, {{firstName}}?', 'Is that right?'],
    ['Thank you, {{firstName}}!', 'Thank you!'],
    ['Thank you, {{firstName}}.\nBye', 'Thank you.\nBye'],
    ['{{firstName}}, thank you', 'Thank you'],
    ['{{firstName}} – ärgerlich', 'Ärgerlich'],
    ['Hello,\n{{firstName}}, thank you', 'Hello,\nThank you'],
    ['Hello {{firstName}} ({{company}}),', 'Hello,'],
    ['about “{{subject}}” and more', 'about and more'],
    ['Ihre Anfrage „{{subject}}“.', 'Ihre Anfrage.'],
    ['({{company}}, {{ticket}})', '(2233444)'],
    ['({{company}} as well)', '(as well)'],
    ["Regarding {{firstName}}'s ticket", 'Regarding ticket'],
    ['{{fullName}}, {{company}}, {{ticket}}', '2233444'],
    ['{{ticket}}, {{company}}, {{ticket}}', '2233444, 2233444'],
    ['{{ticket}} – {{company}}\nBye', '2233444\nBye'],
    ['Bye\n{{author}}', 'Bye'],
    ['Bye\n{{author}}\n{{company}}\nBerlin', 'Bye\nBerlin'],
    ['Bye – {{author}}', 'Bye'],
    ['{{author}}', ''],
    ['{{company}}\n\nHello', 'Hello'],
    ['Hello\n\n{{company}}\n\nBye', 'Hello\n\nBye'],
    ['Hello\n{{company}}\n\nBye', 'Hello\n\nBye'],
  ])('%j becomes %j', (text, filled) => {
    expect(filledIn(text, nothing)).toBe(filled);
  });

  test.each(['', ' ', '-', '--', '…', '\u202e', 'dora@example.org', '\t\n'])(
    'nor does somebody called %j',
    (firstName) => {
      const values = valuesOf(aTicket({ requester: { ...dora, firstName } }), alice);
      expect(filledIn('Hello {{firstName}},', values)).toBe('Hello,');
      expect(filledIn('Hello {{fullName}},', values)).toBe('Hello,');
    },
  );

  test('for somebody with a last name only it is that in the full name', () => {
    const values = valuesOf(aTicket({ requester: { ...dora, lastName: 'Diaz' } }), alice);
    expect(filledIn('Hello {{firstName}}, {{fullName}},', values)).toBe('Hello Diaz,');
    expect(filledIn('Hello {{firstName}},', values)).toBe('Hello,');
    expect(filledIn('Guten Tag {{fullName}},', values)).toBe('Guten Tag Diaz,');
  });

  test('a name on several lines is on one', () => {
    const requester = { ...dora, firstName: 'Ann\r\nMarie ', lastName: ' van  Dyk' };
    const values = valuesOf(aTicket({ requester }), alice);
    expect(filledIn('{{fullName}}', values)).toBe('Ann Marie van Dyk');
  });
});

describe('after the requester was changed', () => {
  const text = 'Hello {{firstName}} of {{company}}, about {{subject}}';
  const named = namedIn(text, ofAnna);
  const ofDora = valuesOf(aTicket({ requester: dora }), alice);

  test('the old names that are there still are found', () => {
    expect(named).toEqual(['Anna', 'Acme']);
    expect(outdated(named, ofAnna, 'Hello Anna of Acme')).toEqual([]);
    expect(outdated(named, ofDora, 'Hello Anna of Acme')).toEqual(['Anna', 'Acme']);
    expect(outdated(named, ofDora, 'Hello Dora of Acme')).toEqual(['Acme']);
  });

  test('a name is a word, and no part of one', () => {
    expect(outdated(named, ofDora, 'Hello Annabel, Johanna, Änna')).toEqual([]);
    expect(outdated(named, ofDora, '*Anna*')).toEqual(['Anna']);
    expect(outdated(['C++ (Inc.)'], ofDora, 'Hello C++ (Inc.)!')).toEqual(['C++ (Inc.)']);
  });

  test('a name that both have is none', () => {
    const another = valuesOf(aTicket({ requester: { ...anna, id: 'u-x', company: null } }), alice);
    expect(outdated(named, another, 'Hello Anna of Acme')).toEqual(['Acme']);
  });

  test('what had no name is not looked for', () => {
    expect(namedIn(text, ofDora)).toEqual([]);
  });
});
