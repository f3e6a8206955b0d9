import { join } from 'node:path';
import { provideDatabase } from '../../api/database/provide-database.ts';

/** The name of the database in which a bench makes what it measures. */
export const DATABASE = 'bench';

/** A MongoDB of this machine for one run; whoever asks stops it, and its data is gone. */
export function openOwnDatabase() {
  return provideDatabase({
    databaseName: DATABASE,
    cacheDirectory: join('.cache', 'mongodb'),
    mongodBinary: process.env['MONGOMS_SYSTEM_BINARY'],
    say: (line) => console.error(line),
  });
}
