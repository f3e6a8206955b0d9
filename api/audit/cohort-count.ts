import { monthOf, startOfMonth, type Instant } from '../domain/calendar.ts';
import { MOST_COHORTS, type Cohort, type CohortMonth } from '../domain/cohort.ts';
import type { Entry } from '../domain/wallet/entries.ts';

/**
 * Counts who spent for the first time when, and who came back, while all journals are read anyway. Only debits before `until` count:
 * journals are never changed behind their end, so it makes no difference at which moment each was read.
 */
export class CohortCount {
  readonly #until: Instant;
  /** The months that are told of, oldest first. */
  readonly #months: readonly string[];
  readonly #found = new Map<string, Map<string, CohortMonth>>();
  #walletId = '';
  #first = '';
  #last = '';

  constructor(until: Instant) {
    this.#until = until;
    const apart = Array.from({ length: MOST_COHORTS }, (_, n) => n + 1 - MOST_COHORTS);
    this.#months = apart.map((count) => monthOf(startOfMonth(until - 1, count)));
  }

  /** The next entry, of one journal after the other, each in its order. */
  note(entry: Entry): void {
    if (entry.kind !== 'DEBIT' || entry.at >= this.#until) return;
    const month = monthOf(entry.at);
    const isNew = entry.walletId !== this.#walletId;
    if (isNew) [this.#walletId, this.#first, this.#last] = [entry.walletId, month, ''];
    const isNewMonth = month !== this.#last;
    this.#last = month;
    if (this.#first < (this.#months[0] ?? '')) return;
    const cohort = this.#found.get(this.#first) ?? new Map<string, CohortMonth>();
    const { customers, spent } = cohort.get(month) ?? NOBODY;
    cohort.set(month, { customers: customers + (isNewMonth ? 1 : 0), spent: spent + entry.amount });
    this.#found.set(this.#first, cohort);
  }

  /** All months that are told of, also those in which nobody began. */
  cohorts(): Cohort[] {
    return this.#months.map((month, at) => ({
      month,
      months: this.#months.slice(at).map((later) => this.#found.get(month)?.get(later) ?? NOBODY),
    }));
  }
}

const NOBODY: CohortMonth = { customers: 0, spent: 0n };
