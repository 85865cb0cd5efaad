import type { Message, Person } from '../../api/types';
import { addressIn, isAddress } from '../../lib/address';

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

/**
 * Who gets a copy unless the writer says otherwise: the other people of the newest public message. Neither everybody who
 * ever took part, nor somebody who only says to be its author.
 */
export function proposedCopies(messages: Message[], requester: Person): string[] {
  const newest = lastPublic(messages);
  if (!newest) {
    return [];
  }
  const author = newest.kind === 'client' && newest.verified ? [newest.author.email] : [];
  return distinct([...author, ...newest.cc]).filter(
    (each) => !isSame(each, requester.email) && !isSame(each, ''),
  );
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
