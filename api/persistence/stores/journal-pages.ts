import type { mongoose } from '@typegoose/typegoose';
import type { Entry } from '../../domain/wallet/entries.ts';
import type { Database } from '../connection.ts';
import { driverOf } from '../database.ts';
import { AS_BYTES, findBytes, type FirstBatch } from '../find-bytes.ts';
import type { TransactionModel } from '../models/transaction.model.ts';
import { timeLeft } from '../patience.ts';
import { entriesFromBytes } from './entry-codec.ts';

type Entries = mongoose.mongo.Collection<TransactionModel>;

/** A stretch of one wallet's journal. */
export interface JournalPage {
  readonly filter: mongoose.mongo.Filter<TransactionModel> & { readonly walletId: string };
  readonly sort: { readonly seq: 1 | -1 };
  readonly limit: number;
}

/** A page that somebody waits for. */
interface Asked {
  readonly database: Database;
  readonly page: JournalPage;
  readonly resolve: (entries: Entry[]) => void;
  readonly reject: (error: unknown) => void;
}

/** They are read one after the other, so the first waits for the last. */
const MOST_TOGETHER = 8;

/**
 * Reads a page of a journal, together with those of other wallets that are asked for in the same turn of the event loop, by
 * whomever: a command costs both sides about as much as the page (decision 138). It must be one that costs little, because all wait
 * for all. What could not be read together is read by itself, with the patience of whoever asked.
 */
export function readPage(database: Database, entries: Entries, page: JournalPage): Promise<Entry[]> {
  timeLeft(database);
  const waiting = waitingAt(database);
  return new Promise((resolve, reject) => {
    if (waiting.push({ database, page, resolve, reject }) > 1) return;
    setImmediate(() => {
      for (const some of ofDifferentWallets(waiting.splice(0))) void readAll(entries, some);
    });
  });
}

const waitingAtDatabases = new WeakMap<mongoose.mongo.Db, Asked[]>();

/** By the connection itself, which stores with a patience of their own share. */
function waitingAt(database: Database): Asked[] {
  const driver = driverOf(database);
  const waiting = waitingAtDatabases.get(driver) ?? [];
  waitingAtDatabases.set(driver, waiting);
  return waiting;
}

/** What is read together is told apart by its wallets. */
function ofDifferentWallets(asked: readonly Asked[]): Asked[][] {
  const groups: Map<string, Asked>[] = [];
  for (const one of asked) {
    const { walletId } = one.page.filter;
    const open = groups.find((group) => group.size < MOST_TOGETHER && !group.has(walletId));
    if (open) open.set(walletId, one);
    else groups.push(new Map([[walletId, one]]));
  }
  return groups.map((group) => [...group.values()]);
}

async function readAll(entries: Entries, asked: readonly Asked[]): Promise<void> {
  const [first] = asked;
  const found =
    first && asked.length > 1 ? await readTogether(first.database, entries, asked).catch(() => null) : null;
  if (found === null) await Promise.all(asked.map((one) => readAlone(entries, one)));
  else for (const { page, resolve } of asked) resolve(found.get(page.filter.walletId) ?? []);
}

async function readAlone(entries: Entries, { database, page, resolve, reject }: Asked): Promise<void> {
  try {
    resolve(entriesFromBytes(await findBytes(database, entries, page.filter, page)));
  } catch (error) {
    reject(error);
  }
}

/** By wallet; null where they are more than one answer holds. Nobody waits longer than the least patient one would. */
async function readTogether(
  database: Database,
  entries: Entries,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, Entry[]> | null> {
  const [first = [], ...others] = asked.map(({ page }) => [
    { $match: page.filter },
    { $sort: page.sort },
    { $limit: page.limit },
  ]);
  const coll = entries.collectionName;
  const limits = asked.map(({ database }) => timeLeft(database).maxTimeMS ?? Infinity);
  const maxTimeMS = Math.min(...limits);
  const answer = await driverOf(database).command(
    {
      aggregate: coll,
      pipeline: [...first, ...others.map((pipeline) => ({ $unionWith: { coll, pipeline } }))],
      cursor: { batchSize: asked.reduce((sum, { page }) => sum + page.limit, 1) },
      readConcern: { level: 'majority' },
      ...(maxTimeMS < Infinity && { maxTimeMS }),
    },
    AS_BYTES,
  );
  const { id, firstBatch } = (answer as FirstBatch).cursor;
  if (String(id) !== '0') {
    await driverOf(database).command({ killCursors: coll, cursors: [id] });
    return null;
  }
  return inOrder(entriesFromBytes(firstBatch), asked);
}

/** The database does not promise in which order it puts pages together. */
function inOrder(entries: readonly Entry[], asked: readonly Asked[]): Map<string, Entry[]> {
  const pages = new Map(asked.map(({ page }): [string, Entry[]] => [page.filter.walletId, []]));
  for (const entry of entries) pages.get(entry.walletId)?.push(entry);
  for (const { page } of asked) {
    const { filter, sort } = page;
    pages.get(filter.walletId)?.sort((a, b) => sort.seq * (a.seq - b.seq));
  }
  return pages;
}
