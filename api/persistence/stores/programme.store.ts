import type { mongoose } from '@typegoose/typegoose';
import { PROGRAMME_COUNTERS, programmeTotals, type ProgrammeTotals } from '../../domain/programme.ts';
import type { Entry } from '../../domain/wallet/entries.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { ProgrammeMonthModel } from '../models/programme-month.model.ts';
import type { Session } from './document-store.ts';

/** More than batches are ever in flight, so that two of one process do not meet in a document. */
const SLOTS = 8;

/** `programme_months`: what all wallets together moved, counted along with the entries. */
export class ProgrammeStore {
  readonly #shares: mongoose.mongo.Collection<ProgrammeMonthModel>;
  readonly #writer: string;
  #slot = 0;

  /** `writer` keeps processes out of each other's way; should two have the same, they wait for each other and count right. */
  constructor(database: Database, writer: string) {
    this.#shares = collectionOf<ProgrammeMonthModel>(database, ProgrammeMonthModel);
    this.#writer = writer;
  }

  /** Counts entries within the transaction that appends them, so they count once if they are written and else never. */
  async count(entries: readonly Entry[], session: Session): Promise<void> {
    const slot = (this.#slot = (this.#slot + 1) % SLOTS);
    for (const [month, totals] of programmeTotals(entries)) {
      const id = `${month}:${this.#writer}:${slot}`;
      const increments = Object.entries(totals).map(([counter, amount]) => [`totals.${counter}`, amount]);
      await this.#shares.updateOne(
        { _id: id },
        { $inc: Object.fromEntries(increments), $setOnInsert: { month } },
        { session, upsert: true },
      );
    }
  }

  /** The sums of every month in which anything moved, by month. */
  async months(session?: Session): Promise<Map<string, ProgrammeTotals>> {
    const sums = PROGRAMME_COUNTERS.map((counter) => [counter, { $sum: `$totals.${counter}` }]);
    const months = await this.#shares
      .aggregate<{ _id: string } & Record<string, bigint | number>>(
        [
          { $match: { totals: { $exists: true } } },
          { $group: { _id: '$month', ...Object.fromEntries(sums) } },
        ],
        { ...(session && { session }) },
      )
      .toArray();
    return new Map(months.map(({ _id, ...totals }) => [_id, withoutZeros(totals)]));
  }
}

/** What nobody counted sums up to a plain 0. */
function withoutZeros(totals: Readonly<Record<string, bigint | number>>): ProgrammeTotals {
  return Object.fromEntries(Object.entries(totals).filter(([, total]) => BigInt(total) !== 0n));
}
