import { useEffect, useImperativeHandle, useRef } from 'react';
import { TextArea } from '../../ui/text-area';
import type { EditorProps } from './editor-props';

/** Words without format. */
export function PlainText({ label, words, focused, onChange, onFiles, ref }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const write = (body: string) => onChange({ body, html: null });
  useEffect(() => {
    if (focused) {
      area.current?.focus();
    }
  }, [focused]);
  useImperativeHandle(ref, () => ({
    insert: (text) => {
      const field = area.current;
      field?.focus();
      // as if it had been typed: the browser's own undo takes it back
      if (field && !document.execCommand?.('insertText', false, text)) {
        field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
        write(field.value);
      }
    },
  }));
  return (
    <TextArea ref={area} label={label} value={words.body} onChange={write} onFiles={onFiles} />
  );
}
