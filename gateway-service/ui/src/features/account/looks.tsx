import type { Me } from '../../api/types';
import { t } from '../../lib/i18n';
import { Segmented } from '../../ui/segmented';
import { Row, Section } from './section';
import { useSaving } from './use-saving';

export function Looks({ me }: { me: Me }) {
  const saving = useSaving();
  const { theme, density } = me.preferences;
  return (
    <Section title={t('profile.looks')} saving={saving}>
      <Row label={t('theme.label')}>
        <Segmented
          label={t('theme.label')}
          value={theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`theme.${value}`),
          }))}
          onChange={(chosen) => saving.save({ preferences: { theme: chosen } })}
        />
      </Row>
      <Row label={t('profile.density')} help={t('profile.density.help')}>
        <Segmented
          label={t('profile.density')}
          value={density}
          options={(['comfortable', 'compact'] as const).map((value) => ({
            value,
            label: t(`profile.density.${value}`),
          }))}
          onChange={(chosen) => saving.save({ preferences: { density: chosen } })}
        />
      </Row>
    </Section>
  );
}
