import type { JsonSchema } from './json-schema.ts';

/** Adds a sentence for each field that is not as its schema asks. */
export type ShapeCheck = (value: unknown, path: string, faults: string[]) => void;

const LARGEST_EXACT = 2n ** 53n - 1n;

/**
 * A collection's validator once more, for documents that are there already: the server checks only what is written, and a
 * validator can be got round. Says which field is wrong. Read with int64 as bigint, so a double can be told from money.
 */
export function shapeCheck(schema: JsonSchema): ShapeCheck {
  const { bsonType, enum: words } = schema;
  // The work of `nullable`: null, or one other type.
  if (Array.isArray(bsonType)) return nullOr(shapeCheck({ ...schema, bsonType: bsonType[1] as unknown }));
  if (Array.isArray(words)) return wordCheck(words);
  switch (bsonType) {
    case 'object':
      return objectCheck(schema);
    case 'array':
      return arrayCheck(schema);
    default:
      return scalarCheck(schema);
  }
}

function nullOr(shape: ShapeCheck): ShapeCheck {
  return (value, path, faults) => {
    if (value !== null) shape(value, path, faults);
  };
}

function wordCheck(words: readonly unknown[]): ShapeCheck {
  return (value, path, faults) => {
    if (!words.includes(value)) faults.push(`${path} is ${typeName(value)} and none of ${words.join(', ')}`);
  };
}

function objectCheck({ properties, required, anyOf }: JsonSchema): ShapeCheck {
  if (properties === undefined) return anyObject;
  const fields = new Map(fieldChecks(properties));
  const needed = (required ?? []) as readonly string[];
  const choices = ((anyOf ?? []) as readonly JsonSchema[]).map((choice) => fieldChecks(choice['properties']));
  return (value, path, faults) => {
    if (typeName(value) !== 'object') return void faults.push(`${path} is ${typeName(value)}, not object`);
    const present = value as Record<string, unknown>;
    const prefix = path === '' ? '' : `${path}.`;
    for (const name in present) {
      const field = fields.get(name);
      if (field) field(present[name], prefix + name, faults);
      else faults.push(`${prefix}${name} does not belong there`);
    }
    for (const name of needed) if (!(name in present)) faults.push(`${prefix}${name} is missing`);
    const amiss = choices.map((choice) => faultsIn(choice, present, prefix));
    if (amiss.every((found) => found.length > 0)) faults.push(...(amiss[0] ?? []));
  };
}

function fieldChecks(properties: unknown): [string, ShapeCheck][] {
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, shape]) => [
    name,
    shapeCheck(shape),
  ]);
}

/** What is wrong with those of these fields that are there; of the others nothing is said. */
function faultsIn(
  fields: readonly [string, ShapeCheck][],
  present: Record<string, unknown>,
  prefix: string,
): string[] {
  const faults: string[] = [];
  for (const [name, check] of fields) if (name in present) check(present[name], prefix + name, faults);
  return faults;
}

/** Of a tree of figures nobody says which it has. */
const anyObject: ShapeCheck = (value, path, faults) => {
  if (typeName(value) !== 'object') faults.push(`${path} is ${typeName(value)}, not object`);
};

function arrayCheck({ items, maxItems }: JsonSchema): ShapeCheck {
  const each = shapeCheck(items as JsonSchema);
  const most = maxItems as number;
  return (value, path, faults) => {
    if (!Array.isArray(value)) return void faults.push(`${path} is ${typeName(value)}, not array`);
    if (value.length > most) faults.push(`${path} has more than ${most} items`);
    value.forEach((item, index) => each(item, `${path}[${index}]`, faults));
  };
}

function scalarCheck({ bsonType, minimum, minLength, maxLength }: JsonSchema): ShapeCheck {
  const least = minimum as number | bigint | undefined;
  const shortest = (minLength ?? 0) as number;
  const longest = (maxLength ?? Infinity) as number;
  return (value, path, faults) => {
    const type = typeName(value);
    if (type !== bsonType) return void faults.push(`${path} is ${type}, not ${String(bsonType)}`);
    if (typeof value === 'string') {
      // In characters, as the server counts; there are never more of them than units of the language.
      const length = value.length > longest ? [...value].length : value.length;
      if (length < shortest || length > longest) faults.push(`${path} is ${length} characters long`);
    } else if (typeof value === 'bigint' || typeof value === 'number') {
      const tooLarge = typeof value === 'bigint' && value > LARGEST_EXACT;
      if ((least !== undefined && value < least) || tooLarge) faults.push(`${path} is ${value}`);
    }
  };
}

/** As BSON calls it. A whole number that is no int64 is taken to be an int32: the driver does not say. */
function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof Date) return 'date';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'bigint':
      return 'long';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'double';
    case 'boolean':
      return 'bool';
    case 'object':
      return String((value as { _bsontype?: unknown })._bsontype ?? 'object').toLowerCase();
    default:
      return typeof value;
  }
}
