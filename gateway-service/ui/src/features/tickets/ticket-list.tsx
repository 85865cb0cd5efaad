import { flushSync } from 'react-dom';
import type { TicketRow } from '../../api/types';
import { t } from '../../lib/i18n';
import type { TicketFilter } from '../../queries/ticket-filter';
import { Button } from '../../ui/button';
import { useNarrow } from '../../ui/use-narrow';
import type { CalmRows } from './calm-rows';
import { focusRow } from './list-focus';
import { TicketCards } from './ticket-cards';
import styles from './ticket-list.module.css';
import { TicketTable } from './ticket-table';

interface TicketListProps {
  calm: CalmRows<TicketRow>;
  sort: TicketFilter['sort'];
  onSort: (sort: TicketFilter['sort']) => void;
}

export function TicketList({ calm, sort, onSort }: TicketListProps) {
  const narrow = useNarrow();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches; what one acts on are the links inside
    <div
      data-ticket-list
      onPointerEnter={calm.hold}
      onPointerLeave={calm.release}
      onFocus={calm.hold}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
          calm.release();
        }
      }}
    >
      {calm.waiting > 0 && (
        <div className={styles.waiting}>
          <Button onClick={() => showNew(calm)}>
            {t('tickets.waiting', { count: calm.waiting })}
          </Button>
        </div>
      )}
      {narrow ? (
        <TicketCards rows={calm.rows} />
      ) : (
        <TicketTable rows={calm.rows} sort={sort} onSort={onSort} />
      )}
    </div>
  );
}

/** The button goes away with the click; the focus moves on to what it showed. */
function showNew(calm: CalmRows<TicketRow>): void {
  flushSync(calm.showNew);
  focusRow(1);
}
