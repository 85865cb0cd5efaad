import { dateTime } from '../lib/format';
import { t } from '../lib/i18n';
import { Button } from './button';
import { Notice } from './notice';

/** The last refresh failed: the old data stays, and says how old it is. */
export function StaleNotice({ since, onRetry }: { since: number; onRetry: () => void }) {
  const time = dateTime(new Date(since).toISOString());
  return (
    <Notice
      tone="warning"
      title={t('error.stale', { time })}
      actions={<Button onClick={onRetry}>{t('error.retry')}</Button>}
    />
  );
}
