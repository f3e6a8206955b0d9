import type { Stored } from '../persistence/stores/audit.store.ts';
import { INVARIANT_CODES, INVARIANTS, type InvariantCode } from './invariants.ts';

/** Where something is wrong: a wallet or another record, and the entry if it is one. */
export interface Place {
  readonly record: string;
  readonly entry?: string;
}

export interface Violation extends Place {
  readonly problem: string;
}

export interface InvariantFindings {
  readonly code: InvariantCode;
  readonly sentence: string;
  readonly checked: number;
  readonly violations: number;
  /** The first few of them. */
  readonly first: readonly Violation[];
  readonly milliseconds: number;
}

const FEW = 5;

/** What an audit has seen so far, by invariant. */
export class Findings {
  readonly #elapsed: () => number;
  readonly #checked = new Map<InvariantCode, number>();
  readonly #violations = new Map<InvariantCode, number>();
  readonly #first = new Map<InvariantCode, Violation[]>();
  readonly #milliseconds = new Map<InvariantCode, number>();

  /** `elapsed` is a clock in milliseconds that only moves forward. */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  checked(code: InvariantCode, count = 1): void {
    this.#checked.set(code, (this.#checked.get(code) ?? 0) + count);
  }

  violated(code: InvariantCode, place: Place, problem: string): void {
    this.#violations.set(code, (this.#violations.get(code) ?? 0) + 1);
    const first = this.#first.get(code) ?? [];
    if (first.length < FEW) this.#first.set(code, [...first, { ...place, problem }]);
  }

  /** Counts stored documents and says which do not have their shape. */
  shapes(page: readonly Stored<unknown>[], collection?: string): void {
    this.checked('I23', page.length);
    for (const { id, faults } of page) {
      const record = collection === undefined ? id : `${collection} ${id}`;
      for (const fault of faults) this.violated('I23', { record }, fault);
    }
  }

  /** Does some of the work for an invariant and counts its time. */
  timed(code: InvariantCode, work: () => void): void {
    const started = this.#elapsed();
    work();
    this.#spent(code, started);
  }

  async timedAsync(code: InvariantCode, work: () => Promise<void>): Promise<void> {
    const started = this.#elapsed();
    await work();
    this.#spent(code, started);
  }

  all(): InvariantFindings[] {
    return INVARIANT_CODES.map((code) => ({
      code,
      sentence: INVARIANTS[code],
      checked: this.#checked.get(code) ?? 0,
      violations: this.#violations.get(code) ?? 0,
      first: this.#first.get(code) ?? [],
      milliseconds: this.#milliseconds.get(code) ?? 0,
    }));
  }

  #spent(code: InvariantCode, started: number): void {
    this.#milliseconds.set(code, (this.#milliseconds.get(code) ?? 0) + this.#elapsed() - started);
  }
}
