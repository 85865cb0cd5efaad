import type { Attachment } from '../api/types';
import { csrfToken } from './http';
import { Problem } from './problem';
import { endSession } from './session-end';

/** What the server takes of one file; it says so itself, but only after the whole way. */
export const mostBytes = 25 * 1024 * 1024;

/** `fetch` tells nothing of what is under way. */
export async function upload(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Attachment> {
  const token = await csrfToken();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/attachments?filename=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-XSRF-TOKEN', token);
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress(event.loaded / file.size);
    request.onload = () => {
      if (request.status === 201) {
        resolve({ ...request.response, inline: false });
        return;
      }
      if (request.status === 401) {
        endSession();
      }
      reject(new Problem(request.status, request.response ?? {}));
    };
    request.onerror = () => reject(new Problem(0));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
