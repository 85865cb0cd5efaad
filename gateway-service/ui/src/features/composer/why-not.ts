import type { Ticket } from '../../api/types';
import { t } from '../../lib/i18n';
import type { Draft, Mode } from './draft';
import { mostCopies, proposedIn } from './recipients';

/** As many characters as the server takes of one message. */
const longest = { body: 200_000, html: 500_000 };

/** Why a draft cannot be sent as it is; empty if it can. */
export function whyNot(
  ticket: Ticket,
  mode: Mode,
  draft: Draft,
  online: boolean,
  uploads: number,
): string {
  if (!online) {
    return t('composer.offline');
  }
  if (draft.other) {
    return t('composer.other.first');
  }
  if (draft.body.trim() === '') {
    return t('composer.empty');
  }
  if (draft.body.length > longest.body || (draft.html?.length ?? 0) > longest.html) {
    return t('composer.tooLong');
  }
  if (uploads > 0) {
    return t('composer.waiting');
  }
  if (mode === 'reply' && draft.cc.length > mostCopies) {
    return t('composer.tooMany', { count: mostCopies });
  }
  return mode === 'reply' && draft.to !== proposedIn(ticket).to ? t('composer.otherRequester') : '';
}
