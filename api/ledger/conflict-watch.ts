/** Longer than batches of processes that live hold a document. */
const PATIENCE_MS = 500;

/** Notices commands whose documents somebody holds for too long, and has it looked who no longer lives. */
export class ConflictWatch<J extends object> {
  readonly #since = new WeakMap<J, number>();
  readonly #look: () => Promise<void>;
  readonly #elapsed: () => number;
  #nextLook = -Infinity;

  constructor(look: () => Promise<void>, elapsed: () => number) {
    this.#look = look;
    this.#elapsed = elapsed;
  }

  /** Some commands have met a conflict together. Nobody waits for the look: they are tried again meanwhile. */
  met(jobs: readonly J[]): void {
    const now = this.#elapsed();
    const first = Math.min(...jobs.map((job) => this.#firstOf(job, now)));
    if (now - first < PATIENCE_MS || now < this.#nextLook) return;
    this.#nextLook = Infinity;
    void this.#look().finally(() => (this.#nextLook = this.#elapsed() + PATIENCE_MS));
  }

  #firstOf(job: J, now: number): number {
    const first = this.#since.get(job);
    if (first === undefined) this.#since.set(job, now);
    return first ?? now;
  }
}
