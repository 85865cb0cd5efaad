import type { ClipboardEventHandler, KeyboardEventHandler, Ref } from 'react';
import styles from './text-area.module.css';

interface TextAreaProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>;
  onPaste?: ClipboardEventHandler<HTMLTextAreaElement>;
  maxLength?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

/** As high as what is written in it, within bounds. */
export function TextArea({ label, onChange, ...rest }: TextAreaProps) {
  return (
    <textarea
      {...rest}
      aria-label={label}
      className={styles.area}
      dir="auto"
      rows={6}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
