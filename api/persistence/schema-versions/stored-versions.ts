import type { mongoose } from '@typegoose/typegoose';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { SchemaVersionModel } from '../models/schema-version.model.ts';
import { SchemaProblem } from './schema-problem.ts';
import { SCHEMA, type Schema, type SchemaVersion } from './versions.ts';

/**
 * How this code and the database stand to each other:
 * - `CURRENT`: every version that this code knows was brought, and no other.
 * - `BEHIND`: this code is to bring the database forward.
 * - `BESIDE_NEWER`: a newer version was brought, or begun, beside which this one may run. It changes nothing then.
 * - `UNFINISHED`: like that, but a step of this version is still to come from the newer process.
 */
export type Place = 'CURRENT' | 'BEHIND' | 'BESIDE_NEWER' | 'UNFINISHED';

/** The versions that the database was brought to, and those that have been begun, in no order. */
export function storedVersions(database: Database): Promise<SchemaVersionModel[]> {
  return versionsOf(database).find().toArray();
}

/** Throws a `SchemaProblem` when a newer version was brought beside which this one must not run. */
export function placeOf(stored: readonly SchemaVersionModel[], { versions }: Schema): Place {
  const own = newestOf(versions);
  const newer = stored.filter(({ _id: number }) => number > own);
  const oldest = newest(newer.map((version) => version.oldest));
  if (own < oldest) {
    throw new SchemaProblem(
      `The database is at schema version ${newest(newer.map(({ _id }) => _id))}, beside which version ${oldest} and later may run. ` +
        `This is version ${own}: start a newer release, or restore the backup from before the upgrade.`,
    );
  }
  const isBrought = missingOf(stored, versions).length === 0;
  if (newer.length > 0) return isBrought ? 'BESIDE_NEWER' : 'UNFINISHED';
  return isBrought ? 'CURRENT' : 'BEHIND';
}

/** The versions whose steps were not all through, oldest first. */
export function missingOf(
  stored: readonly SchemaVersionModel[],
  versions: readonly SchemaVersion[],
): SchemaVersion[] {
  const done = new Set(stored.filter(({ doneAt }) => doneAt).map(({ _id }) => _id));
  return versions.filter(({ number }) => !done.has(number));
}

/**
 * For what works beside servers: throws a `SchemaProblem` unless a server of this release has brought the database forward,
 * or of a later one that lets this release run. What judges all that is stored must be of the newest release.
 */
export async function requireSchema(
  database: Database,
  {
    schema = SCHEMA,
    mustBeNewest = false,
  }: { readonly schema?: Schema; readonly mustBeNewest?: boolean } = {},
): Promise<void> {
  const place = placeOf(await storedVersions(database), schema);
  if (place === 'CURRENT' || (place === 'BESIDE_NEWER' && !mustBeNewest)) return;
  throw new SchemaProblem(
    place === 'BEHIND'
      ? 'The database has not been brought to the schema version of this release. Start its server first.'
      : 'A newer release has brought the database forward. Only that one knows all that is stored: run this with it.',
  );
}

/** Says that versions are on their way, before anything is changed for them: from here on older processes go by them. */
export async function noteBegun(
  database: Database,
  begun: readonly SchemaVersion[],
  broughtBy: number,
): Promise<void> {
  if (begun.length === 0) return;
  await versionsOf(database).bulkWrite(
    begun.map(({ number, name, date, oldest }) => ({
      updateOne: {
        filter: { _id: number },
        update: [{ $set: { name, date, oldest, broughtBy, begunAt: '$$NOW' } }],
        upsert: true,
      },
    })),
  );
}

export async function noteDone(database: Database, { number }: SchemaVersion): Promise<void> {
  await versionsOf(database).updateOne({ _id: number }, [{ $set: { doneAt: '$$NOW' } }]);
}

/** Remembers what the validators and indexes of the newest version are. */
export async function noteShapes(database: Database, number: number, shapes: string): Promise<void> {
  await versionsOf(database).updateOne({ _id: number }, { $set: { shapes } });
}

/** The number of this code's version. */
export function newestOf(versions: readonly SchemaVersion[]): number {
  return newest(versions.map(({ number }) => number));
}

/** Zero when there are none. */
function newest(numbers: readonly number[]): number {
  return Math.max(0, ...numbers);
}

function versionsOf(database: Database): mongoose.mongo.Collection<SchemaVersionModel> {
  return collectionOf<SchemaVersionModel>(database, SchemaVersionModel);
}
