export interface PasswordWorkTerms {
  readonly atOnce: number;
  /** How many may wait for their turn. */
  readonly waiting: number;
}

interface Waiting {
  readonly network: string;
  readonly begin: () => void;
}

/**
 * Looking at a password keeps one of four threads busy for a tenth of a second, and the same threads check signatures of
 * tokens. So few are looked at side by side, few wait, and no network takes more than half of the places to wait in.
 */
export class PasswordWork {
  readonly #terms: PasswordWorkTerms;
  readonly #queue: Waiting[] = [];
  #running = 0;

  constructor(terms: PasswordWorkTerms) {
    this.#terms = terms;
  }

  /** Whether somebody from this network would be turned away. */
  isFull(network: string): boolean {
    if (this.#running < this.#terms.atOnce) return false;
    const own = this.#queue.filter((one) => one.network === network).length;
    return this.#queue.length >= this.#terms.waiting || own >= Math.ceil(this.#terms.waiting / 2);
  }

  /** Does the work when it is its turn. */
  async do<T>(network: string, work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#terms.atOnce) {
      await new Promise<void>((begin) => this.#queue.push({ network, begin }));
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      // The place is handed on, so that nobody who comes meanwhile takes it first.
      const next = this.#queue.shift();
      if (next) next.begin();
      else this.#running -= 1;
    }
  }
}
