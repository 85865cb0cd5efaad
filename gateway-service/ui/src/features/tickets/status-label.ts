import type { Ticket } from '../../api/types';
import { t } from '../../lib/i18n';

/** Says who hears of it, too. */
export function closeLabel({ quiet, requester }: Ticket): string {
  return quiet ? t('ticket.closeQuietly') : t('ticket.close', { email: requester.email });
}

export function reopenLabel({ quiet, requester }: Ticket): string {
  return quiet ? t('ticket.reopenQuietly') : t('ticket.reopen', { email: requester.email });
}
