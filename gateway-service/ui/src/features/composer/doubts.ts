import { t } from '../../lib/i18n';
import type { Draft } from './draft';

/** English and German; a quotation and what follows it are somebody else's words. */
const ofFiles =
  /\b(attach(ed|ment|ments)|enclosed|anhang|anhänge|angehängt\w*|beigefügt\w*|anbei)\b/i;
const blanks = /{{[^{}]*}}/;

/** What its writer may have overlooked, each worth one question. */
export function doubtsOf({ body, attachments }: Draft): string[] {
  const own = body.replace(/^>.*$/gm, '');
  return [
    ...(attachments.length === 0 && ofFiles.test(own) ? [t('composer.doubt.file')] : []),
    ...(blanks.test(own) ? [t('composer.doubt.blank')] : []),
  ];
}
