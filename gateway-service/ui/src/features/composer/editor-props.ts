import type { Ref } from 'react';
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
