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
  await settleForTests(process.env['TEST_MONGODB_URI']);
}

/** How long the moments that an audit reads at stay readable, in seconds. No audit of the tests takes as long. */
const HISTORY_KEPT_S = 30;

/**
 * Tests have clocks of their own. By the one of the machine their sessions and codes are long over, and once a minute would go.
 * Each file drops its database, whose files stay open for as long as mongod keeps history: five minutes of that come
 * to more files than a process may have open, and mongod ends.
 */
async function settleForTests(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const admin = connection.getClient().db('admin');
  await admin.command({ setParameter: 1, ttlMonitorEnabled: false });
  await admin.command({ setParameter: 1, minSnapshotHistoryWindowInSeconds: HISTORY_KEPT_S });
  await connection.close();
}
