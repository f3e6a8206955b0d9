/** Background work (expiry, bulk) waits behind what people wait for. */
export type Priority = 'INTERACTIVE' | 'BACKGROUND';

export interface Queued {
  readonly priority: Priority;
  /** The documents that the command may change. */
  readonly locks: readonly string[];
}

/** How far a batch looks for commands that can run now, past those that wait for a document. */
const WINDOW = 2_048;

/**
 * Commands waiting for a batch, with a bound. Those on a document of a batch in flight wait for it, and those behind them
 * on the same document stay behind them; all others may overtake. So a process never conflicts with itself.
 */
export class CommandQueue<J extends Queued> {
  readonly #capacity: number;
  readonly #locked = new Set<string>();
  #waiting: Record<Priority, J[]> = { INTERACTIVE: [], BACKGROUND: [] };

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get length(): number {
    return this.#waiting.INTERACTIVE.length + this.#waiting.BACKGROUND.length;
  }

  /** False when the queue is full; then the command was not taken. */
  add(job: J): boolean {
    if (this.length >= this.#capacity) return false;
    this.#waiting[job.priority].push(job);
    return true;
  }

  /** Takes at most `limit` commands, in the order of arrival, people's first, and locks their documents. */
  take(limit: number): J[] {
    const blocked = new Set(this.#locked);
    const people = this.#takeFrom('INTERACTIVE', limit, blocked);
    const taken = [...people, ...this.#takeFrom('BACKGROUND', limit - people.length, blocked)];
    for (const job of taken) for (const lock of job.locks) this.#locked.add(lock);
    return taken;
  }

  /** Lets others at the documents of commands that are done. */
  release(jobs: readonly J[]): void {
    for (const job of jobs) for (const lock of job.locks) this.#locked.delete(lock);
  }

  #takeFrom(priority: Priority, limit: number, blocked: Set<string>): J[] {
    const waiting = this.#waiting[priority];
    const taken: J[] = [];
    const passed: J[] = [];
    let looked = 0;
    while (looked < waiting.length && looked < WINDOW && taken.length < limit) {
      const job = waiting[looked++] as J;
      const isFree = job.locks.every((lock) => !blocked.has(lock));
      if (!isFree) for (const lock of job.locks) blocked.add(lock);
      (isFree ? taken : passed).push(job);
    }
    if (taken.length > 0) this.#waiting[priority] = [...passed, ...waiting.slice(looked)];
    return taken;
  }
}
