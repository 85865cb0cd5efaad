import { type ComponentType, useEffect, useState } from 'react';
import type { EditorProps } from './editor-props';
import { PlainText } from './plain-text';

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
