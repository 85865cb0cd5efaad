import { Menu as MantineMenu, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './menu.module.css';

interface MenuProps {
  /** Accessible name of the button, when its content does not say it. */
  label: string;
  button: ReactNode;
  children: ReactNode;
}

export function Menu({ label, button, children }: MenuProps) {
  return (
    <MantineMenu
      position="bottom-end"
      shadow="md"
      radius="md"
      // stays inside the header, so that it belongs to a landmark
      withinPortal={false}
      zIndex={30}
      // Mantine's placeholder child breaks the ARIA rules of role=menu
      withInitialFocusPlaceholder={false}
    >
      <MantineMenu.Target>
        <UnstyledButton aria-label={label} className={styles.button}>
          {button}
        </UnstyledButton>
      </MantineMenu.Target>
      <MantineMenu.Dropdown className={styles.dropdown} aria-label={label}>
        {children}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}

export const MenuItem = MantineMenu.Item;
export const MenuLabel = MantineMenu.Label;
export const MenuDivider = MantineMenu.Divider;

interface MenuChoiceProps<V extends string> {
  value: V;
  options: { value: V; label: string }[];
  onChange: (value: V) => void;
}

export function MenuChoice<V extends string>({ value, options, onChange }: MenuChoiceProps<V>) {
  return (
    <MantineMenu.RadioGroup value={value} onChange={(chosen) => onChange(chosen as V)}>
      {options.map((option) => (
        <MantineMenu.RadioItem key={option.value} value={option.value}>
          {option.label}
        </MantineMenu.RadioItem>
      ))}
    </MantineMenu.RadioGroup>
  );
}
