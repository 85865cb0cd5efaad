import type { Page } from '../api/types';
import { read } from '../lib/http';

/** All of a list that has an end, page by page; a list that goes on for ever is cut. */
export async function readAll<T>(path: string, signal: AbortSignal, most = 20): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < most; page++) {
    const next: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const answer: Page<T> = await read(`${path}?limit=200${next}`, signal);
    items.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) {
      break;
    }
  }
  return items;
}
