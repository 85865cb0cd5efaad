import { t } from '../../lib/i18n';
import type { TicketFilter } from '../../queries/ticket-filter';
import { Segmented } from '../../ui/segmented';
import { Select } from '../../ui/select';
import { useNarrow } from '../../ui/use-narrow';
import styles from './ticket-toolbar.module.css';

interface TicketToolbarProps {
  filter: TicketFilter;
  onFilter: (filter: TicketFilter) => void;
  total: number | undefined;
}

export function TicketToolbar({ filter, onFilter, total }: TicketToolbarProps) {
  const narrow = useNarrow();
  return (
    <div className={styles.toolbar}>
      <Segmented
        label={t('tickets.filter.status')}
        value={filter.status}
        options={(['all', 'open', 'closed'] as const).map((value) => ({
          value,
          label: t(`tickets.filter.${value}`),
        }))}
        onChange={(status) => onFilter({ ...filter, status })}
      />
      {narrow && (
        <Select
          label={t('tickets.sort')}
          value={filter.sort}
          options={(['newest', 'oldest'] as const).map((value) => ({
            value,
            label: t(`tickets.sort.${value}`),
          }))}
          onChange={(sort) => onFilter({ ...filter, sort })}
        />
      )}
      {total !== undefined && (
        <p className={styles.count}>{t('tickets.count', { count: total })}</p>
      )}
    </div>
  );
}
