import type { HistoryEntry, Priority, Status } from '../api/types';
import { type Key, t } from './i18n';
import { nameOf } from './person';

/** Names of what entries hold by id. */
export type Names = ReadonlyMap<string, string>;

/** "Kim Lund changed the priority from Mid to High." */
export function sentenceOf(entry: HistoryEntry, names: Names): string {
  const who = entry.actor ? nameOf(entry.actor) : 'Frontdesk';
  const before = inWords(entry.field, entry.before, names);
  const after = inWords(entry.field, entry.after, names);
  return t(keyOf(entry), { who, before, after });
}

function keyOf({ field, before, after }: HistoryEntry): Key {
  switch (field) {
    case 'created':
      return 'history.created';
    case 'status':
      return after === 'closed' ? 'history.closed' : 'history.reopened';
    case 'active':
      return after === 'true' ? 'history.restored' : 'history.archived';
    case 'priority':
      return 'history.priority';
    case 'subject':
      return 'history.subject';
    case 'requester':
      return 'history.requester';
    case 'tags':
      return after ? 'history.tags' : 'history.noTags';
    case 'assignee':
      return after ? 'history.assigned' : 'history.unassigned';
    case 'project':
      return after ? 'history.project' : 'history.noProject';
    case 'task':
      return after ? 'history.task' : 'history.noTask';
    case 'company':
      return 'history.company';
    case 'answerTo':
      return after ? 'history.answerTo' : 'history.noAnswerTo';
    default:
      return before === null ? 'history.other' : 'history.changed';
  }
}

function inWords(field: string, value: string | null, names: Names): string {
  switch (field) {
    case 'priority':
      return value ? t(`ticket.priority.${value as Priority}`) : '';
    case 'status':
      return value ? t(`ticket.status.${value as Status}`) : '';
    case 'assignee':
    case 'project':
    case 'task':
      return value ? (names.get(value) ?? t('history.unknown')) : '';
    default:
      return value ?? '';
  }
}
