import { hearServer } from './clock';
import { Problem, problemOf } from './problem';
import { endSession } from './session-end';

const base = '/api/v1';

interface Write {
  method: 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The version that the change was made on; the server answers 412 when it is no longer the latest. */
  version?: number;
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return json<T>(await send(path, { signal }));
}

export async function readText(path: string, type: string, signal?: AbortSignal): Promise<string> {
  const headers = { Accept: `${type}, application/problem+json` };
  return (await send(path, { signal, headers })).text();
}

export async function readBytes(path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  return (await send(path, { signal, headers: { Accept: '*/*' } })).arrayBuffer();
}

export async function write<T>(path: string, { method, body, version }: Write): Promise<T> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'X-XSRF-TOKEN': await csrfToken(),
  };
  if (version !== undefined) {
    headers['If-Match'] = `"${version}"`;
  }
  return json<T>(await send(path, { method, headers, body: JSON.stringify(body) }));
}

/** The token of this session, from its cookie; a first GET sets it when it is not there yet. */
export async function csrfToken(): Promise<string> {
  if (!csrfCookie()) {
    await send('/me', {});
  }
  return csrfCookie();
}

/** With https only the cookie counts that no other host can have set. */
function csrfCookie(): string {
  const name = window.location.protocol === 'https:' ? '__Host-XSRF-TOKEN=' : 'XSRF-TOKEN=';
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(name));
  return cookie?.slice(name.length) ?? '';
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await answer(path, init);
  hearServer(response.headers.get('Date'));
  if (response.ok) {
    return response;
  }
  if (response.status === 401) {
    endSession();
  }
  throw await problemOf(response);
}

async function answer(path: string, init: RequestInit): Promise<Response> {
  const headers = { Accept: 'application/json, application/problem+json', ...init.headers };
  try {
    return await fetch(base + path, { ...init, headers });
  } catch (error) {
    if (init.signal?.aborted) {
      throw error;
    }
    throw new Problem(0);
  }
}

async function json<T>(response: Response): Promise<T> {
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}
