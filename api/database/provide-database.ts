import { findMongod } from './find-mongod.ts';
import { startPersistentReplicaSet } from './persistent-replica-set.ts';
import { startReplicaSet } from './start-replica-set.ts';
import type { ProvideDatabaseOptions, ProvidedDatabase } from './types.ts';

/**
 * A MongoDB replica set to work with: the one the operator names, or one started here.
 * Throws DatabaseUnavailable with a sentence for the operator if there is neither.
 */
export async function provideDatabase(options: ProvideDatabaseOptions): Promise<ProvidedDatabase> {
  const { uri, databaseName, dataDirectory, say } = options;
  if (uri !== undefined && uri !== '') {
    return { uri, embedded: false, processId: undefined, stop: () => Promise.resolve() };
  }
  const mongodBinary = await findMongod(options);
  const running =
    dataDirectory === undefined
      ? await startReplicaSet({ mongodBinary, databaseName, say })
      : await startPersistentReplicaSet({ mongodBinary, databaseName, dataDirectory, say });
  return { uri: running.uri, embedded: true, processId: running.processId, stop: () => running.stop() };
}
