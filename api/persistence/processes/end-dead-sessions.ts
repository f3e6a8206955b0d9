import { mongoose } from '@typegoose/typegoose';
import { collectionOf } from '../collections.ts';
import type { Database } from '../database.ts';
import { ApiProcessModel } from '../models/api-process.model.ts';
import { hasEnded } from './host.ts';
import { killSessions } from './kill-sessions.ts';
import { ownProcess } from './own-process.ts';

/** Three heartbeats. */
const SILENT_FOR_MS = 3_000;
const AGAIN_AFTER_MS = 1_000;

/** The user lacks the privilege, or whoever runs the database keeps the command to himself. */
const NOT_ALLOWED = new Set([13, 59, 115, 8_000]);

interface Suspect extends ApiProcessModel {
  readonly isSilent: boolean;
}

/**
 * Ends at once the sessions of processes that no longer run on this host, and those of others that have been silent for three
 * seconds. A process that was only paused has what it was writing aborted, decides it again, and lists itself anew. Never
 * throws: where it does not succeed, the database ends what is left open after a time.
 */
export async function endDeadSessions(database: Database): Promise<void> {
  try {
    const dead = await findDead(database);
    if (dead.length === 0) return;
    await endSessionsOf(database, dead);
    // Whoever has given a sign of life meanwhile stays.
    const silent = dead.map(({ _id, heartbeatAt }) => ({ _id, heartbeatAt }));
    await listed(database).deleteMany({ $or: silent });
    ownProcess(database).observer.ended(dead.length);
  } catch {
    // The database is out of reach, or has no primary; the next look will do.
  }
}

/** Does some work that waits for locks, and sees to it that it waits for no dead process. */
export async function withoutTheDead(database: Database, work: () => Promise<void>): Promise<void> {
  await endDeadSessions(database);
  const again = setInterval(() => void endDeadSessions(database), AGAIN_AFTER_MS);
  try {
    await work();
  } finally {
    clearInterval(again);
  }
}

async function findDead(database: Database): Promise<Suspect[]> {
  const own = ownProcess(database);
  const { host } = await own.known;
  const isSilent = { $lt: ['$heartbeatAt', { $subtract: ['$$NOW', SILENT_FOR_MS] }] };
  const suspects = await listed(database)
    .aggregate<Suspect>(
      [
        { $match: { _id: { $ne: own.id } } },
        { $set: { isSilent } },
        { $match: { $or: [{ host }, { isSilent: true }] } },
      ],
      // What the majority has may be older than the last heartbeat.
      { readConcern: { level: 'local' } },
    )
    .toArray();
  const verdicts = await Promise.all(
    suspects.map(async (suspect) => suspect.isSilent || (await hasEnded(suspect))),
  );
  return suspects.filter((_, n) => verdicts[n]);
}

async function endSessionsOf(database: Database, dead: readonly Suspect[]): Promise<void> {
  try {
    await killSessions(
      database,
      dead.flatMap(({ sessions }) => sessions),
    );
  } catch (error) {
    if (!isNotAllowed(error)) throw error;
    // Nobody else with this user may either, so the list need not grow for it.
    ownProcess(database).refused('END', error);
  }
}

function isNotAllowed(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && NOT_ALLOWED.has(Number(error.code));
}

function listed(database: Database) {
  return collectionOf<ApiProcessModel>(database, ApiProcessModel);
}
