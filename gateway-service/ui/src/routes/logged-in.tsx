import { useEffect } from 'react';
import { t } from '../lib/i18n';
import { tellLoggedIn } from '../lib/logged-in';
import { PageHeading } from '../ui/page-heading';

/** Where a login in a window of its own ends: the pages that waited for it go on, and the window closes. */
export function LoggedInRoute() {
  useEffect(() => {
    tellLoggedIn();
    window.close();
  }, []);
  return (
    <>
      <PageHeading title={t('session.loggedIn')}>{t('session.loggedIn')}</PageHeading>
      <p>{t('session.loggedIn.detail')}</p>
    </>
  );
}
