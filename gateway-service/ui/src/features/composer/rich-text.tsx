import { EditorContent, useEditor } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { t } from '../../lib/i18n';
import { onVisibleHeight } from '../../lib/visible-height';
import styles from './editor.module.css';
import type { EditorProps } from './editor-props';
import { EditorToolbar } from './editor-toolbar';
import { extensions, htmlOf, linesIn, plainOf } from './rich-document';
import { editable, type Words } from './words';

/** Formatted text. Of what is pasted, what it can't say is dropped, pictures with a word about it. */
export function RichText({ label, words, focused, onChange, onFiles, ref }: EditorProps) {
  const latest = useRef({ onChange, onFiles });
  latest.current = { onChange, onFiles };
  /** What the editor has; other words come from elsewhere. */
  const here = useRef(words);
  const [dropped, setDropped] = useState(false);
  const [linking, setLinking] = useState(false);
  const editor = useEditor({
    extensions,
    content: editable(words),
    coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n' } },
    parseOptions: asItIs,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: styles.words as string,
      },
      transformPastedHTML: (html) => {
        setDropped(/<img\b/i.test(html));
        return html;
      },
      handlePaste: (_view, { clipboardData }) => {
        const files = [...(clipboardData?.files ?? [])];
        if (files.length === 0 || hasWords(clipboardData?.getData('text/html') ?? '')) {
          return false;
        }
        latest.current.onFiles(files);
        return true;
      },
      clipboardTextParser: (text, _context, _plain, { state }) => linesIn(state.schema, text),
      handleDrop: (_view, { dataTransfer }) => (dataTransfer?.files.length ?? 0) > 0,
    },
    onUpdate: ({ editor: now }) => {
      const { doc } = now.state;
      here.current = { body: plainOf(doc), html: htmlOf(doc, now.getHTML()) };
      latest.current.onChange(here.current);
    },
  });

  useEffect(() => {
    if (!isSame(words, here.current)) {
      here.current = words;
      editor.commands.setContent(editable(words), { emitUpdate: false, parseOptions: asItIs });
    }
  }, [editor, words]);

  useEffect(() => {
    if (focused) {
      editor.commands.setTextSelection(editor.state.doc.content.size);
      // at once, so that no letter goes elsewhere
      editor.view.focus();
    }
  }, [editor, focused]);

  useEffect(
    () =>
      onVisibleHeight(() => {
        if (editor.isFocused && matchMedia(fillsWindow).matches) {
          editor.commands.scrollIntoView();
        }
      }),
    [editor],
  );

  useImperativeHandle(
    ref,
    () => ({
      insert: (text) => {
        editor.view.focus();
        const { state, view } = editor;
        view.dispatch(state.tr.replaceSelection(linesIn(state.schema, text)).scrollIntoView());
      },
    }),
    [editor],
  );

  /** Escape closes what was opened last: the link's field, and then the composer. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && linking) {
      event.preventDefault();
      event.stopPropagation();
      setLinking(false);
      editor.commands.focus();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the field of links that is in it
    <div className={styles.editor} onKeyDown={onKeyDown}>
      <EditorContent editor={editor} />
      <EditorToolbar editor={editor} linking={linking} onLinking={setLinking} />
      {dropped && <p role="status">{t('composer.format.noPictures')}</p>}
    </div>
  );
}

/** As composer.module.css says; elsewhere a bar that comes and goes would scroll the page from what is read. */
const fillsWindow = '(max-width: 47.99em)';

const asItIs = { preserveWhitespace: 'full' } as const;

function isSame(one: Words, other: Words): boolean {
  return one.body === other.body && one.html === other.html;
}

/** A table of a spreadsheet comes with a picture of it, and a picture of a page with nothing but that. */
function hasWords(html: string): boolean {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent.trim() !== '';
}
