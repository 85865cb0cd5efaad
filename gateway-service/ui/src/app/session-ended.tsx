import type { MouseEvent } from 'react';
import { t } from '../lib/i18n';
import { paths } from '../lib/paths';
import { loginHref, sessionEnded } from '../lib/session-end';
import { useStore } from '../lib/store';
import { useResume } from '../queries/resume';
import { ButtonLink } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** Lies over the page, which stays as it was and goes on once somebody has logged in again, in whatever window. */
export function SessionEnded() {
  useResume();
  if (!useStore(sessionEnded)) {
    return null;
  }
  return (
    <Dialog title={t('session.ended')}>
      <p>{t('session.ended.detail')}</p>
      <ButtonLink href={loginHref()} onClick={logInBesides}>
        {t('session.login')}
      </ButtonLink>
    </Dialog>
  );
}

/** In a window of its own; where the browser allows none, the link leads to the login and back. */
function logInBesides(event: MouseEvent): void {
  if (window.open(loginHref(paths.loggedIn), 'frontdesk-login', 'popup,width=480,height=720')) {
    event.preventDefault();
  }
}
