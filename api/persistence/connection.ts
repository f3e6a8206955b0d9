import { mongoose } from '@typegoose/typegoose';
import { watchCommands, type CommandWatcher } from './command-watcher.ts';
import type { Database } from './database.ts';
import { acceptBigintsInLongs } from './driver-long.ts';
import type { RecoveryObserver } from './processes/observer.ts';
import { ownProcess } from './processes/own-process.ts';

export type { Database } from './database.ts';

mongoose.set('strict', 'throw');
mongoose.set('strictQuery', 'throw');
mongoose.set('sanitizeFilter', true);
mongoose.set('bufferCommands', false);
mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);
acceptBigintsInLongs();

/** Every wait has an end: the driver's own defaults hang for half a minute or for ever. */
const OPTIONS: mongoose.ConnectOptions = {
  maxPoolSize: 20,
  minPoolSize: 2,
  waitQueueTimeoutMS: 2_000,
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  socketTimeoutMS: 15_000,
  heartbeatFrequencyMS: 2_000,
  retryWrites: true,
  retryReads: true,
  readPreference: 'primary',
  readConcernLevel: 'majority',
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
  // Money is int64: without this, reading would turn it into a double.
  useBigInt64: true,
};

/** Opens a pool of connections to a database; throws when no server answers within five seconds. */
export async function connect(
  uri: string,
  databaseName: string,
  observer?: RecoveryObserver,
  watcher?: CommandWatcher,
): Promise<Database> {
  const options = { ...OPTIONS, dbName: databaseName, ...(watcher && { monitorCommands: true }) };
  const database = await mongoose.createConnection(uri, options).asPromise();
  if (watcher) watchCommands(database, watcher);
  ownProcess(database, observer);
  return database;
}

/** Closes the pool; what is under way fails. */
export async function disconnect(database: Database): Promise<void> {
  await ownProcess(database).leave();
  await database.close();
}
