import { t } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { Button } from './button';
import { Notice } from './notice';

interface ErrorPanelProps {
  error: unknown;
  onRetry: () => void;
  title?: string;
}

/** Stands where the data would be. */
export function ErrorPanel({ error, onRetry, title = t('error.title') }: ErrorPanelProps) {
  return (
    <Notice
      tone="danger"
      title={title}
      actions={<Button onClick={onRetry}>{t('error.retry')}</Button>}
    >
      {reasonOf(error)}
    </Notice>
  );
}

export function reasonOf(error: unknown): string {
  const status = error instanceof Problem ? error.status : -1;
  switch (status) {
    case 0:
      return t('error.unreachable');
    case 403:
      return t('error.forbidden');
    case -1:
      return String(error);
    default:
      return `${t('error.server', { status })} ${(error as Problem).message}`;
  }
}
