import { t } from '../lib/i18n';
import { loginHref, sessionEnded } from '../lib/session-end';
import { useStore } from '../lib/store';
import { ButtonLink } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** Lies over the page, which stays as it was; there is nothing to do but to log in again. */
export function SessionEnded() {
  if (!useStore(sessionEnded)) {
    return null;
  }
  return (
    <Dialog title={t('session.ended')}>
      <p>{t('session.ended.detail')}</p>
      <ButtonLink href={loginHref()}>{t('session.login')}</ButtonLink>
    </Dialog>
  );
}
