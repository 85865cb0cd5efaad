import type { Status } from '../api/types';

/** What the list shows. Its only home is the URL, so that reload, Back and a shared link keep it. */
export interface TicketFilter {
  status: Status | 'all';
  sort: 'newest' | 'oldest';
}

export function filterOf(search: string): TicketFilter {
  const params = new URLSearchParams(search);
  const status = params.get('status');
  return {
    status: status === 'open' || status === 'closed' ? status : 'all',
    sort: params.get('sort') === 'requestTime' ? 'oldest' : 'newest',
  };
}

/** The inverse of `filterOf`, without what is the default anyway; starts with `?` unless it is empty. */
export function searchOf(filter: TicketFilter): string {
  const params = new URLSearchParams();
  if (filter.status !== 'all') {
    params.set('status', filter.status);
  }
  if (filter.sort === 'oldest') {
    params.set('sort', 'requestTime');
  }
  return params.size === 0 ? '' : `?${params}`;
}

/** The same filter in the API's words. */
export function apiQueryOf({ sort, status }: TicketFilter, cursor: string | null) {
  return {
    sort: sort === 'oldest' ? 'requestTime' : '-requestTime',
    limit: 50,
    ...(status !== 'all' && { status }),
    ...(cursor && { cursor }),
  };
}
