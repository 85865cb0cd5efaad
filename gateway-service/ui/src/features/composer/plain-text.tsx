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
      if (area.current) {
        const { value, selectionStart, selectionEnd } = area.current;
        write(value.slice(0, selectionStart) + text + value.slice(selectionEnd));
      }
    },
  }));
  return (
    <TextArea ref={area} label={label} value={words.body} onChange={write} onFiles={onFiles} />
  );
}
