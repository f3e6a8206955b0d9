import type { Database } from '../connection.ts';
import type { JsonSchema } from '../json-schema.ts';
import { covers } from './covers.ts';
import { giveIndexes, verifyUniqueIndexes } from './indexes.ts';
import type { Look } from './look.ts';
import { SchemaProblem } from './schema-problem.ts';
import { ASKED_AT_ONCE, fingerprintOf, standingOf, type Shape, type Standing } from './shapes.ts';
import { missingOf, newestOf, noteBegun, noteDone, noteShapes } from './stored-versions.ts';
import { giveValidator, hasValidator } from './validators.ts';
import type { Schema } from './versions.ts';

/**
 * Does what is left to do for the versions of this code, as the only one at a time. Validators are widened before the steps
 * run and narrowed only afterwards, so at no moment a document is refused that the versions before and after both allow.
 */
export async function bringForward(
  database: Database,
  { versions }: Schema,
  shapes: readonly Shape[],
  { stored, standing }: Look,
): Promise<void> {
  const own = newestOf(versions);
  const missing = missingOf(stored, versions);
  const fingerprint = fingerprintOf(shapes);
  const stood = missing.length === 0 ? stored.find(({ _id }) => _id === own)?.shapes : undefined;
  const differing = shapes.filter((shape) => !hasValidator(shape, standing.get(shape.name)));
  // What stood once as this code wants it was changed by hand, and is put back as it was.
  const widened = differing.filter(
    (shape) => stood === fingerprint || isWider(shape, standing.get(shape.name)),
  );
  const narrowed = differing.filter((shape) => !widened.includes(shape));
  const isOtherBuild = stood !== undefined && stood !== fingerprint;
  if (isOtherBuild) for (const shape of narrowed) mustCover(shape, standing.get(shape.name), own);

  await noteBegun(database, missing, own);
  const give = (shape: Shape) => giveValidator(database, shape, standing.get(shape.name));
  await ofAll(widened, give);
  await ofAll(shapes, (shape) => giveIndexes(database, shape, standing.get(shape.name)));
  for (const version of missing) {
    await version.step?.(database);
    await noteDone(database, version);
  }
  if (isOtherBuild && narrowed.length > 0) return;
  await ofAll(narrowed, give);
  await verifyAll(database, shapes);
  if (stood !== fingerprint) await noteShapes(database, own, fingerprint);
}

/** Whether all that may be stored there now may be stored there afterwards. */
function isWider({ validator }: Shape, standing: Standing | undefined): boolean {
  const present = validatorOf(standing);
  return present === null || covers(validator, present);
}

/** Another build of the same version may have widened a validator, which is then left alone. Anything else is a mistake. */
function mustCover({ name, validator }: Shape, standing: Standing | undefined, version: number): void {
  if (covers(validatorOf(standing) ?? {}, validator)) return;
  throw new SchemaProblem(
    `The validator of ${name} was made by another build that calls itself schema version ${version} too. ` +
      'Give the later one of the two a version of its own.',
  );
}

function validatorOf(standing: Standing | undefined): JsonSchema | null {
  return (standing?.options?.['validator']?.$jsonSchema ?? null) as JsonSchema | null;
}

async function verifyAll(database: Database, shapes: readonly Shape[]): Promise<void> {
  const standing = await standingOf(database, shapes);
  for (const shape of shapes) verifyUniqueIndexes(shape, standing.get(shape.name));
}

/** A few at once. Waits for all of those, also when one fails: nothing is under way any more when that is told. */
async function ofAll(shapes: readonly Shape[], work: (shape: Shape) => Promise<void>): Promise<void> {
  for (let next = 0; next < shapes.length; next += ASKED_AT_ONCE) {
    const under = shapes.slice(next, next + ASKED_AT_ONCE).map(work);
    const failed = (await Promise.allSettled(under)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }
}
