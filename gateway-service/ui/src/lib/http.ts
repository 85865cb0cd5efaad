import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../api/schema';
import { hearServer } from './clock';
import { hear } from './last-heard';
import { Problem, problemOf } from './problem';
import { endSession } from './session-end';

const answers: Middleware = {
  async onRequest({ request }) {
    if (request.method !== 'GET') {
      request.headers.set('X-XSRF-TOKEN', await csrfToken());
    }
    return request;
  },
  async onResponse({ response }) {
    hearServer(response.headers.get('Date'));
    if (response.ok) {
      hear();
      return;
    }
    if (response.status === 401) {
      endSession();
    }
    throw await problemOf(response);
  },
  onError: ({ error, request }) => (request.signal.aborted ? (error as Error) : new Problem(0)),
};

/** The API as its document has it. What is no answer is thrown as a problem. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  headers: { Accept: 'application/json, application/problem+json' },
  fetch: (request) => fetch(request),
});
api.use(answers);

/** What is answered, of which a status tells that it is there. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** For a call whose answer is no JSON. */
export function accepting(type: string): { Accept: string } {
  return { Accept: `${type}, application/problem+json` };
}

/** The version that a change was made on; the server answers 412 when it is no longer the latest. */
export function ifMatch(version: number | undefined): { 'If-Match'?: string } {
  return version === undefined ? {} : { 'If-Match': `"${version}"` };
}

/** The token of this session, from its cookie; a first GET sets it when it is not there yet. */
export async function csrfToken(): Promise<string> {
  if (!csrfCookie()) {
    await api.GET('/api/v1/me');
  }
  return csrfCookie();
}

/** With https only the cookie counts that no other host can have set. */
function csrfCookie(): string {
  const name = window.location.protocol === 'https:' ? '__Host-XSRF-TOKEN=' : 'XSRF-TOKEN=';
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(name));
  return cookie?.slice(name.length) ?? '';
}
