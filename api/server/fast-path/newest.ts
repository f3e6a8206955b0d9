/** The newest of what callers send, by its text. They can send as much as they like, so the ones kept longest make room. */
export class Newest<V> {
  readonly #most: number;
  readonly #byText = new Map<string, V>();

  constructor(most: number) {
    this.#most = most;
  }

  get(text: string): V | undefined {
    return this.#byText.get(text);
  }

  keep(text: string, value: V): void {
    this.#byText.delete(text);
    this.#byText.set(text, value);
    const [oldest] = this.#byText.size > this.#most ? this.#byText.keys() : [];
    if (oldest !== undefined) this.#byText.delete(oldest);
  }
}
