import { startPersistentReplicaSet } from '../../api/database/persistent-replica-set.ts';

// Started as a program of its own by tests that kill it: it runs a database on a directory and says when it is up.
const [mongodBinary = '', dataDirectory = ''] = process.argv.slice(2);
const { port } = await startPersistentReplicaSet({
  mongodBinary,
  databaseName: 'shop',
  dataDirectory,
  say: () => undefined,
});
process.send?.({ port });
