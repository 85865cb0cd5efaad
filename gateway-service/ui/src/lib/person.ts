import type { Person } from '../api/types';

/** First and last name, or the address of somebody who has only ever written a mail. */
export function nameOf(person: Pick<Person, 'firstName' | 'lastName' | 'email'>): string {
  return `${person.firstName} ${person.lastName}`.trim() || person.email;
}
