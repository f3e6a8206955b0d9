import type { Database } from '../../api/persistence/connection.ts';
import { isUnreachable } from '../../api/persistence/transaction.ts';
import type { Random } from './random.ts';

/** What the server answers in a transaction that somebody else was faster than. */
const CONFLICT = 112;

/** What can go wrong between a process and its database, now and then. */
const STORMS: readonly { readonly data: object; readonly most: number }[] = [
  // The commit went through, but the answer does not say so.
  {
    data: {
      failCommands: ['commitTransaction'],
      writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' },
    },
    most: 0.3,
  },
  // Nobody knows whether the commit arrived.
  { data: { failCommands: ['commitTransaction'], closeConnection: true }, most: 0.3 },
  // The connection breaks in the middle of a transaction. Nothing is split then, so of a long one hardly any gets through more than a breeze.
  { data: { failCommands: ['update', 'insert'], closeConnection: true }, most: 0.02 },
  // Somebody else was faster.
  { data: { failCommands: ['insert'], errorCode: CONFLICT }, most: 0.3 },
  { data: { failCommands: ['find'], closeConnection: true }, most: 0.3 },
];

/** How often a command fails in a breeze, in a wind and in a gale. */
const STRENGTHS = [0.02, 0.1, 0.3];

/** Lets a share of the commands fail, until the sky clears. */
export async function storm(database: Database, random: Random): Promise<void> {
  const { data, most } = random.pick(STORMS);
  const mode = { activationProbability: Math.min(random.pick(STRENGTHS), most) };
  await setWeather(database, { mode, data });
}

/** Whether it is a conflict of these storms. Beside a transaction the server itself would try such a write once more, and tell nobody. */
export function isOfStorm(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === CONFLICT;
}

/**
 * The primary steps down and is elected again a second later: what it was about to commit is gone, and until then nobody can
 * write. Its own answer may get lost on the way.
 */
export async function election(database: Database): Promise<void> {
  const stepDown = { replSetStepDown: 1, secondaryCatchUpPeriodSecs: 0, force: true };
  await admin(database)
    .command(stepDown)
    .catch((error: unknown) => {
      if (!isUnreachable(error)) throw error;
    });
}

export async function clear(database: Database): Promise<void> {
  await setWeather(database, { mode: 'off' });
}

/** A connection that a storm breaks takes others along that wait for their turn, and so may take this. */
async function setWeather(database: Database, weather: object): Promise<void> {
  for (;;) {
    try {
      await admin(database).command({ configureFailPoint: 'failCommand', ...weather });
      return;
    } catch (error) {
      if (!isUnreachable(error)) throw error;
    }
  }
}

/** What a dead process left open is soon forgotten, so that a run is not mostly waiting. */
export async function forgetQuickly(database: Database): Promise<void> {
  await admin(database).command({ setParameter: 1, transactionLifetimeLimitSeconds: 1 });
}

function admin(database: Database) {
  return database.getClient().db('admin');
}
