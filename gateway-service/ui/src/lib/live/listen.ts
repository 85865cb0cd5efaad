import { createParser, type EventSourceMessage } from 'eventsource-parser';

export interface Ears {
  onOpen: () => void;
  /** Something was heard, be it a heartbeat. */
  onSound: () => void;
  onEvent: (event: EventSourceMessage) => void;
  /** How long the server asks to wait before the next attempt, in milliseconds. */
  onRetry: (millis: number) => void;
}

/** The answer is no stream. */
export class NoStream extends Error {
  readonly status: number;
  /** The server's Retry-After in milliseconds; 0 if it names none. */
  readonly retryAfter: number;

  constructor(response: Response) {
    super(`No stream, but ${response.status}`);
    this.status = response.status;
    this.retryAfter = 1000 * Number.parseInt(response.headers.get('Retry-After') ?? '0', 10) || 0;
  }
}

/** Listens to one stream until the server ends it; whatever else ends it is thrown. */
export async function listen(lastEventId: string, ears: Ears, signal: AbortSignal): Promise<void> {
  const response = await fetch(
    new Request(new URL('/api/v1/stream', location.href), {
      headers: {
        Accept: 'text/event-stream',
        ...(lastEventId && { 'Last-Event-ID': lastEventId }),
      },
      cache: 'no-store',
      signal,
    }),
  );
  if (!isStream(response) || !response.body) {
    throw new NoStream(response);
  }
  ears.onOpen();
  const parser = createParser({ onEvent: ears.onEvent, onRetry: ears.onRetry });
  const text = new TextDecoder();
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    ears.onSound();
    parser.feed(text.decode(piece.value, { stream: true }));
  }
}

function isStream(response: Response): boolean {
  const type = response.headers.get('Content-Type') ?? '';
  return response.status === 200 && type.startsWith('text/event-stream');
}
