import type { Message } from '../../api/types';

/** What a link to a message ends with. */
export function anchorOf({ id }: Pick<Message, 'id'>): string {
  return `message-${id}`;
}
