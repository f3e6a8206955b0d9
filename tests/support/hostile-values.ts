import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';

/** A value with a name by which a failing test can be told apart from others. */
export type Hostile = readonly [name: string, value: unknown];

const long = [64, 65, 120, 121, 200, 201, 254, 255, 400, 401, 2_000, 2_001, 20_000].map((length): Hostile => [
  `${length} letters`,
  'x'.repeat(length),
]);

const TEXTS: readonly Hostile[] = [
  ['empty', ''],
  ['blank', ' '],
  ['blank of all kinds', '\t\n\u00a0\u2003\ufeff'],
  ...long,
  ['200 emoji', '😀'.repeat(200)],
  ['2,000 emoji', '😀'.repeat(2_000)],
  ['letters that grow when composed', '\u0958'.repeat(200)],
  ['few letters that grow when folded', '\u3316'.repeat(120)],
  ['many letters that grow when folded', '\ufdfa'.repeat(2_000)],
  ['letters that grow when made small', 'İ'.repeat(120)],
  ['right-to-left marks', '\u202eevil\u200f\u2066'],
  ['NUL', 'a\u0000b'],
  ['a bell', '\u0007'],
  ['lines', 'one\ntwo\u2028three'],
  ['half a character', '\ud800'],
  ['the other half', 'a\udc00b'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['$gt', '$gt'],
  ['an operator as text', '{"$gt":""}'],
  ['a pattern', '.*('],
];

/** Made by the API for something else, or by somebody who knows how it makes them. */
const OPAQUE: readonly Hostile[] = [
  ...['customers:9007199254740991:x', 'wallets:8640000000000001:x', 'reward:8640000000000001:x'],
  ...[
    'topup:asha:8640000000000001:x',
    'seq:asha:9007199254740991',
    'Reward:\u0000',
    'Transaction::',
    'TopUp:x',
  ],
  ...['Transaction:asha:\u0000', 'Transaction:__proto__:x', 'Customer:$gt'],
].map((text): Hostile => [`opaque ${text}`, Buffer.from(text).toString('base64url')]);

const INTS: readonly Hostile[] = [
  ...[0, -0, 1, -1, 1e3, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1.5, 1e300],
  ...['1', true],
].map((value): Hostile => [`the number ${JSON.stringify(value)}`, value]);

const DECIMALS: readonly Hostile[] = [
  ...['0', '-0', '-1', '0.01', '1e3', '1.005', '9999999999999.99', '-9999999999999.99', '99999999999999'],
  ...['', ' ', 'NaN', 'Infinity', '१', 10, 0.1],
].map((value): Hostile => [`the amount ${JSON.stringify(value)}`, value]);

const MOMENTS: readonly Hostile[] = [
  ...['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '0099-06-30T00:00:00Z'],
  ...['1970-01-01T00:00:00Z', '1969-12-31T23:59:59.999Z', '9999-01-01T00:00:00Z'],
  ...['9999-12-31T18:29:59.999Z', '9999-12-31T18:30:00Z', '9999-12-31T23:59:59.999Z'],
  ...['9999-12-31T23:59:59-23:59', '+010000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-06-30', '', 0],
  ...['2026-06-30T10:00:00+99:99', '2026-06-30T24:00:00Z', '2026-06-30T10:00:60Z'],
].map((value): Hostile => [`the moment ${JSON.stringify(value)}`, value]);

const OTHERS: readonly Hostile[] = [
  ['nothing', null],
  ['an operator', { $gt: '' }],
  ['a prototype', JSON.parse('{"__proto__": {"isAdmin": true}}')],
  ['an empty list', []],
  ['a list of nothing', [null]],
  ['words', 'GARBAGE'],
];

/** What somebody who means harm sends instead of a value of this type; `sound` is one that is in order. */
export function hostileValues(type: GraphQLInputType, sound: unknown): readonly Hostile[] {
  const plain = getNullableType(type);
  if (isListType(plain)) return [...OTHERS, ...listsOf((sound as readonly unknown[])[0])];
  if (isEnumType(plain) || isInputObjectType(plain)) return OTHERS;
  switch (plain.name) {
    case 'String':
    case 'ID':
      return [...OTHERS, ...TEXTS, ...OPAQUE];
    case 'Int':
      return [...OTHERS, ...INTS];
    case 'Decimal':
      return [...OTHERS, ...DECIMALS];
    case 'DateTime':
      return [...OTHERS, ...MOMENTS];
    case 'Boolean':
      return [...OTHERS, ...INTS];
    default:
      throw new Error(`Nothing hostile is known of the type ${plain.name}.`);
  }
}

function listsOf(item: unknown): Hostile[] {
  return [51, 1_001].map((length) => [`a list of ${length}`, Array(length).fill(item)]);
}
