import { DraftShelf } from './draft-server';
import { alice, aMessage, aPage, aTicket, dora } from './samples';
import { serve } from './server';

export const closeButton = { name: 'Close and tell dora@example.org' };

/** A ticket with two messages that can be changed. */
export function serveTicket(ticket = aTicket()) {
  const shelf = new DraftShelf();
  const server = serve({
    ...shelf.routes(ticket.id),
    'GET /me': { body: alice },
    'GET /tickets': { body: aPage([ticket]) },
    'GET /tickets/2233444': { body: ticket },
    'GET /tickets/2233444/messages': {
      body: aPage([
        aMessage({ body: 'It is smoking.\nSee https://example.org/photo' }),
        aMessage({ id: 'm-2', kind: 'note', author: { ...dora, ...alice, company: null } }),
      ]),
    },
    'GET /tickets/2233444/mail': { body: aPage([]) },
    'GET /tickets/2233444/history': { body: { items: [] } },
    'GET /canned-replies': { body: aPage([]) },
    'GET /users': { body: aPage([]) },
    'GET /projects': { body: aPage([]) },
    'PATCH /tickets/2233444': ({ body }) => {
      const saved = { ...ticket, ...(body as object), version: ticket.version + 1 };
      server.routes['GET /tickets/2233444'] = { body: saved };
      return { body: saved };
    },
  });
  return { ...server, shelf };
}
