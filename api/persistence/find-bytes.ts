import type { mongoose } from '@typegoose/typegoose';
import { driverOf, type Database } from './database.ts';
import { timeLeft } from './patience.ts';
import { isLost } from './transaction.ts';

/** At most so many documents, so that they come in one answer. */
export interface OneBatch {
  readonly limit: number;
  readonly sort?: Readonly<Record<string, 1 | -1>>;
}

/** The answer to a command that finds. */
export interface FirstBatch {
  readonly cursor: { readonly id: unknown; readonly firstBatch: Buffer[] };
}

/** The documents stay as the bytes that came, and the id of a cursor as it is. */
export const AS_BYTES = { fieldsAsRaw: { firstBatch: true }, promoteLongs: false };

/**
 * A few documents as their bytes, for whoever waits: one command and one answer. The driver's cursors go through each document
 * of an answer once before they hand it over, and wait for each in turn; that took longer than all else of reading a page
 * (decision 79). What one answer cannot hold, and what was lost with a server that went away, is read by a cursor after all.
 */
export async function findBytes<D extends mongoose.mongo.Document>(
  database: Database,
  collection: mongoose.mongo.Collection<D>,
  filter: mongoose.mongo.Filter<D>,
  { limit, sort }: OneBatch,
): Promise<Buffer[]> {
  // One more than the limit as batch size: the server closes the cursor in the first answer.
  const options = { limit, batchSize: limit + 1, ...(sort && { sort }) };
  const command = { find: collection.collectionName, filter, ...options, readConcern: { level: 'majority' } };
  try {
    const answer = await driverOf(database).command({ ...command, ...timeLeft(database) }, AS_BYTES);
    const { id, firstBatch } = (answer as FirstBatch).cursor;
    if (String(id) === '0') return firstBatch;
    await driverOf(database).command({ killCursors: collection.collectionName, cursors: [id] });
  } catch (error) {
    if (!isLost(error)) throw error;
  }
  return collection.find<Buffer>(filter, { ...options, raw: true }).toArray();
}
