import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { t } from '../lib/i18n';
import { AccountMenu } from './account-menu';
import { Announcer } from './announcer';
import { Brand } from './brand';
import { ErrorBoundary } from './error-boundary';
import { OfflineBanner } from './offline-banner';
import { SessionEnded } from './session-ended';
import styles from './shell.module.css';
import { ShortcutHelp } from './shortcuts/help';
import { useShortcut, useShortcutKeys } from './shortcuts/use-shortcut';
import { ThemeMenu } from './theme-menu';

export function Shell({ children }: { children: ReactNode }) {
  const [path, navigate] = useLocation();
  const [help, setHelp] = useState(false);
  useShortcutKeys();
  useShortcut('help', () => setHelp(true));
  useShortcut('dashboard', () => navigate('/dashboard'));

  return (
    <>
      <a href="#main" className={styles.skip}>
        {t('app.skip')}
      </a>
      <header className={styles.header}>
        <Link href="/dashboard" className={styles.brand}>
          <Brand />
        </Link>
        <nav aria-label={t('app.nav')} className={styles.nav}>
          <Link href="/dashboard" aria-current={path === '/dashboard' ? 'page' : undefined}>
            {t('dashboard.title')}
          </Link>
        </nav>
        <ThemeMenu />
        <AccountMenu onShortcuts={() => setHelp(true)} />
      </header>
      <OfflineBanner />
      <main id="main" tabIndex={-1} className={styles.main}>
        <ErrorBoundary key={path}>{children}</ErrorBoundary>
      </main>
      <Announcer />
      <SessionEnded />
      {help && <ShortcutHelp onClose={() => setHelp(false)} />}
    </>
  );
}
