import { vi } from 'vitest';

type Answer = { status?: number; body: unknown };
export type Route = Answer | ((call: Call) => Answer | Promise<Answer>);

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

/** Answers `fetch` from a table of "GET /path"; what is not in it fails the test loudly, with a 599. */
export function serve(routes: Record<string, Route>): { calls: Call[]; routes: typeof routes } {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    const sent = await request.text();
    const call: Call = {
      method: request.method,
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      headers: request.headers,
      body: sent ? JSON.parse(sent) : undefined,
    };
    calls.push(call);
    const route = routes[`${call.method} ${call.path}`] ?? problem(599, 'no such route');
    const { status = 200, body } = typeof route === 'function' ? await route(call) : route;
    const isText = !call.headers.get('Accept')?.startsWith('application/json') && status === 200;
    const content = isText ? String(body) : JSON.stringify(body);
    return new Response(status === 204 ? null : content, { status });
  });
  return { calls, routes };
}

export function problem(status: number, detail = ''): Answer {
  return { status, body: { type: `urn:test:${status}`, title: 'Test', status, detail } };
}
