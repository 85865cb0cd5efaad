import type { Me } from '../../api/types';
import { t } from '../../lib/i18n';
import { Switch } from '../../ui/switch';
import styles from './account.module.css';
import { Section } from './section';
import { useSaving } from './use-saving';

/** What one is mailed, as staff. */
export function Mails({ me }: { me: Me }) {
  const saving = useSaving();
  const { mails } = me.preferences;
  return (
    <Section title={t('profile.mails')} saving={saving}>
      <p className={styles.help}>{t('profile.mails.help', { email: me.email })}</p>
      {(['newTicket', 'clientReplied', 'assigned'] as const).map((mail) => (
        <Switch
          key={mail}
          label={t(`profile.mails.${mail}`)}
          checked={mails?.[mail] ?? false}
          onChange={(wanted) => saving.save({ preferences: { mails: { [mail]: wanted } } })}
        />
      ))}
    </Section>
  );
}
