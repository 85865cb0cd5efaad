import { t } from '../../lib/i18n';
import type { TicketFilter } from '../../queries/ticket-filter';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';

interface NoTicketsProps {
  status: TicketFilter['status'];
  onClear: () => void;
}

export function NoTickets({ status, onClear }: NoTicketsProps) {
  if (status === 'all') {
    return <EmptyState title={t('tickets.empty')}>{t('tickets.empty.detail')}</EmptyState>;
  }
  return (
    <EmptyState
      title={t(`tickets.noMatch.${status}`)}
      action={<Button onClick={onClear}>{t('tickets.noMatch.clear')}</Button>}
    >
      {t('tickets.noMatch.detail')}
    </EmptyState>
  );
}
