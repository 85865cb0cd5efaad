import type { Priority, Status } from '../../api/types';
import { t } from '../../lib/i18n';
import { Chip } from '../../ui/chip';

export const priorityGlyphs = { high: '▲', mid: '■', low: '▽' };

export function StatusChip({ status }: { status: Status }) {
  return (
    <Chip tone={status} glyph={status === 'open' ? '◧' : '✓'}>
      {t(`ticket.status.${status}`)}
    </Chip>
  );
}

export function PriorityChip({ priority }: { priority: Priority }) {
  return (
    <Chip tone={priority} glyph={priorityGlyphs[priority]}>
      {t(`ticket.priority.${priority}`)}
    </Chip>
  );
}
