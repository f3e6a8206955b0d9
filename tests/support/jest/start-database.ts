import { join } from 'node:path';
import mongoose from 'mongoose';
import { findMongod } from '../../../api/database/find-mongod.ts';
import { startReplicaSet } from '../../../api/database/start-replica-set.ts';
import { sharedDatabase } from './shared-database.ts';

/**
 * Gives all test files of a run one replica set. `npm test` has started it already and says where;
 * a run of jest by hand starts its own here.
 */
export default async function startDatabase(
  _global: unknown,
  { rootDir }: { rootDir: string },
): Promise<void> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const mongodBinary = await findMongod({
    mongodBinary: process.env['TEST_MONGOD_BINARY'] ?? process.env['MONGOMS_SYSTEM_BINARY'],
    cacheDirectory: join(rootDir, '.cache', 'mongodb'),
    say,
  });
  process.env['TEST_MONGOD_BINARY'] = mongodBinary;
  if (process.env['TEST_MONGODB_URI'] === undefined) {
    const started = await startReplicaSet({ mongodBinary, databaseName: 'test', say });
    process.env['TEST_MONGODB_URI'] = started.uri;
    sharedDatabase.started = started;
  }
  await keepWhatIsOver(process.env['TEST_MONGODB_URI']);
}

/** Tests have clocks of their own. By the one of the machine their sessions and codes are long over, and once a minute would go. */
async function keepWhatIsOver(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.db?.admin().command({ setParameter: 1, ttlMonitorEnabled: false });
  await connection.close();
}
