type Options = { steal?: boolean; signal?: AbortSignal };

/** One lock, as the browser's Web Locks give it to one page at a time. */
export class FakeLocks {
  #holder: { rob: () => void } | undefined;
  #queue: (() => void)[] = [];

  request(_name: string, { steal, signal }: Options, work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const refuse = () => reject(new DOMException('The request was given up', 'AbortError'));
      const grant = () => this.#grant(work, resolve, refuse);
      if (signal?.aborted) {
        refuse();
      } else if (steal || !this.#holder) {
        this.#holder?.rob();
        grant();
      } else {
        this.#queue.push(grant);
        signal?.addEventListener('abort', () => {
          this.#queue = this.#queue.filter((waiting) => waiting !== grant);
          refuse();
        });
      }
    });
  }

  async #grant(work: () => Promise<void>, resolve: () => void, rob: () => void): Promise<void> {
    const holder = { rob };
    this.#holder = holder;
    await work();
    resolve();
    if (this.#holder === holder) {
      this.#holder = undefined;
      this.#queue.shift()?.();
    }
  }
}
