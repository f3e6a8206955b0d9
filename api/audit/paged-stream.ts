/** One item after another from pages that arrive as they are needed. */
export class PagedStream<T> {
  readonly #pages: AsyncIterator<readonly T[]>;
  #page: readonly T[] = [];
  #next = 0;

  constructor(pages: AsyncIterable<readonly T[]>) {
    this.#pages = pages[Symbol.asyncIterator]();
  }

  /** The next item, which stays; undefined at the end. */
  async peek(): Promise<T | undefined> {
    while (this.#next === this.#page.length) {
      const { value, done } = await this.#pages.next();
      if (done) return undefined;
      [this.#page, this.#next] = [value, 0];
    }
    return this.#page[this.#next];
  }

  async take(): Promise<T | undefined> {
    const item = await this.peek();
    this.#next += 1;
    return item;
  }

  /** Reads no further. */
  async end(): Promise<void> {
    await this.#pages.return?.();
  }
}
