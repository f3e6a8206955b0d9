import { getNamedType, getNullableType, isInputObjectType, isNonNullType, isScalarType } from 'graphql';
import type { GraphQLInputType, GraphQLResolveInfo } from 'graphql';
import { asMeant } from '../domain/text-forms.ts';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import { textsOf } from '../../schema/text-bounds.ts';

/** What has to be done with the properties of a class of inputs or arguments. */
interface Plan {
  readonly texts: readonly (readonly [property: string, isOptional: boolean])[];
  /** Ids, keys and cursors. */
  readonly words: readonly string[];
  readonly inputs: readonly string[];
}

type Fields = Readonly<Record<string, { readonly type: GraphQLInputType }>>;
type Values = Record<string, unknown>;

const plans = new WeakMap<object, Plan>();

/**
 * Reads the texts of an argument as they are meant, in place, before bounds and rules see them (decision 16): without space
 * around them and in one form of Unicode; an empty one that may be left out counts as left out. Refuses other strings that hold
 * what nobody can have typed.
 */
export function readTexts(argument: unknown, info: GraphQLResolveInfo, path = ''): void {
  if (typeof argument === 'string') mustBeReadable(argument, path || 'The value');
  if (typeof argument !== 'object' || argument === null) return;
  const values = argument as Values;
  const { texts, words, inputs } = planFor(argument, info);
  for (const [property, isOptional] of texts) {
    const value = values[property];
    if (typeof value !== 'string') continue;
    mustBeWhole(value, within(path, property));
    values[property] = asMeant(value) || (isOptional ? null : '');
  }
  for (const property of words) {
    const value = values[property];
    if (typeof value === 'string') mustBeReadable(value, within(path, property));
  }
  for (const property of inputs) readInputs(values[property], info, within(path, property));
}

function readInputs(value: unknown, info: GraphQLResolveInfo, path: string): void {
  if (Array.isArray(value)) value.forEach((item, index) => readTexts(item, info, `${path}.${index}`));
  else readTexts(value, info, path);
}

/** Halves of characters: no database and no other program could read them. Control characters are for the bounds to refuse. */
const BROKEN = /\p{Cs}/u;
const UNREADABLE = /[\p{Cc}\p{Cs}]/u;

function mustBeWhole(text: string, field: string): void {
  if (BROKEN.test(text)) throw badUserInput(`${field} must not hold halves of characters.`, field);
}

function mustBeReadable(value: string, field: string): void {
  if (UNREADABLE.test(value)) throw badUserInput(`${field} must not hold control characters.`, field);
}

function within(path: string, property: string): string {
  return path === '' ? property : `${path}.${property}`;
}

function planFor({ constructor }: object, info: GraphQLResolveInfo): Plan {
  let plan = plans.get(constructor);
  if (!plan) {
    plan = planOf(constructor, fieldsOf(constructor, info));
    plans.set(constructor, plan);
  }
  return plan;
}

/** The contract says what can be left out and what is an input in itself. Arguments that are a class of their own are its fields. */
function fieldsOf(
  { name }: { readonly name: string },
  { schema, parentType, fieldName }: GraphQLResolveInfo,
): Fields {
  const type = schema.getType(name);
  if (isInputObjectType(type)) return type.getFields();
  const args = parentType.getFields()[fieldName]?.args ?? [];
  return Object.fromEntries(args.map((arg) => [arg.name, arg]));
}

function planOf(constructor: { readonly name: string; readonly prototype: object }, fields: Fields): Plan {
  const texts = textsOf(constructor);
  const named = Object.entries(fields).map(([property, { type }]) => ({ property, type }));
  return {
    texts: named
      .filter(({ property }) => texts.includes(property))
      .map(({ property, type }) => [property, !isNonNullType(type)] as const),
    words: named
      .filter(({ property, type }) => !texts.includes(property) && isWord(type))
      .map(({ property }) => property),
    inputs: named.filter(({ type }) => isInputObjectType(getNamedType(type))).map(({ property }) => property),
  };
}

function isWord(type: GraphQLInputType): boolean {
  const plain = getNullableType(type);
  return isScalarType(plain) && (plain.name === 'String' || plain.name === 'ID');
}
