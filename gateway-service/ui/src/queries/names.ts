import { useMemo } from 'react';
import type { Ticket } from '../api/types';
import type { Names } from '../lib/history';
import { nameOf } from '../lib/person';
import { useProjects, useUsers } from './directory';
import { useMessages } from './messages';
import { useTicket } from './tickets';
import { useHistory } from './trail';

/** What the ids in a ticket's history stand for, as far as this page knows: the history itself has no names. */
export function useNames(id: number): Names {
  const ticket = useTicket(id).data;
  const history = useHistory(id).data;
  const messages = useMessages(id).data;
  const staff = useUsers({ q: '', staff: true }).data;
  const projects = useProjects({ q: '' }).data;
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const project of projects ?? []) {
      names.set(project.id, project.name);
    }
    for (const person of [
      ...(staff ?? []),
      ...(messages?.pages.flatMap((page) => page.items.map(({ author }) => author)) ?? []),
      ...(history?.flatMap(({ actor }) => actor ?? []) ?? []),
    ]) {
      names.set(person.id, nameOf(person));
    }
    return ticket ? withThoseOf(ticket, names) : names;
  }, [ticket, history, messages, staff, projects]);
}

function withThoseOf({ assignee, project, task }: Ticket, names: Map<string, string>): Names {
  if (assignee) {
    names.set(assignee.id, nameOf(assignee));
  }
  for (const named of [project, task]) {
    if (named) {
      names.set(named.id, named.name);
    }
  }
  return names;
}
