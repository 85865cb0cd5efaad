import { type ComponentType, type Ref, useEffect, useState } from 'react';
import { PlainText } from './plain-text';
import type { Words } from './words';

export interface EditorHandle {
  /** Puts text where the cursor is. */
  insert(text: string): void;
}

export interface EditorProps {
  label: string;
  words: Words;
  /** Whether its reader wants to write now. */
  focused: boolean;
  onChange: (words: Words) => void;
  /** Files of the clipboard; words are the editor's. */
  onFiles: (files: File[]) => void;
  ref?: Ref<EditorHandle>;
}

let loaded: ComponentType<EditorProps> | null = null;

/** Has the code that formats loaded before somebody wants to write; null where it is not to be had. */
export async function loadEditor(): Promise<ComponentType<EditorProps> | null> {
  try {
    loaded ??= (await import('./rich-text')).RichText;
  } catch {
    // without it, words are written without format
  }
  return loaded;
}

/** Where words are written: with their format as soon as that can be. */
export function Editor(props: EditorProps) {
  const [RichText, setRichText] = useState(() => loaded);
  useEffect(() => {
    loadEditor().then((found) => setRichText(() => found));
  }, []);
  return RichText ? <RichText {...props} /> : <PlainText {...props} />;
}
