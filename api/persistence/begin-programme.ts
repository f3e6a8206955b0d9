import { programmeTotals, type ProgrammeTotals } from '../domain/programme.ts';
import { collectionOf } from './collections.ts';
import type { Database } from './connection.ts';
import { ProgrammeMonthModel } from './models/programme-month.model.ts';
import { TransactionModel } from './models/transaction.model.ts';
import { entryFromDocument } from './stores/entry-codec.ts';
import { failureOf, inTransaction } from './transaction.ts';

/** Says that the counters hold everything: what the journal had before they were kept, and all since. */
const BEGUN = { _id: 'begun', month: 'begun' };
const MOST_ATTEMPTS = 10;
const TOGETHER = 1_000;

/**
 * Counts once what a journal holds from before there were counters. Every process does this before it serves, and the first
 * to be done ends it for all, so nothing is written meanwhile that could count twice.
 */
export async function beginProgramme(database: Database): Promise<void> {
  const shares = collectionOf<ProgrammeMonthModel>(database, ProgrammeMonthModel);
  for (let attempt = 1; ; attempt += 1) {
    if (await shares.findOne({ _id: BEGUN._id })) return;
    const before = [...(await countJournal(database))].map(([month, totals]) => ({
      _id: `${month}:before`,
      month,
      totals,
    }));
    try {
      return await inTransaction(
        database,
        async (session) => void (await shares.insertMany([BEGUN, ...before], { session })),
        () => true,
      );
    } catch (error) {
      // Another process was faster, or is about to be.
      if (attempt === MOST_ATTEMPTS || failureOf(error) === 'FATAL') throw error;
    }
  }
}

/** What a whole journal comes to, by month: what the counters must say. Reads every entry. */
export async function countJournal(database: Database): Promise<Map<string, ProgrammeTotals>> {
  const entries = collectionOf<TransactionModel>(database, TransactionModel).find(
    {},
    { projection: { kind: 1, at: 1, amount: 1, lot: 1, draws: 1 }, batchSize: TOGETHER },
  );
  const months = new Map<string, ProgrammeTotals>();
  for await (const entry of entries) {
    for (const [month, totals] of programmeTotals([entryFromDocument(entry)])) {
      months.set(month, plus(months.get(month) ?? {}, totals));
    }
  }
  return months;
}

function plus(a: ProgrammeTotals, b: ProgrammeTotals): ProgrammeTotals {
  const sums = Object.entries(b).map(([counter, amount]) => [
    counter,
    (a[counter as keyof ProgrammeTotals] ?? 0n) + amount,
  ]);
  return { ...a, ...Object.fromEntries(sums) } as ProgrammeTotals;
}
