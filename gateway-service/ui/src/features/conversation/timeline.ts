import type { HistoryEntry, Message, TicketMail } from '../../api/types';

/** What happened to a ticket, in its order. */
export type Happening =
  | { kind: 'message'; key: string; message: Message }
  | { kind: 'change'; key: string; entry: HistoryEntry }
  | { kind: 'mail'; key: string; mail: TicketMail };

/** Messages keep their own order; changes, and mails that carried no message of ours, stand where they belong by time. */
export function timelineOf(
  messages: Message[],
  changes: HistoryEntry[],
  mails: TicketMail[],
): Happening[] {
  const events = [
    ...changes
      .filter(({ field }) => field !== 'created')
      .map((entry, index) => ({
        at: entry.at,
        happening: { kind: 'change', key: `change-${index}`, entry } as Happening,
      })),
    ...mails
      .filter(({ direction, message }) => direction === 'out' && message === null)
      .map((mail) => ({
        at: mail.at,
        happening: { kind: 'mail', key: mail.id, mail } as Happening,
      })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));

  const timeline: Happening[] = [];
  let next = 0;
  for (const message of messages) {
    while (next < events.length && before(events[next]?.at, message.sentAt)) {
      timeline.push((events[next++] as (typeof events)[number]).happening);
    }
    timeline.push({ kind: 'message', key: message.id, message });
  }
  return timeline.concat(events.slice(next).map(({ happening }) => happening));
}

function before(one: string | undefined, other: string): boolean {
  return one !== undefined && Date.parse(one) < Date.parse(other);
}

/** Where the latest of so many messages begin; 0 when there are no more than these. */
export function startOfLatest(timeline: Happening[], messages: number): number {
  let left = messages;
  const start = timeline.findLastIndex(({ kind }) => kind === 'message' && --left === 0);
  const hidden = timeline.slice(0, Math.max(start, 0)).some(({ kind }) => kind === 'message');
  return hidden ? start : 0;
}
