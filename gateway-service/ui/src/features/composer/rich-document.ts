import type { Extensions } from '@tiptap/core';
import { HardBreak } from '@tiptap/extension-hard-break';
import { ListItem, ListKeymap } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Fragment, type Mark, type Node, type Schema, Slice } from '@tiptap/pm/model';
import StarterKit from '@tiptap/starter-kit';
import { emptyLine } from './words';

/**
 * What mail programs show alike: bold, italic, lists, quotations and links. A line is a block without space around it, so
 * that what is written here, and the text and the HTML that leave, have the same empty lines.
 */
export const extensions: Extensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    hardBreak: false,
    heading: false,
    horizontalRule: false,
    listItem: false,
    listKeymap: false,
    paragraph: false,
    strike: false,
    trailingNode: false,
    underline: false,
    link: {
      autolink: false,
      openOnClick: false,
      isAllowedUri: isLink,
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  Paragraph.extend({
    parseHTML: () => [{ tag: 'p' }, { tag: 'div' }],
    renderHTML: () => ['div', 0],
  }),
  // Tab leaves the editor, and Ctrl+Enter sends
  ListItem.extend({
    addKeyboardShortcuts() {
      return { Enter: () => this.editor.commands.splitListItem(this.name) };
    },
  }),
  ListKeymap.extend({
    addKeyboardShortcuts() {
      const { Tab: _, ...keys } = this.parent?.() ?? {};
      return keys;
    },
  }),
  HardBreak.extend({
    addKeyboardShortcuts() {
      return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
    },
  }),
];

/** Those that the server lets through. */
export function isLink(address: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)./i.test(address);
}

/** What was typed as the address of a link; undefined where it can be none. */
export function linkOf(typed: string): string | undefined {
  const address = typed.trim();
  if (address === '' || /\s/.test(address)) {
    return undefined;
  }
  if (isLink(address)) {
    return address;
  }
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(address)) {
    return `mailto:${address}`;
  }
  return /^[^/:@]+\.[^/:@]+([:/?#].*)?$/.test(address) ? `https://${address}` : undefined;
}

/** Each line of a text as it is, to be put in somewhere. */
export function linesIn(schema: Schema, text: string): Slice {
  const lines = text.split(/\r\n|\r|\n/);
  const blocks = lines.map((line) =>
    schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]),
  );
  return Slice.maxOpen(Fragment.fromArray(blocks));
}

/** For readers of plain text. */
export function plainOf(document: Node): string {
  return linesOf(document).join('\n');
}

function linesOf(parent: Node): string[] {
  return parent.children.flatMap((child) => {
    switch (child.type.name) {
      case 'bulletList':
      case 'orderedList':
        return child.children.flatMap((item, place) => hanging(bulletOf(child, place), item));
      case 'blockquote':
        return linesOf(child).map((line) => (line === '' ? '>' : `> ${line}`));
      default:
        return textOf(child).split('\n');
    }
  });
}

function bulletOf(list: Node, place: number): string {
  return list.type.name === 'orderedList' ? `${(list.attrs.start ?? 1) + place}. ` : '- ';
}

function hanging(bullet: string, item: Node): string[] {
  return linesOf(item).map((line, index) =>
    index === 0 ? bullet + line : ' '.repeat(bullet.length) + line,
  );
}

/** With the address of a link behind its words, unless they are the same. */
function textOf(block: Node): string {
  let text = '';
  let words = '';
  block.children.forEach((child, index) => {
    const piece = child.type.name === 'hardBreak' ? '\n' : (child.text ?? '');
    const href = hrefOf(child.marks);
    text += piece;
    words = href ? words + piece : '';
    if (href && href !== hrefOf(block.maybeChild(index + 1)?.marks ?? [])) {
      text += isSaid(href, words) ? '' : ` (${href.replace(/^(mailto|tel):/i, '')})`;
      words = '';
    }
  });
  return text;
}

function hrefOf(marks: readonly Mark[]): string | undefined {
  return marks.find(({ type }) => type.name === 'link')?.attrs.href;
}

function isSaid(href: string, words: string): boolean {
  const bare = (address: string) => address.trim().replace(/^(https?:\/\/|mailto:|tel:)|\/$/gi, '');
  return bare(href) === bare(words);
}

/** As it leaves; null where it is nothing but lines of text, of which the mail is made as of any text. */
export function htmlOf(document: Node, html: string): string | null {
  let formatted = false;
  document.descendants((node) => {
    formatted ||= node.marks.length > 0 || !plain.has(node.type.name);
  });
  return formatted ? html.replaceAll('<div></div>', emptyLine) : null;
}

const plain = new Set(['paragraph', 'text', 'hardBreak']);
