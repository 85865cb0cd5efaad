const ofTicket = [
  'ticket.created',
  'ticket.updated',
  'ticket.deleted',
  'message.created',
  'message.updated',
  'message.deleted',
  'mail.updated',
  'presence',
] as const;

/**
 * What `GET /stream` tells of: ids, never content. `resync` says that something may have been missed, `reopened` (of our
 * own) that the stream broke off and lost nothing, which it does when its owner's rights change.
 */
export type LiveEvent =
  | { type: (typeof ofTicket)[number]; ticketId: number }
  | { type: 'resync' | 'reopened' };

/** Nothing for what this page doesn't know: the server may tell of more. */
export function liveEventOf(told: { event?: string; data: string }): LiveEvent | undefined {
  if (told.event === 'resync') {
    return { type: 'resync' };
  }
  const type = ofTicket.find((known) => known === told.event);
  const ticketId = type && ticketIn(told.data);
  return type && ticketId !== undefined ? { type, ticketId } : undefined;
}

function ticketIn(data: string): number | undefined {
  try {
    const ticket: unknown = JSON.parse(data)?.ticketId;
    return Number.isSafeInteger(ticket) ? (ticket as number) : undefined;
  } catch {
    return undefined;
  }
}
