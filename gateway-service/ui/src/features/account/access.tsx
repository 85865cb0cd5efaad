import { t } from '../../lib/i18n';
import { addresses } from '../../lib/paths';
import styles from './account.module.css';
import { Section } from './section';

/** What the login server keeps, and changes on pages of its own. */
export function Access() {
  return (
    <Section title={t('profile.access')}>
      <p className={styles.text}>{t('profile.access.help')}</p>
      <a href={addresses.account}>{t('profile.access.link')}</a>
    </Section>
  );
}
