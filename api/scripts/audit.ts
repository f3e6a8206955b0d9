import 'reflect-metadata';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { reportLines } from '../audit/report-lines.ts';
import { runAudit } from '../audit/run-audit.ts';
import { DatabaseUnavailable } from '../database/database-unavailable.ts';
import { provideDatabase } from '../database/provide-database.ts';
import { readNote } from '../database/replica-set-note.ts';
import { connect, disconnect } from '../persistence/connection.ts';
import { ConfigurationProblem, readConfig, readLocalConfig, type Config } from '../server/config.ts';

/**
 * `npm run audit` looks whether every invariant of the money holds: in the database that MONGODB_URI names, or in that of
 * the local instance, running or not. It reads one instant of it and changes nothing. Exit code 1 when something is wrong.
 */
async function main(): Promise<void> {
  const config = configuration();
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
    await audit(provided.uri, config);
  } finally {
    await provided.stop();
  }
}

async function audit(uri: string, { database: { name }, policy }: Config): Promise<void> {
  const database = await connect(uri, name);
  try {
    const report = await runAudit({
      database,
      policy,
      now: Date.now(),
      elapsed: () => performance.now(),
    });
    process.stdout.write(`${reportLines(report).join('\n')}\n`);
    if (report.violations > 0) process.exitCode = 1;
  } finally {
    await disconnect(database);
  }
}

/** Reading harms nothing, so unlike other tools this one works beside a production server too. */
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

await main().catch((error: unknown) => {
  if (!(error instanceof ConfigurationProblem || error instanceof DatabaseUnavailable)) throw error;
  fail(error.message);
});
