import { vi } from 'vitest';

interface Asking {
  answer: (response: Response) => void;
  body?: ReadableStreamDefaultController<Uint8Array>;
}

/** `GET /stream` as the server would answer it: not at all until a test says how. */
export class FakeStream {
  /** The `Last-Event-ID` of each request. */
  readonly asked: string[] = [];
  #waiting: Asking | undefined;
  #open: ReadableStreamDefaultController<Uint8Array> | undefined;
  #lastId = 0;

  ask({ headers, signal }: Request): Promise<Response> {
    this.asked.push(headers.get('Last-Event-ID') ?? '');
    return new Promise((answer, refuse) => {
      const asking: Asking = { answer };
      this.#waiting = asking;
      signal.addEventListener('abort', () => {
        const aborted = new DOMException('aborted', 'AbortError');
        refuse(aborted);
        asking.body?.error(aborted);
        this.#forget(asking);
      });
    });
  }

  async open(): Promise<void> {
    const asker = await this.#asker();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#open = controller;
        asker.body = controller;
      },
    });
    asker.answer(new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }));
  }

  async answer(status: number, headers: Record<string, string> = {}): Promise<void> {
    (await this.#asker()).answer(new Response('', { status, headers }));
  }

  tell(type: string, data: object = {}): void {
    this.#lastId++;
    this.say(`id:${this.#lastId}\nevent:${type}\ndata:${JSON.stringify({ type, ...data })}\n\n`);
  }

  say(text: string): void {
    this.#open?.enqueue(new TextEncoder().encode(text));
  }

  end(): void {
    this.#open?.close();
    this.#open = undefined;
  }

  breakOff(): void {
    this.#open?.error(new TypeError('network error'));
    this.#open = undefined;
  }

  #forget(asking: Asking): void {
    if (this.#waiting === asking) {
      this.#waiting = undefined;
    }
    if (this.#open === asking.body) {
      this.#open = undefined;
    }
  }

  async #asker(): Promise<Asking> {
    const asker = await vi.waitUntil(() => this.#waiting, { timeout: 3_000 });
    this.#waiting = undefined;
    return asker;
  }
}
