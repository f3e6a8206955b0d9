import { setTimeout as sleep } from 'node:timers/promises';
import { mongoose } from '@typegoose/typegoose';
import type { Database } from './connection.ts';
import { GivenUp } from './patience.ts';
import { ownProcess } from './processes/own-process.ts';
import { StaleRead, type Session } from './stores/document-store.ts';

const { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerError, MongoServerSelectionError } =
  mongoose.mongo;

/** Set on each transaction: inside one, the concerns of database and collection do not count. */
const OPTIONS: mongoose.mongo.TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
  readPreference: 'primary',
  maxCommitTimeMS: 5_000,
};

const DUPLICATE_KEY = 11_000;
/** What a statement is answered whose session is being ended: then its transaction is aborted as well. */
const INTERRUPTED = 11_601;
/** What a read is answered that takes longer than it may. */
const TOO_SLOW = 50;
const ASK_AGAIN_AFTER_MS = 50;

/** What a server answers that is shutting down, stepping down or not yet primary: another answer will come soon. */
const CHANGING_STATE = new Set([91, 189, 10_107, 11_600, 11_602, 13_435, 13_436]);

/** Nobody knows yet whether the transaction was committed; the caller must not decide again. */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super('The database did not say whether it committed.', { cause });
    this.name = 'CommitUnknown';
  }
}

/**
 * Runs `write` in one transaction and returns once its commit is known. An unknown commit is asked for again until
 * `mayAsk` says stop, and then reported as `CommitUnknown`; every other failure means that nothing was written.
 */
export async function inTransaction(
  database: Database,
  write: (session: Session) => Promise<void>,
  mayAsk: () => boolean,
): Promise<void> {
  const process = ownProcess(database);
  const session = await process.takeSession();
  try {
    session.startTransaction(OPTIONS);
    await write(session);
    await commit(session, mayAsk);
  } catch (error) {
    // A failed abort changes nothing: what was never committed ends with the next transaction of the session.
    if (session.inTransaction()) await session.abortTransaction().catch(() => {});
    if (error instanceof CommitUnknown) process.giveBackUnsure(session);
    else process.giveBack(session);
    throw error;
  }
  process.giveBack(session);
}

/**
 * Runs `write` in a transaction that is never committed, to see whether it could be. Rejects with what kept it from writing:
 * a conflict with a transaction under way, or a key that is taken.
 */
export async function inTrial(database: Database, write: (session: Session) => Promise<void>): Promise<void> {
  const process = ownProcess(database);
  const session = await process.takeSession();
  try {
    session.startTransaction(OPTIONS);
    await write(session);
  } finally {
    await session.abortTransaction().catch(() => {});
    process.giveBack(session);
  }
}

async function commit(session: Session, mayAsk: () => boolean): Promise<void> {
  for (;;) {
    try {
      return await session.commitTransaction();
    } catch (error) {
      if (isKnownToHaveFailed(error)) throw error;
      if (!mayAsk()) throw new CommitUnknown(error);
      await sleep(ASK_AGAIN_AFTER_MS);
    }
  }
}

/**
 * Only a server that answered can say that it did not commit. A connection lost, or no server found to ask, says nothing:
 * the driver asks a second time by itself, and the error is the one of its last attempt.
 */
function isKnownToHaveFailed(error: unknown): boolean {
  return (
    error instanceof MongoError &&
    error.hasErrorLabel('TransientTransactionError') &&
    !error.hasErrorLabel('UnknownTransactionCommitResult')
  );
}

export type WriteFailure = 'STALE_READ' | 'DUPLICATE_KEY' | 'TRANSIENT' | 'UNREACHABLE' | 'FATAL';

/** What a failed read or write means for the one who tries again: all but `FATAL` may pass. */
export function failureOf(thrown: unknown): WriteFailure {
  const error = unwrapped(thrown);
  if (error instanceof StaleRead) return 'STALE_READ';
  if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return 'DUPLICATE_KEY';
  if (isUnreachable(error)) return 'UNREACHABLE';
  return isTransient(error) ? 'TRANSIENT' : 'FATAL';
}

function isTransient(error: unknown): boolean {
  return (
    error instanceof MongoError &&
    (error.code === INTERRUPTED || error.hasErrorLabel('TransientTransactionError'))
  );
}

/** Whether the database could not be reached or stepped down, so that the same request may go through later. */
export function isUnreachable(thrown: unknown): boolean {
  const error = unwrapped(thrown);
  if (error instanceof MongoServerSelectionError || error instanceof MongoNetworkError) return true;
  if (!(error instanceof MongoError)) return false;
  return (
    error.name === 'MongoWaitQueueTimeoutError' ||
    error.hasErrorLabel('RetryableWriteError') ||
    (typeof error.code === 'number' && CHANGING_STATE.has(error.code))
  );
}

/** Whether a server went away, or stepped down, that had been asked: another may answer at once. */
export function isLost(thrown: unknown): boolean {
  const wasNeverAsked =
    thrown instanceof MongoServerSelectionError || (thrown as Error).name === 'MongoWaitQueueTimeoutError';
  return !wasNeverAsked && isUnreachable(thrown);
}

/** Whether a read took longer than whoever asked for it waits. */
export function isTooSlow(thrown: unknown): boolean {
  return thrown instanceof GivenUp || (thrown instanceof MongoServerError && thrown.code === TOO_SLOW);
}

/** The driver's bulk operations wrap whatever goes wrong, a lost connection too, and the wrapping says nothing of it. */
function unwrapped(error: unknown): unknown {
  const inner = error instanceof MongoBulkWriteError ? error.errorResponse : null;
  return inner instanceof MongoError ? inner : error;
}
