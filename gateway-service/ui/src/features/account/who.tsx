import type { Me } from '../../api/types';
import { t } from '../../lib/i18n';
import { nameOf } from '../../lib/person';
import styles from './account.module.css';
import { Section } from './section';

/** What others say of one, who may change it. */
export function Who({ me }: { me: Me }) {
  return (
    <Section title={t('profile.who')}>
      <dl className={styles.who}>
        <dt>{t('profile.name')}</dt>
        <dd>
          <bdi>{nameOf(me)}</bdi>
        </dd>
        <dt>{t('profile.email')}</dt>
        <dd dir="ltr">{me.email}</dd>
        {me.company && (
          <>
            <dt>{t('profile.company')}</dt>
            <dd>
              <bdi>{me.company.name}</bdi>
            </dd>
          </>
        )}
        <dt>{t('profile.role')}</dt>
        <dd>{t(`role.${me.role}`)}</dd>
      </dl>
      <p className={styles.help}>{t('profile.who.help')}</p>
    </Section>
  );
}
