import type { Message, Recipients, Ticket } from '../../api/types';
import { addressIn, isAddress } from '../../lib/address';
import type { Draft } from './draft';

/** So many copies the server sends of one reply. */
export const mostCopies = 20;

/** The last message that a client may see. */
export function lastPublic(messages: Message[]): Message | undefined {
  return messages.findLast(({ kind }) => kind !== 'note');
}

/** Messages for clients after this one; all of them where it is none of these. */
export function publicAfter(messages: Message[], seen: string | null): Message[] {
  return messages
    .slice(messages.findIndex(({ id }) => id === seen) + 1)
    .filter(({ kind }) => kind !== 'note');
}

/** Whom the server proposes. Those who are told of nobody don't write replies. */
export function proposedIn({ proposed }: Ticket): Recipients {
  return proposed ?? { to: '', cc: [] };
}

/** The copies that a draft's writer was shown as proposed; for what was begun elsewhere, those that this page shows. */
export function shownCopies(draft: Draft, ticket: Ticket, messages: Message[]): string[] {
  const wentOn = publicAfter(messages, draft.seenThrough).length > 0;
  return draft.shownCopies ?? (wentOn ? draft.cc : proposedIn(ticket).cc);
}

export function areSame(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((each) => isIn(others, each));
}

/** What the proposal gained is added and what it lost is dropped; whom the writer dropped or added stays so. */
export function takenOver(chosen: string[], shown: string[], proposed: string[]): string[] {
  return distinct([
    ...chosen.filter((each) => !isIn(shown, each) || isIn(proposed, each)),
    ...proposed.filter((each) => !isIn(shown, each)),
  ]);
}

/** Of what was typed or pasted, each address; undefined where something is none. */
export function addressesIn(typed: string): string[] | undefined {
  const found = typed
    .split(/[,;\n]+/)
    .map(addressIn)
    .filter((each) => each !== '');
  return found.every(isAddress) ? found : undefined;
}

export function distinct(addresses: string[]): string[] {
  return addresses.filter(
    (each, index) => addresses.findIndex((other) => isSame(each, other)) === index,
  );
}

function isIn(addresses: string[], one: string): boolean {
  return addresses.some((other) => isSame(one, other));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Whether an address belongs to another house than the requester's. */
export function isElsewhere(one: string, requester: string): boolean {
  return !isSame(domainOf(one), domainOf(requester));
}

function domainOf(one: string): string {
  return one.slice(one.lastIndexOf('@') + 1);
}
