import type { Priority as Value } from '../../../api/types';
import { t } from '../../../lib/i18n';
import { Select } from '../../../ui/select';
import { priorityGlyphs } from '../chips';

const priorities = ['high', 'mid', 'low'] as const;

interface PriorityProps {
  value: Value;
  onChange: (value: Value) => void;
  disabled: boolean;
}

export function Priority(props: PriorityProps) {
  return (
    <Select
      {...props}
      label={t('ticket.priority')}
      options={priorities.map((value) => ({
        value,
        label: `${priorityGlyphs[value]} ${t(`ticket.priority.${value}`)}`,
      }))}
    />
  );
}
