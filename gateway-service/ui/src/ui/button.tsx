import { Button as MantineButton } from '@mantine/core';
import type { MouseEventHandler, ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps {
  children: ReactNode;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  /** A page has one primary action at most; a quiet one belongs to what stands beside it. */
  tone?: 'primary' | 'default' | 'quiet';
  loading?: boolean;
  disabled?: boolean;
  wide?: boolean;
  type?: 'button' | 'submit';
  'aria-label'?: string;
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
}

export function Button({ tone = 'default', wide, ...rest }: ButtonProps) {
  return (
    <MantineButton
      {...rest}
      variant={tone === 'primary' ? 'filled' : tone === 'quiet' ? 'transparent' : 'default'}
      fullWidth={wide}
      classNames={{ root: styles[tone], label: styles.label }}
    />
  );
}

interface ButtonLinkProps {
  href: string;
  children: ReactNode;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
}

/** A link that looks like the primary button: for a navigation that leaves the application. */
export function ButtonLink(props: ButtonLinkProps) {
  return <MantineButton component="a" {...props} classNames={{ root: styles.primary }} />;
}
