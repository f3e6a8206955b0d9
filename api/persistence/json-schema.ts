/** The few shapes that the collections' `$jsonSchema` validators are made of: the last wall behind the code. */

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Whole paise, zero or more, as int64: never a double, never a decimal. */
export const paise: JsonSchema = { bsonType: 'long', minimum: 0n };
/** Whole paise of either sign, as int64. */
export const signedPaise: JsonSchema = { bsonType: 'long' };
/** A count or position, as int32. */
export const count: JsonSchema = { bsonType: 'int', minimum: 0 };
export const date: JsonSchema = { bsonType: 'date' };
export const flag: JsonSchema = { bsonType: 'bool' };
export const text: JsonSchema = { bsonType: 'string', minLength: 1, maxLength: 400 };
export const currency: JsonSchema = { enum: ['INR'] };

/** The same shape, or null. Bounds ask only about values of their own type, so null passes those by itself. */
export function nullable(schema: JsonSchema): JsonSchema {
  return { ...schema, bsonType: ['null', schema['bsonType']] };
}

/** One of a closed list of words. */
export function oneOf(words: readonly string[]): JsonSchema {
  return { enum: words };
}

/** A list of one shape, with at most so many items. */
export function listOf(items: JsonSchema, maxItems: number): JsonSchema {
  return { bsonType: 'array', items, maxItems };
}

/** A document with exactly these fields; those named in `optional` may be missing. */
export function record(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return {
    bsonType: 'object',
    properties,
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  };
}
