import { endedStay, together, type EndedStay } from '../../domain/programme.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { ProgrammeStayModel } from '../models/programme-stay.model.ts';
import { TransactionModel } from '../models/transaction.model.ts';
import { failureOf, inTransaction } from '../transaction.ts';

/** Says that everything is written down: what the journals had before that was done, and all since. Counts for nothing itself. */
const BEGUN = { _id: 'begun', last: 'begun', next: 'begun', totals: {} };
const MOST_ATTEMPTS = 10;
const TOGETHER = 1_000;

/**
 * Writes down once which stays ended before stays were written down. Every process does this before it serves, and the first
 * to be done ends it for all, so nothing is written meanwhile that could count twice.
 */
export async function beginProgramme(database: Database): Promise<void> {
  const ended = collectionOf<ProgrammeStayModel>(database, ProgrammeStayModel);
  for (let attempt = 1; ; attempt += 1) {
    if (await ended.findOne({ _id: BEGUN._id })) return;
    const before = (await endedInJournals(database)).map((stay) => ({
      _id: `${stay.last}:${stay.next}:before`,
      ...stay,
    }));
    try {
      return await inTransaction(
        database,
        async (session) => void (await ended.insertMany([BEGUN, ...before], { session })),
        () => true,
      );
    } catch (error) {
      // Another process was faster, or is about to be.
      if (attempt === MOST_ATTEMPTS || failureOf(error) === 'FATAL') throw error;
    }
  }
}

/** Every stay that ended, by reading all journals one after another. */
async function endedInJournals(database: Database): Promise<EndedStay[]> {
  const entries = collectionOf<TransactionModel>(database, TransactionModel).find(
    { amount: { $exists: true } },
    { projection: { walletId: 1, at: 1, running: 1 }, sort: { walletId: 1, seq: 1 }, batchSize: TOGETHER },
  );
  let stays: EndedStay[] = [];
  let before: TransactionModel | null = null;
  for await (const entry of entries) {
    if (before?.walletId === entry.walletId) {
      const moved = { lastTransactionAt: before.at.getTime(), running: before.running };
      const stay = endedStay(moved, { lastTransactionAt: entry.at.getTime() });
      if (stay) stays = together([...stays, stay]);
    }
    before = entry;
  }
  return stays;
}
