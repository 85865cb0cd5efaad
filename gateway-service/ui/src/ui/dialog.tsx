import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../lib/i18n';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  children: ReactNode;
  size?: 'normal' | 'large';
  /** Without it the dialog cannot be left except by what it offers. */
  onClose?: () => void;
}

export function Dialog({ title, children, size = 'normal', onClose }: DialogProps) {
  return (
    <Modal
      opened
      centered
      size={size === 'large' ? 'xl' : 'md'}
      title={title}
      onClose={onClose ?? (() => {})}
      withCloseButton={onClose !== undefined}
      closeOnEscape={onClose !== undefined}
      closeOnClickOutside={onClose !== undefined}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      radius="lg"
      zIndex={40}
      // a header element outside of any section would be a second banner of the page
      attributes={{ header: { role: 'presentation' } }}
      classNames={{
        content: styles.content,
        header: styles.header,
        title: styles.title,
        body: styles.body,
      }}
    >
      {children}
    </Modal>
  );
}
