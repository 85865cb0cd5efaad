import { useState } from 'react';
import type { Me } from '../../api/types';
import { t } from '../../lib/i18n';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';
import { TextArea } from '../../ui/text-area';
import styles from './account.module.css';
import { Row, Section } from './section';
import { useSaving } from './use-saving';

/** As much as the server takes. */
const longestSignature = 2_000;
const delays = [0, 5, 10, 20, 30];
const usual = '';

/** How one's replies leave, and how they end. */
export function Writing({ me }: { me: Me }) {
  const saving = useSaving();
  const { undoDelay, afterSend } = me.preferences;
  return (
    <Section title={t('profile.writing')} saving={saving}>
      <Row label={t('profile.undoDelay')} help={t('profile.undoDelay.help')}>
        <Select
          label={t('profile.undoDelay')}
          value={undoDelay === null ? usual : String(undoDelay)}
          options={[
            { value: usual, label: t('profile.undoDelay.usual') },
            ...delaysWith(undoDelay).map((seconds) => ({
              value: String(seconds),
              label:
                seconds === 0
                  ? t('profile.undoDelay.none')
                  : t('profile.undoDelay.seconds', { count: seconds }),
            })),
          ]}
          onChange={(chosen) =>
            saving.save({ preferences: { undoDelay: chosen === usual ? null : Number(chosen) } })
          }
        />
      </Row>
      <Row label={t('profile.afterSend')}>
        <Select
          label={t('profile.afterSend')}
          value={afterSend ?? 'stay'}
          options={(['stay', 'next', 'list'] as const).map((value) => ({
            value,
            label: t(`profile.afterSend.${value}`),
          }))}
          onChange={(chosen) => saving.save({ preferences: { afterSend: chosen } })}
        />
      </Row>
      <Row label={t('profile.signature')} help={t('profile.signature.help')}>
        <Signature
          kept={me.signature ?? ''}
          onSave={(signature) => saving.save({ signature: signature || null })}
        />
      </Row>
    </Section>
  );
}

interface SignatureProps {
  kept: string;
  onSave: (signature: string) => void;
}

/** Unlike a choice, a text is not done until its writer says so. */
function Signature({ kept, onSave }: SignatureProps) {
  const [text, setText] = useState(kept);
  return (
    <div className={styles.signature}>
      <TextArea
        label={t('profile.signature')}
        value={text}
        maxLength={longestSignature}
        onChange={setText}
      />
      <Button onClick={() => onSave(text.trim())}>{t('profile.signature.save')}</Button>
    </div>
  );
}

function delaysWith(chosen: number | null): number[] {
  return chosen === null || delays.includes(chosen)
    ? delays
    : [...delays, chosen].sort((one, other) => one - other);
}
