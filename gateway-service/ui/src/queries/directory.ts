import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Page } from '../api/types';
import { api, dataOf } from '../lib/http';
import { may } from '../lib/session';
import { keys } from './keys';
import { useMe } from './me';

const most = 50;

/** Who is called something like this; those who are active unless said otherwise. */
export function useUsers(search: { q: string; staff?: boolean; active?: 'false' }, wanted = true) {
  return useSearch(
    keys.users(search),
    (signal) => api.GET('/api/v1/users', { params: { query: asked(search) }, signal }),
    wanted,
    'user:read',
  );
}

export function useProjects(search: { q: string }, wanted = true) {
  return useSearch(
    keys.projects(search),
    (signal) => api.GET('/api/v1/projects', { params: { query: asked(search) }, signal }),
    wanted,
    'org:read',
  );
}

export function useTasks(search: { q: string; project: string }, wanted = true) {
  return useSearch(
    keys.tasks(search),
    (signal) => api.GET('/api/v1/tasks', { params: { query: asked(search) }, signal }),
    wanted,
    'org:read',
  );
}

/** What narrows nothing is left out. */
function asked<S extends object>(search: S): Partial<S> & { limit: number } {
  const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  return { ...(Object.fromEntries(said) as Partial<S>), limit: most };
}

function useSearch<T>(
  key: readonly unknown[],
  find: (signal: AbortSignal) => Promise<{ data?: Page<T> }>,
  wanted: boolean,
  feature: string,
) {
  const allowed = may(useMe(), feature);
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await dataOf(find(signal))).items,
    enabled: wanted && allowed,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
