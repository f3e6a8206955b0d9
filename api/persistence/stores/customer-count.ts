import type { mongoose } from '@typegoose/typegoose';
import { addDays, startOfDay, type Instant } from '../../domain/calendar.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { CustomerModel } from '../models/customer.model.ts';
import { ProgrammeFigureModel } from '../models/programme-figure.model.ts';
import { failureOf } from '../transaction.ts';
import { inSnapshot, type Session } from './document-store.ts';

const KEPT = 'customers';

/**
 * How many customers there are. Nobody counts while they are saved: when one was first seen never changes, so how many were
 * seen until the day before yesterday is written down, and only those since are counted, by their index.
 */
export class CustomerCount {
  readonly #customers: mongoose.mongo.Collection<CustomerModel>;
  readonly #figures: mongoose.mongo.Collection<ProgrammeFigureModel>;

  constructor(database: Database) {
    this.#customers = collectionOf<CustomerModel>(database, CustomerModel);
    this.#figures = collectionOf<ProgrammeFigureModel>(database, ProgrammeFigureModel);
  }

  async take(session?: Session): Promise<number> {
    const { count, before } = await this.#kept(session);
    return Number(count) + (await this.#between(before, null, session));
  }

  /** Writes down how many had been seen by yesterday's midnight. Clocks of processes are never a day apart. */
  async close(now: Instant): Promise<void> {
    const [kept, until] = [await this.#kept(), startOfDay(addDays(now, -1))];
    if (until <= kept.before) return;
    const more = await this.#between(kept.before, until);
    if (more === 0) return;
    const figures = { count: kept.count + BigInt(more), before: BigInt(until) };
    // Whoever else writes it down counts the same, so the first to do so does it for all.
    const known = { _id: KEPT, ...(kept.count > 0n && { 'figures.before': BigInt(kept.before) }) };
    await this.#figures
      .updateOne(known, { $set: { sheet: KEPT, figures } }, { upsert: kept.count === 0n })
      .catch(ignoreTwin);
  }

  async #kept(session?: Session): Promise<{ readonly count: bigint; readonly before: Instant }> {
    const kept = await this.#figures.findOne({ _id: KEPT }, { ...inSnapshot(session) });
    const { count = 0n, before = 0n } = (kept?.figures ?? {}) as { count?: bigint; before?: bigint };
    return { count, before: Number(before) };
  }

  #between(from: Instant, until: Instant | null, session?: Session): Promise<number> {
    const createdAt = { $gte: new Date(from), ...(until !== null && { $lt: new Date(until) }) };
    return this.#customers.countDocuments({ createdAt }, { hint: 'createdAt_id', ...inSnapshot(session) });
  }
}

function ignoreTwin(error: unknown): void {
  if (failureOf(error) !== 'DUPLICATE_KEY') throw error;
}
