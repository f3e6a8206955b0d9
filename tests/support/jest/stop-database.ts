import { sharedDatabase } from './shared-database.ts';

/** Ends the replica set if this run of jest started it; one that was handed over is left to its owner. */
export default async function stopDatabase(): Promise<void> {
  await sharedDatabase.started?.stop();
}
