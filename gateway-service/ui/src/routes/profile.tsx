import { Access } from '../features/account/access';
import { Keyboard } from '../features/account/keyboard';
import { LanguageAndTime } from '../features/account/language-and-time';
import { Looks } from '../features/account/looks';
import { Mails } from '../features/account/mails';
import { Who } from '../features/account/who';
import { Writing } from '../features/account/writing';
import { t } from '../lib/i18n';
import { may } from '../lib/session';
import { useMe } from '../queries/me';
import { PageHeading } from '../ui/page-heading';
import { SkeletonRows } from '../ui/skeleton';
import styles from './profile.module.css';

/** How Frontdesk looks for oneself, and how it writes to one: each choice counts at once. */
export function ProfileRoute() {
  const me = useMe();
  return (
    <>
      <PageHeading title={t('profile.title')}>{t('profile.title')}</PageHeading>
      {me ? (
        <div className={styles.sections}>
          <Who me={me} />
          <LanguageAndTime me={me} />
          <Looks me={me} />
          <Keyboard me={me} />
          {may(me, 'ticket:write') && <Writing me={me} />}
          {may(me, 'ticket:read') && <Mails me={me} />}
          <Access />
        </div>
      ) : (
        <SkeletonRows label={t('profile.loading')} rows={4} height={120} />
      )}
    </>
  );
}
