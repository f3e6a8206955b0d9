import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
} from 'graphql';

/** A place in an input, such as `rows.0.amount.amount`, and what may stand there. */
export interface Place {
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
}

/** Every place of an input, those inside it too; of a list, its first item. */
export function placesIn(type: GraphQLInputType, path: readonly string[]): Place[] {
  const plain = getNullableType(type);
  const here = { path, type };
  if (isListType(plain)) {
    const item = plain.ofType as GraphQLInputType;
    return isInputObjectType(getNamedType(item)) ? [here, ...placesIn(item, [...path, '0'])] : [here];
  }
  if (!isInputObjectType(plain)) return [here];
  const fields = Object.values(plain.getFields());
  return [here, ...fields.flatMap((field) => placesIn(field.type, [...path, field.name]))];
}

/** A copy with something else at one place. What is missing on the way is made. */
export function withAt(value: unknown, [step, ...rest]: readonly string[], other: unknown): unknown {
  if (step === undefined) return other;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (`${index}` === step ? withAt(item, rest, other) : item));
  }
  const fields = (value ?? {}) as Record<string, unknown>;
  return { ...fields, [step]: withAt(fields[step], rest, other) };
}

/** What stands at a place. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value);
}

/** All that an answer of this type can tell without arguments, so many levels deep, and its amounts. */
export function everythingOf(type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return '';
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .flatMap((field) => selected(field, depth));
  return `{ __typename ${fields.join(' ')} }`;
}

function selected({ name, type }: GraphQLField<unknown, unknown>, depth: number): string[] {
  const plain = getNamedType(type);
  if (isLeafType(plain)) return [name];
  if (depth === 0 && plain.name !== 'Money') return [];
  return [`${name} ${everythingOf(plain, depth - 1)}`];
}
