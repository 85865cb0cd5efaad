import { type Editor, useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { t } from '../../lib/i18n';
import {
  BoldIcon,
  BulletsIcon,
  ItalicIcon,
  LinkIcon,
  NumbersIcon,
  QuoteIcon,
} from '../../ui/icons';
import styles from './editor.module.css';
import { LinkRow } from './link-row';

interface EditorToolbarProps {
  editor: Editor;
  /** Whether it asks where the chosen words lead. */
  linking: boolean;
  onLinking: (linking: boolean) => void;
}

/** Below the words, so that Tab comes to it after them. */
export function EditorToolbar({ editor, linking, onLinking }: EditorToolbarProps) {
  const active = useEditorState({ editor, selector: ({ editor: now }) => activeIn(now) });
  const run = (format: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => () =>
    format(editor.chain().focus()).run();
  return (
    <>
      <fieldset aria-label={t('composer.format')} className={styles.toolbar}>
        <Format
          name={t('composer.format.bold')}
          on={active.bold}
          onClick={run((it) => it.toggleBold())}
        >
          <BoldIcon />
        </Format>
        <Format
          name={t('composer.format.italic')}
          on={active.italic}
          onClick={run((it) => it.toggleItalic())}
        >
          <ItalicIcon />
        </Format>
        <Format
          name={t('composer.format.bullets')}
          on={active.bullets}
          onClick={run((it) => it.toggleBulletList())}
        >
          <BulletsIcon />
        </Format>
        <Format
          name={t('composer.format.numbers')}
          on={active.numbers}
          onClick={run((it) => it.toggleOrderedList())}
        >
          <NumbersIcon />
        </Format>
        <Format
          name={t('composer.format.quote')}
          on={active.quote}
          onClick={run((it) => it.toggleBlockquote())}
        >
          <QuoteIcon />
        </Format>
        <Format
          name={t('composer.format.link')}
          on={active.link !== ''}
          onClick={() => onLinking(!linking)}
        >
          <LinkIcon />
        </Format>
      </fieldset>
      {linking && (
        <LinkRow
          key={active.link}
          link={active.link}
          onLink={(href) => {
            onLinking(false);
            link(editor, href);
          }}
        />
      )}
    </>
  );
}

/** Where nothing is chosen, the address is the words. */
function link(editor: Editor, href: string | null): void {
  const chain = editor.chain().focus().extendMarkRange('link');
  if (href === null) {
    chain.unsetLink().run();
  } else if (editor.state.selection.empty && !editor.isActive('link')) {
    chain
      .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
      .unsetMark('link')
      .run();
  } else {
    chain.setLink({ href }).run();
  }
}

function activeIn(editor: Editor) {
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    quote: editor.isActive('blockquote'),
    link: String(editor.getAttributes('link').href ?? ''),
  };
}

interface FormatProps {
  name: string;
  on: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Format({ name, on, onClick, children }: FormatProps) {
  return (
    <button
      type="button"
      title={name}
      aria-label={name}
      aria-pressed={on}
      // the words keep the focus, and what is chosen in them
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
