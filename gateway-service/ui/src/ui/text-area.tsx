import type { KeyboardEventHandler, Ref } from 'react';
import styles from './text-area.module.css';

interface TextAreaProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>;
  /** Files of the clipboard; words are the field's. */
  onFiles?: (files: File[]) => void;
  maxLength?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

/** As high as what is written in it, within bounds. */
export function TextArea({ label, onChange, onFiles, ...rest }: TextAreaProps) {
  return (
    <textarea
      {...rest}
      aria-label={label}
      className={styles.area}
      dir="auto"
      rows={6}
      onChange={(event) => onChange(event.currentTarget.value)}
      onPaste={(event) => {
        const { files } = event.clipboardData;
        if (onFiles && files.length > 0) {
          event.preventDefault();
          onFiles([...files]);
        }
      }}
    />
  );
}
