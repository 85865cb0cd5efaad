import type { Me } from '../../api/types';
import { t } from '../../lib/i18n';
import { Switch } from '../../ui/switch';
import styles from './account.module.css';
import { Section } from './section';
import { useSaving } from './use-saving';

export function Keyboard({ me }: { me: Me }) {
  const saving = useSaving();
  return (
    <Section title={t('profile.keyboard')} saving={saving}>
      <Switch
        label={t('shortcut.enabled')}
        checked={me.preferences.shortcuts}
        onChange={(shortcuts) => saving.save({ preferences: { shortcuts } })}
      />
      <p className={styles.help}>{t('profile.keyboard.help')}</p>
    </Section>
  );
}
