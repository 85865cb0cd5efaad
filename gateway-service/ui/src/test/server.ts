import { vi } from 'vitest';
import { FakeStream } from './stream';

export type Answer = { status?: number; body: unknown };
export type Route = Answer | ((call: Call) => Answer | Promise<Answer>);

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

interface Served {
  calls: Call[];
  routes: Record<string, Route>;
  stream: FakeStream;
}

/** Most tests are about one person alone at the desk: of who is there they are told nothing, and note no call. */
const nobodyElse: Route = ({ method }) =>
  method === 'GET' ? { body: { items: [] } } : { status: 204, body: null };

/** Answers `fetch` from a table of "GET /path"; what is not in it fails the test loudly, with a 599. */
export function serve(routes: Record<string, Route>): Served {
  const calls: Call[] = [];
  const stream = new FakeStream();
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    if (url.pathname === '/api/v1/stream') {
      return stream.ask(request);
    }
    const sent = await request.text();
    const call: Call = {
      method: request.method,
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      headers: request.headers,
      body: sent ? JSON.parse(sent) : undefined,
    };
    const asked = routes[`${call.method} ${call.path}`];
    const isPresence = call.path.endsWith('/presence');
    if (asked || !isPresence) {
      calls.push(call);
    }
    const route = asked ?? (isPresence ? nobodyElse : problem(599, 'no such route'));
    const { status = 200, body } = typeof route === 'function' ? await route(call) : route;
    const isText = !call.headers.get('Accept')?.startsWith('application/json') && status === 200;
    const content = isText ? String(body) : JSON.stringify(body);
    return new Response(status === 204 ? null : content, { status });
  });
  return { calls, routes, stream };
}

export function problem(status: number, detail = ''): Answer {
  return { status, body: { type: `urn:test:${status}`, title: 'Test', status, detail } };
}
