import { Editor } from '@tiptap/core';
import { expect, test } from 'vitest';
import { extensions, htmlOf, linesIn, linkOf, plainOf } from './rich-document';
import { editable, joined } from './words';

function written(html: string): { body: string; html: string | null } {
  const editor = new Editor({
    extensions,
    content: editable({ body: '', html }),
    parseOptions: { preserveWhitespace: 'full' },
  });
  const { doc } = editor.state;
  const words = { body: plainOf(doc), html: htmlOf(doc, editor.getHTML()) };
  editor.destroy();
  return words;
}

function fromText(body: string) {
  return written(editable({ body, html: null }));
}

test.each([
  'One line',
  'Two\nlines',
  'A paragraph\n\nand another\n\n\nand one far below',
  '  indented   and   wide',
  '<b>not bold</b> & "quoted"',
  '- no list\n1. nor this\n> nor a quotation',
  'ends with an empty line\n',
])('text stays as it is: %j', (body) => {
  expect(fromText(body)).toEqual({ body, html: null });
});

test.each([
  [
    '<p>A <b>bold</b> <em>word</em></p>',
    'A bold word',
    '<div>A <strong>bold</strong> <em>word</em></div>',
  ],
  [
    '<ul><li>One</li><li>Two</li></ul>',
    '- One\n- Two',
    '<ul><li><div>One</div></li><li><div>Two</div></li></ul>',
  ],
  [
    '<ol start="9"><li>Nine</li><li><p>Ten</p><p>more</p></li></ol>',
    '9. Nine\n10. Ten\n    more',
    '<ol start="9"><li><div>Nine</div></li><li><div>Ten</div><div>more</div></li></ol>',
  ],
  [
    '<blockquote><p>You said</p><p></p><p>this</p></blockquote><p>Yes</p>',
    '> You said\n>\n> this\nYes',
    '<blockquote><div>You said</div><div><br></div><div>this</div></blockquote><div>Yes</div>',
  ],
  [
    '<p>See <a href="https://example.org/a">our <b>page</b></a>.</p>',
    'See our page (https://example.org/a).',
    '<div>See <a href="https://example.org/a">our <strong>page</strong></a>.</div>',
  ],
  [
    '<p><a href="https://example.org/">example.org</a> <a href="mailto:a@example.org">a@example.org</a></p>',
    'example.org a@example.org',
    '<div><a href="https://example.org/">example.org</a> <a href="mailto:a@example.org">a@example.org</a></div>',
  ],
  [
    '<b>Above</b><div><br></div><div>below</div>',
    'Above\n\nbelow',
    '<div><strong>Above</strong></div><div><br></div><div>below</div>',
  ],
])('%s leaves as text and as HTML', (html, body, leaves) => {
  expect(written(html)).toEqual({ body, html: leaves });
  expect(written(leaves)).toEqual({ body, html: leaves });
});

test.each([
  '<script>alert(1)</script><p>Hello</p>',
  '<p onclick="alert(1)">Hello</p>',
  '<p><a href="javascript:alert(1)">Hello</a></p>',
  '<p><a href="data:text/html,x">Hello</a></p>',
  '<style>p{color:red}</style><p style="color:red">Hello</p>',
  '<h1>Hello</h1>',
  '<p>Hello<img src="https://example.org/pixel"></p>',
  '<table><tr><td>Hello</td></tr></table>',
  '<svg><script>alert(1)</script></svg><p>Hello</p>',
])('nothing is left of %s but its words', (html) => {
  expect(written(html)).toEqual({ body: 'Hello', html: null });
});

test('Tab leaves the editor, also out of and after a list', () => {
  const content = '<ul><li>One</li><li>Two</li></ul><p>After</p>';
  for (const words of ['Two', 'After']) {
    const editor = new Editor({ extensions, content });
    editor.state.doc.descendants((node, place) => {
      if (node.text === words) {
        editor.commands.setTextSelection(place);
      }
    });
    for (const shiftKey of [false, true]) {
      const tab = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, cancelable: true });
      editor.view.dom.dispatchEvent(tab);
      expect(tab.defaultPrevented).toBe(false);
    }
    editor.destroy();
  }
});

test('a text is put in line by line', () => {
  const editor = new Editor({ extensions, content: '<div>Dear</div>' });
  const { doc, schema, tr } = editor.state;
  tr.replace(
    doc.content.size - 1,
    doc.content.size - 1,
    linesIn(schema, ' Dora,\r\n\r\nall is well.'),
  );
  expect(plainOf(tr.doc)).toBe('Dear Dora,\n\nall is well.');
  editor.destroy();
});

test.each([
  ['https://example.org/a?b', 'https://example.org/a?b'],
  [' example.org/a ', 'https://example.org/a'],
  ['a.b@example.org', 'mailto:a.b@example.org'],
  ['tel:+49301', 'tel:+49301'],
  ['localhost', undefined],
  ['javascript:alert(1)', undefined],
  ['JavaScript:alert(1).b', undefined],
  ['data:text/html,a.b', undefined],
  ['two words.org', undefined],
  ['https://', undefined],
  ['', undefined],
])('%j as the address of a link is %j', (typed, href) => {
  expect(linkOf(typed)).toBe(href);
});

test('two drafts are one below the other, and of nothing nothing is left', () => {
  const plain = { body: 'One\nTwo', html: null };
  const rich = { body: 'Three', html: '<div><strong>Three</strong></div>' };
  const none = { body: ' ', html: null };
  expect(joined(plain, none)).toEqual(plain);
  expect(joined(none, rich)).toEqual(rich);
  expect(joined(plain, plain)).toEqual({ body: 'One\nTwo\n\nOne\nTwo', html: null });
  const { body, html } = joined(plain, rich);
  expect(body).toBe('One\nTwo\n\nThree');
  expect(written(html ?? '')).toEqual({ body, html });
});
