import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { NamedId, Page, User } from '../api/types';
import { read } from '../lib/http';
import { may } from '../lib/session';
import { keys } from './keys';
import { useMe } from './me';

const most = 50;

/** Who is active and called something like this. */
export function useUsers(search: { q: string; staff?: boolean }, wanted = true) {
  return useSearch<User>('/users', keys.users(search), search, wanted, 'user:read');
}

export function useProjects(search: { q: string }, wanted = true) {
  return useSearch<NamedId>('/projects', keys.projects(search), search, wanted, 'org:read');
}

export function useTasks(search: { q: string; project: string }, wanted = true) {
  return useSearch<NamedId>('/tasks', keys.tasks(search), search, wanted, 'org:read');
}

function useSearch<T>(
  path: string,
  key: readonly unknown[],
  search: Record<string, string | boolean | undefined>,
  wanted: boolean,
  feature: string,
) {
  const allowed = may(useMe(), feature);
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const params = new URLSearchParams({ limit: String(most) });
      for (const [name, value] of Object.entries(search)) {
        if (value !== undefined && value !== '') {
          params.set(name, String(value));
        }
      }
      return (await read<Page<T>>(`${path}?${params}`, signal)).items;
    },
    enabled: wanted && allowed,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
