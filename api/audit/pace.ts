import { setTimeout as sleep } from 'node:timers/promises';

/** The audit was told to stop; nothing of it was written. */
export class AuditStopped extends Error {
  constructor() {
    super('The audit was stopped before it was through.');
    this.name = 'AuditStopped';
  }
}

export interface PaceParts {
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
  readonly isStopped: () => boolean;
  /** How many times as long as it worked it pauses. On a busy machine work takes longer, and so do the pauses. */
  readonly pauses: number;
}

const LONGEST_PAUSE_MS = 500;

/** Leaves most of the time to customers: after each page it waits for a multiple of what the page took. */
export class Pace {
  readonly #parts: PaceParts;
  #since: number;

  constructor(parts: PaceParts) {
    this.#parts = parts;
    this.#since = parts.elapsed();
  }

  /** Between two pages. Throws `AuditStopped` when it is time to stop. */
  readonly breathe = async (): Promise<void> => {
    const { elapsed, isStopped, pauses } = this.#parts;
    const pause = Math.min(LONGEST_PAUSE_MS, pauses * (elapsed() - this.#since));
    if (!isStopped() && pause > 0) await sleep(pause);
    if (isStopped()) throw new AuditStopped();
    this.#since = elapsed();
  };
}
