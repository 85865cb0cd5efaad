import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { t } from '../lib/i18n';
import { paths } from '../lib/paths';
import { mayRaise } from '../lib/session';
import { useShortcut, useShortcutKeys } from '../lib/shortcuts/use-shortcut';
import { useLive } from '../queries/live';
import { useMe } from '../queries/me';
import { AccountMenu } from './account-menu';
import { Announcer } from './announcer';
import { Brand } from './brand';
import { ErrorBoundary } from './error-boundary';
import { JustSentNotice } from './just-sent-notice';
import { LiveChip } from './live-chip';
import { NewVersion } from './new-version';
import { OfflineBanner } from './offline-banner';
import { SessionEnded } from './session-ended';
import styles from './shell.module.css';
import { ShortcutHelp } from './shortcut-help';
import { ThemeMenu } from './theme-menu';
import { useChoices } from './use-choices';

export function Shell({ children }: { children: ReactNode }) {
  const [path, navigate] = useLocation();
  const [help, setHelp] = useState(false);
  const mayCreate = mayRaise(useMe());
  useShortcutKeys();
  useLive();
  useChoices();
  useShortcut('help', () => setHelp(true));
  useShortcut('tickets', () => navigate(paths.tickets));
  useShortcut('create', () => mayCreate && navigate(paths.newTicket));

  return (
    <>
      <a href="#main" className={styles.skip}>
        {t('app.skip')}
      </a>
      <header className={styles.header}>
        <Link href={paths.tickets} className={styles.brand}>
          <Brand />
        </Link>
        <nav aria-label={t('app.nav')} className={styles.nav}>
          <Link href={paths.tickets} aria-current={path === paths.tickets ? 'page' : undefined}>
            {t('tickets.title')}
          </Link>
          {mayCreate && (
            <Link
              href={paths.newTicket}
              aria-current={path === paths.newTicket ? 'page' : undefined}
            >
              {t('newTicket.title')}
            </Link>
          )}
        </nav>
        <LiveChip />
        <ThemeMenu />
        <AccountMenu onShortcuts={() => setHelp(true)} />
      </header>
      <OfflineBanner />
      <NewVersion />
      <main id="main" tabIndex={-1} className={styles.main}>
        <JustSentNotice />
        <ErrorBoundary key={path}>{children}</ErrorBoundary>
      </main>
      <Announcer />
      <SessionEnded />
      {help && <ShortcutHelp onClose={() => setHelp(false)} />}
    </>
  );
}
