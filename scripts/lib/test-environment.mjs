import { inProject } from './project.mjs';
import { importTypeScript } from './typescript.mjs';

/**
 * A replica set for all tests of a run, and what tells them where it is. An address in TEST_MONGODB_URI or
 * MONGODB_URI is used as it is; the tests only ever touch databases they have made there themselves.
 */
export async function provideTestDatabase(say) {
  const { provideDatabase } = await importTypeScript('api/database/provide-database.ts');
  const { findMongod } = await importTypeScript('api/database/find-mongod.ts');
  const search = {
    mongodBinary: process.env.MONGOMS_SYSTEM_BINARY,
    cacheDirectory: inProject('.cache', 'mongodb'),
    say,
  };
  // Some tests stop and kill a mongod of their own, so one is needed even beside a database that is given.
  const mongodBinary = await findMongod(search);
  const database = await provideDatabase({
    ...search,
    mongodBinary,
    uri: process.env.TEST_MONGODB_URI || process.env.MONGODB_URI,
    databaseName: 'test',
  });
  return {
    environment: { TEST_MONGODB_URI: database.uri, TEST_MONGOD_BINARY: mongodBinary },
    stop: () => database.stop(),
  };
}
