import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { t } from '../lib/i18n';
import { paths } from '../lib/paths';
import { nameOf } from '../lib/person';
import { useMe } from '../queries/me';
import { Menu, MenuDivider, MenuItem, MenuLabel } from '../ui/menu';
import styles from './account-menu.module.css';
import { logOut } from './log-out';

export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const me = useMe();
  const cache = useQueryClient();
  const name = me ? nameOf(me) : '…';
  return (
    <Menu
      label={t('account.label', { name })}
      button={
        <>
          <span aria-hidden="true" className={styles.avatar}>
            {initialsOf(name)}
          </span>
          <span className={styles.name}>{name}</span>
        </>
      }
    >
      {me && (
        <MenuLabel>
          <span className={styles.who}>{name}</span>
          <span className={styles.who}>{t(`role.${me.role}`)}</span>
        </MenuLabel>
      )}
      <MenuItem component={Link} href={paths.profile}>
        {t('profile.title')}
      </MenuItem>
      <MenuItem onClick={onShortcuts}>{t('account.shortcuts')}</MenuItem>
      <MenuDivider />
      <MenuItem onClick={() => logOut(cache)}>{t('account.logout')}</MenuItem>
    </Menu>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/[\s.@]+/);
  return `${words[0]?.[0] ?? ''}${words[1]?.[0] ?? ''}`.toUpperCase();
}
