import type { Person } from '../api/types';

/** Makes what stands beside it read backwards. A name is written by whoever has it. */
export const bidiControls = /\p{Bidi_Control}/gu;

/** First and last name, or the address of somebody who has only ever written a mail. */
export function nameOf(person: Pick<Person, 'firstName' | 'lastName' | 'email'>): string {
  const name = `${person.firstName} ${person.lastName}`.replace(bidiControls, '').trim();
  return name || person.email;
}

/** For a client, whose name may be anybody's: their address is theirs alone. */
export function nameAndAddressOf(person: Pick<Person, 'firstName' | 'lastName' | 'email'>): string {
  const name = nameOf(person);
  return name === person.email ? name : `${name} (${person.email})`;
}
