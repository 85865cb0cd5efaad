import type { Page } from '../api/types';

/** All of a list that has an end, page by page; a list that goes on for ever is cut. */
export async function readAll<T>(
  read: (query: { limit: number; cursor?: string }) => Promise<Page<T>>,
  most = 20,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < most; page++) {
    const answer: Page<T> = await read({ limit: 200, ...(cursor !== null && { cursor }) });
    items.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) {
      break;
    }
  }
  return items;
}
