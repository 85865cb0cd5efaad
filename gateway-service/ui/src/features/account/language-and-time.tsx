import type { Me } from '../../api/types';
import { clockIn } from '../../lib/format';
import { type Language, languageNames, languages, pickLanguage, t } from '../../lib/i18n';
import { useNow } from '../../lib/now';
import { browserZone } from '../../lib/zone';
import { Select } from '../../ui/select';
import { Row, Section } from './section';
import { useSaving } from './use-saving';

/** Stands for none of one's own. */
const browsers = '';

export function LanguageAndTime({ me }: { me: Me }) {
  const saving = useSaving();
  const { timeZone } = me.preferences;
  const ofBrowser = languageNames[pickLanguage(navigator.languages)];
  return (
    <Section title={t('profile.languageAndTime')} saving={saving}>
      <Row label={t('profile.language')} help={t('profile.language.help')}>
        <Select
          label={t('profile.language')}
          value={me.language ?? browsers}
          options={[
            { value: browsers, label: t('profile.asBrowser', { what: ofBrowser }) },
            ...languages.map((value) => ({ value, label: languageNames[value] })),
          ]}
          onChange={(chosen) => saving.save({ language: (chosen || null) as Language | null })}
        />
      </Row>
      <Row
        label={t('profile.timeZone')}
        help={t('profile.timeZone.now', { time: clockIn(timeZone ?? browserZone(), useNow()) })}
      >
        <Select
          label={t('profile.timeZone')}
          value={timeZone ?? browsers}
          options={[
            { value: browsers, label: t('profile.asBrowser', { what: browserZone() }) },
            ...zones(timeZone).map((value) => ({ value, label: value.replaceAll('_', ' ') })),
          ]}
          onChange={(chosen) => saving.save({ preferences: { timeZone: chosen || null } })}
        />
      </Row>
    </Section>
  );
}

/** Those that the browser knows; it may write the chosen one in another way. */
function zones(chosen: string | null): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return chosen === null || known.includes(chosen) ? known : [...known, chosen].sort();
}
