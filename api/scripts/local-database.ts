import { join } from 'node:path';
import { DatabaseUnavailable } from '../database/database-unavailable.ts';
import { provideDatabase } from '../database/provide-database.ts';
import { readNote } from '../database/replica-set-note.ts';
import { connect, disconnect, type Database } from '../persistence/connection.ts';
import { SchemaProblem } from '../persistence/schema-versions/schema-problem.ts';
import { requireSchema } from '../persistence/schema-versions/stored-versions.ts';
import { ConfigurationProblem, readConfig, readLocalConfig, type Config } from '../server/config.ts';

type Use = (database: Database, config: Config) => Promise<void>;

interface Terms {
  /** Whether the command is not to work beside a newer release. */
  readonly mustBeNewest?: boolean;
}

/**
 * Runs a command on the database that MONGODB_URI names, or on that of the local instance, whether it is running or not.
 * What the operator can solve is told in a sentence and ends with exit code 1.
 */
export async function onDatabase(use: Use, terms: Terms = {}): Promise<void> {
  try {
    await provideAndUse(use, configuration(), terms);
  } catch (error) {
    const isForOperator =
      error instanceof ConfigurationProblem ||
      error instanceof DatabaseUnavailable ||
      error instanceof SchemaProblem;
    if (!isForOperator) throw error;
    fail(error.message);
  }
}

async function provideAndUse(use: Use, config: Config, terms: Terms): Promise<void> {
  const { uri, name, mongodBinary } = config.database;
  const dataDirectory = join(config.dataDirectory, 'mongodb');
  if (uri === null && (await readNote(dataDirectory)) === undefined) {
    return fail(`There is no database in ${config.dataDirectory} yet. Start the server once: npm run demo`);
  }
  const provided = await provideDatabase({
    uri: uri ?? undefined,
    databaseName: name,
    mongodBinary: mongodBinary ?? undefined,
    cacheDirectory: join(config.rootDirectory, '.cache', 'mongodb'),
    dataDirectory,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    const database = await connect(provided.uri, name);
    try {
      await requireSchema(database, terms);
      await use(database, config);
    } finally {
      await disconnect(database);
    }
  } finally {
    await provided.stop();
  }
}

/** These commands work beside a production server too, so its configuration will do where the local one is refused. */
function configuration(): Config {
  try {
    return readLocalConfig();
  } catch (problem) {
    try {
      return readConfig();
    } catch {
      throw problem;
    }
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
