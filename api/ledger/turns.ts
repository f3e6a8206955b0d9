/** Enough to be worth a turn, and few enough that the database is not kept waiting. */
const A_FEW = 8;

/**
 * Lets work go on a few at a time, one lot in each turn of the event loop. A batch hears from the database three times on its
 * way to its commit; were all requests or answers that are ready handled in one go, it would wait for the last of them each
 * time, and the database for it (decision 13).
 */
export class Turns {
  #waiting: (() => void)[] = [];
  #whenEmpty: (() => void)[] = [];

  take(goOn: () => void): void {
    this.#waiting.push(goOn);
    if (this.#waiting.length === 1) setImmediate(this.#next);
  }

  /** Resolves once nothing waits for its turn. */
  async emptied(): Promise<void> {
    if (this.#waiting.length > 0) await new Promise<void>((resolve) => this.#whenEmpty.push(resolve));
  }

  readonly #next = (): void => {
    const now = this.#waiting.slice(0, A_FEW);
    for (const goOn of now) goOn();
    this.#waiting = this.#waiting.slice(now.length);
    if (this.#waiting.length > 0) return void setImmediate(this.#next);
    const told = this.#whenEmpty;
    this.#whenEmpty = [];
    for (const tell of told) tell();
  };
}
