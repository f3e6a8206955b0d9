import type { Database } from '../connection.ts';
import { underFreeLease } from '../lease.ts';

/** `leases`: what only one process need do at a time, although it would do no harm in several. */
export class LeaseStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Runs `work` unless another process is at it; then returns null. A process that dies is taken over in ten seconds. */
  whileFree<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    return underFreeLease(this.#database, name, work);
  }
}
