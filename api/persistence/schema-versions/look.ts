import type { Database } from '../connection.ts';
import type { SchemaVersionModel } from '../models/schema-version.model.ts';
import { missingIndexes, verifyNoTtlOnMoney, verifyUniqueIndexes } from './indexes.ts';
import { standingOf, type Shape, type Standing } from './shapes.ts';
import { placeOf, storedVersions, type Place } from './stored-versions.ts';
import { hasValidator } from './validators.ts';
import type { Schema } from './versions.ts';

/** What was found in one look at the database. */
export interface Look {
  readonly place: Place;
  readonly stored: readonly SchemaVersionModel[];
  /** By the collections' names. */
  readonly standing: ReadonlyMap<string, Standing>;
}

/** Looks at everything: a few round trips, whatever is stored. Throws a `SchemaProblem` where this code must not run. */
export async function lookAt(database: Database, schema: Schema, shapes: readonly Shape[]): Promise<Look> {
  const [stored, standing] = await Promise.all([storedVersions(database), standingOf(database, shapes)]);
  const place = placeOf(stored, schema);
  for (const shape of shapes) {
    const stands = standing.get(shape.name);
    verifyNoTtlOnMoney(shape, stands);
    // Beside a newer version nothing is repaired, so it must be there.
    if (place === 'BESIDE_NEWER') verifyUniqueIndexes(shape, stands);
  }
  return { place, stored, standing };
}

/** Whether this code can be served as things stand. */
export function isReady({ place, standing }: Look, shapes: readonly Shape[]): boolean {
  if (place !== 'CURRENT') return place === 'BESIDE_NEWER';
  return shapes.every((shape) => {
    const stands = standing.get(shape.name);
    return hasValidator(shape, stands) && missingIndexes(shape, stands).length === 0;
  });
}
