import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../json-schema.ts';

type Keyword = (wide: unknown, narrow: unknown) => boolean;
type Fields = Readonly<Record<string, JsonSchema>>;

/** What a keyword of the wider validator asks must be asked by the narrower one as well, or more of it. */
const KEYWORDS: Readonly<Record<string, Keyword>> = {
  minimum: isAtLeast,
  minLength: isAtLeast,
  maximum: isAtMost,
  maxLength: isAtMost,
  maxItems: isAtMost,
  bsonType: isAmong,
  enum: isAmong,
  required: (wide, narrow) => isAmong(narrow ?? [], wide),
  items: (wide, narrow) => covers(wide as JsonSchema, (narrow ?? {}) as JsonSchema),
};
const OF_FIELDS = ['properties', 'additionalProperties'];

/**
 * Whether every document that the second validator lets pass is let pass by the first as well. Knows the keywords of which
 * ours are made; where others differ it says no.
 */
export function covers(wide: JsonSchema, narrow: JsonSchema): boolean {
  const asked = Object.entries(wide).filter(([keyword]) => !OF_FIELDS.includes(keyword));
  return (
    asked.every(([keyword, value]) => (KEYWORDS[keyword] ?? isDeepStrictEqual)(value, narrow[keyword])) &&
    coversFields(wide, narrow)
  );
}

function coversFields(wide: JsonSchema, narrow: JsonSchema): boolean {
  const known = (wide['properties'] ?? {}) as Fields;
  const possible = (narrow['properties'] ?? {}) as Fields;
  const others = (schema: JsonSchema) => (schema['additionalProperties'] === false ? null : {});
  // A field that only one of them names is one of the other's additional ones: anything, or not there at all.
  return (
    (others(wide) !== null || others(narrow) === null) &&
    [...new Set([...Object.keys(known), ...Object.keys(possible)])].every((name) => {
      const mayBe = possible[name] ?? others(narrow);
      const isAllowed = known[name] ?? others(wide);
      return mayBe === null || (isAllowed !== null && covers(isAllowed, mayBe));
    })
  );
}

function isAtLeast(wide: unknown, narrow: unknown): boolean {
  return narrow !== undefined && Number(narrow) >= Number(wide);
}

function isAtMost(wide: unknown, narrow: unknown): boolean {
  return narrow !== undefined && Number(narrow) <= Number(wide);
}

/** Whether all of one or several is among one or several. */
function isAmong(wide: unknown, narrow: unknown): boolean {
  if (narrow === undefined) return false;
  const allowed = [wide].flat();
  return [narrow].flat().every((value) => allowed.includes(value));
}
