/**
 * The newest keys of something, up to a bound: when half of it is full, the half that was filled before is dropped. Costs
 * the same however many there are.
 */
export class RecentKeys {
  readonly #half: number;
  #newer = new Set<string>();
  #older = new Set<string>();

  constructor(most: number) {
    this.#half = Math.ceil(most / 2);
  }

  get isEmpty(): boolean {
    return this.#newer.size === 0 && this.#older.size === 0;
  }

  has(key: string): boolean {
    return this.#newer.has(key) || this.#older.has(key);
  }

  keep(key: string): void {
    this.#newer.add(key);
    if (this.#newer.size < this.#half) return;
    this.#older = this.#newer;
    this.#newer = new Set();
  }

  forget(key: string): void {
    this.#newer.delete(key);
    this.#older.delete(key);
  }
}
