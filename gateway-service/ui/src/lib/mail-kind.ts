import { t } from './i18n';

const known = [
  'created',
  'status-changed',
  'reply',
  'assigned',
  'client-replied',
  'new-ticket',
] as const;

/** What a mail of ours tells, as the subject of a sentence; a kind that is newer than this page is just a mail. */
export function mailKind(kind: string | null): string {
  const found = known.find((each) => each === kind);
  return found ? t(`mail.kind.${found}`) : t('mail.kind.other');
}
