import type { Database } from './connection.ts';
import { underLease } from './lease.ts';
import { withoutTheDead } from './processes/end-dead-sessions.ts';
import { bringForward } from './schema-versions/bring-forward.ts';
import { isReady, lookAt } from './schema-versions/look.ts';
import { SchemaProblem } from './schema-versions/schema-problem.ts';
import { shapesOf } from './schema-versions/shapes.ts';
import { SCHEMA, type Schema } from './schema-versions/versions.ts';

/**
 * Brings the database to the schema version of this code: creates what is missing of collections, validators and indexes,
 * runs the steps that have not run yet, and looks whether everything stands: without the unique indexes a retry could act
 * twice. Where it does already this takes one round trip and no lock. Safe at every start, in several processes at once and
 * beside newer ones, whose work it leaves alone. What dead processes have left open is ended first. Throws a `SchemaProblem`
 * that says what is wrong.
 */
export async function setUp(database: Database, schema: Schema = SCHEMA): Promise<void> {
  await withoutTheDead(database, () => bringToVersion(database, schema));
}

async function bringToVersion(database: Database, schema: Schema): Promise<void> {
  const shapes = shapesOf(database, schema.collections);
  const found = await lookAt(database, schema, shapes);
  if (isReady(found, shapes)) {
    if (found.place === 'CURRENT') await catchUp(database, schema);
    return;
  }
  await underLease(database, 'set-up', async () => {
    // Whoever had the lease before may have done it.
    const now = await lookAt(database, schema, shapes);
    if (now.place === 'UNFINISHED') throw unfinished();
    if (!isReady(now, shapes)) await bringForward(database, schema, shapes, now);
  });
}

async function catchUp(database: Database, { versions }: Schema): Promise<void> {
  await Promise.all(versions.map(({ step, catchesUp }) => catchesUp && step?.(database)));
}

function unfinished(): SchemaProblem {
  return new SchemaProblem(
    'A newer release has begun to bring the database forward and did not finish. Start that release again first.',
  );
}
