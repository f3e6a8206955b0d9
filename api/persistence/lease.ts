import { setTimeout as sleep } from 'node:timers/promises';
import { mongoose } from '@typegoose/typegoose';
import { collectionOf } from './collections.ts';
import type { Database } from './connection.ts';
import { LeaseModel } from './models/lease.model.ts';
import { failureOf } from './transaction.ts';

const LASTS_MS = 10_000;
const RENEWED_EVERY_MS = 2_000;
const ASKED_AGAIN_AFTER_MS = 100;

/**
 * Runs `work` as the only one in all processes who does so under this name, and waits for its turn for as long as others
 * have it. What a killed process held is free ten seconds later, by the database's clock. A process that stood still for
 * longer than that may find another at work, so the work itself must bear being done twice.
 */
export async function underLease<T>(database: Database, name: string, work: () => Promise<T>): Promise<T> {
  const leases = collectionOf<LeaseModel>(database, LeaseModel);
  const holder = new mongoose.mongo.ObjectId().toHexString();
  while (!(await take(leases, name, holder))) await sleep(ASKED_AGAIN_AFTER_MS);
  return holding(leases, name, holder, work);
}

/** The same, but without waiting: returns null, and has done nothing, while another has the lease. */
export async function underFreeLease<T>(
  database: Database,
  name: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const leases = collectionOf<LeaseModel>(database, LeaseModel);
  const holder = new mongoose.mongo.ObjectId().toHexString();
  return (await take(leases, name, holder)) ? holding(leases, name, holder, work) : null;
}

async function holding<T>(leases: Leases, name: string, holder: string, work: () => Promise<T>): Promise<T> {
  const renewal = setInterval(() => void renew(leases, name, holder).catch(() => {}), RENEWED_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    // Where this gets lost, the lease ends by itself.
    await leases.deleteOne({ _id: name, holder }).catch(() => {});
  }
}

type Leases = mongoose.mongo.Collection<LeaseModel>;

const UNTIL = { $add: ['$$NOW', LASTS_MS] };

/** Takes what is free; false while another has it. */
async function take(leases: Leases, name: string, holder: string): Promise<boolean> {
  const isFree = { $lt: [{ $ifNull: ['$until', new Date(0)] }, '$$NOW'] };
  const whenFree = (taken: unknown, kept: string) => ({ $cond: [isFree, taken, kept] });
  const update = [{ $set: { holder: whenFree(holder, '$holder'), until: whenFree(UNTIL, '$until') } }];
  try {
    const lease = await leases.findOneAndUpdate({ _id: name }, update, {
      upsert: true,
      returnDocument: 'after',
    });
    return lease?.holder === holder;
  } catch (error) {
    // Another made the document at the same moment.
    if (failureOf(error) === 'DUPLICATE_KEY') return false;
    throw error;
  }
}

/** Changes nothing when another has taken it meanwhile. */
async function renew(leases: Leases, name: string, holder: string): Promise<void> {
  await leases.updateOne({ _id: name, holder }, [{ $set: { until: UNTIL } }]);
}
