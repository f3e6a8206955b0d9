import { setTimeout } from 'node:timers/promises';
import { buildSchema, execute, getOperationAST, parse, type GraphQLSchema } from 'graphql';
import { AnswerPlans } from '../../api/server/fast-path/answer-plans.ts';

const SDL = `
  interface Thing { id: ID! name: String }
  type Book implements Thing { id: ID! name: String pages: Int! price: Float language: Language parts: [Part!]! }
  type Film implements Thing { id: ID! name: String minutes: Int! }
  type Part { title: String! }
  union Found = Book | Film
  enum Language { HINDI ENGLISH }
  type Query {
    thing(id: ID! = "b1"): Thing
    found: [Found!]!
    book(late: Boolean = false): Book!
    nothing: Book
    words: [String]
    echo(text: String, more: [Int!]): String
    order: [String!]!
    slow: String
    fails: String
    answersError: String
    missing: String!
    wrong: Int
    called: Book
    set: [String!]
  }
  type Mutation { act: String }
`;

const BOOK = {
  ...{ kind: 'Book', id: 'b1', name: 'नमस्ते "quoted" \\ \u2028\n', pages: 320, price: 0.1, language: 'HINDI' },
  parts: [{ title: 'One' }, Promise.resolve({ title: Promise.resolve('Two') })],
};
const FILM = { kind: 'Film', id: 'f1', name: null, minutes: 91 };

const begun: string[] = [];
const schema = withResolvers(buildSchema(SDL), {
  thing: (_source, { id }) => (id === 'b1' ? BOOK : FILM),
  found: () => [FILM, Promise.resolve(BOOK)],
  book: (_source, { late }) => (late ? setTimeout(1, BOOK) : BOOK),
  nothing: () => null,
  words: () => ['a', null, undefined, Promise.resolve('b')],
  echo: (_source, args) => JSON.stringify(args),
  slow: async () => {
    begun.push('slow');
    await null;
    return 'slow';
  },
  order: () => [...begun.splice(0), 'order'],
  fails: async () => Promise.reject(new Error('It fails.')),
  answersError: () => new Error('It answers an error.'),
  missing: () => null,
  wrong: () => 'no number',
  called: () => ({ id: () => 'b1' }),
  set: () => new Set(['a']),
});

function withResolvers(
  made: GraphQLSchema,
  resolvers: Record<string, (source: unknown, args: Record<string, unknown>) => unknown>,
): GraphQLSchema {
  for (const [name, field] of Object.entries(made.getQueryType()?.getFields() ?? {})) {
    const resolve = resolvers[name];
    if (resolve) field.resolve = resolve;
  }
  for (const name of ['Thing', 'Found']) {
    const type = made.getType(name);
    if (type && 'resolveType' in type) type.resolveType = ({ kind }: { kind: string }) => kind;
  }
  return made;
}

function known(text: string) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error(`No operation in ${text}`);
  return { document, operation, operationName: null };
}

const plans = new AnswerPlans(schema);

async function byGraphql(text: string, variableValues: Record<string, unknown>): Promise<string> {
  const { data, errors } = await execute({ schema, document: parse(text), variableValues });
  expect(errors).toBeUndefined();
  return JSON.stringify(data);
}

test.each<[string, string, Record<string, unknown>?]>([
  ['fields and aliases', '{ book { pages id again: id name price language } }'],
  ['the same field selected twice', '{ book { parts { title } } book { id parts { __typename } } }'],
  [
    'what is there later',
    'query ($late: Boolean) { book(late: $late) { id parts { title } } }',
    { late: true },
  ],
  [
    'things of several kinds',
    '{ found { __typename ... on Thing { id } ... on Book { pages } ... on Film { minutes name } } }',
  ],
  [
    'fragments',
    'query { thing { ...Named ... on Book { ...Long } } } fragment Named on Thing { name id } fragment Long on Book { pages }',
  ],
  ['fragments without a type', '{ book { ... { id } ... @include(if: true) { pages } } }'],
  ['arguments as they are declared', '{ thing { id } other: thing(id: "f1") { id name } }'],
  ['variables', 'query ($t: String = "given", $n: Int!) { echo(text: $t, more: [1, $n]) }', { n: 7 }],
  ['variables that are left out', 'query ($t: String) { echo(text: $t) }'],
  ['null', '{ nothing { id } words }'],
  ['nothing at all', 'query ($on: Boolean!) { book @include(if: $on) { id } }', { on: false }],
  [
    'a switch that is on',
    'query ($on: Boolean!) { book { id pages @skip(if: $on) name @include(if: $on) } }',
    { on: true },
  ],
  [
    'a switch that is off',
    'query ($on: Boolean!) { book { id pages @skip(if: $on) name @include(if: $on) } }',
    { on: false },
  ],
  [
    'a switch in a fragment',
    'query ($on: Boolean!) { book { ...Long @skip(if: $on) id } } fragment Long on Book { pages }',
    { on: true },
  ],
  ['all fields of the first level at the same time', '{ slow order }'],
])('writes what graphql answers: %s', async (_what, text, variables = {}) => {
  begun.length = 0;
  const expected = await byGraphql(text, variables);
  begun.length = 0;
  expect(await plans.write(known(text), variables, {})).toBe(expected);
});

test.each<[string, string, Record<string, unknown>?]>([
  ['an error that is thrown', '{ slow fails }'],
  ['an error that is answered', '{ answersError }'],
  ['a value that is missing', '{ missing }'],
  ['a value of another type', '{ wrong }'],
  ['a list that is none', '{ set }'],
  ['a function in place of a value', '{ called { id } }'],
  ['a variable that does not fit', 'query ($t: String) { echo(text: $t) }', { t: 7 }],
  ['a variable that is missing', 'query ($n: Int!) { echo(more: [$n]) }'],
  ['what the schema says of itself', '{ __schema { queryType { name } } }'],
])('leaves to graphql: %s', async (_what, text, variables = {}) => {
  await expect(plans.write(known(text), variables, {})).rejects.toThrow();
});

test('plans queries only, because nothing that changes something may be executed twice', () => {
  expect(plans.has(known('{ book { id } }'))).toBe(true);
  expect(plans.has(known('mutation { act }'))).toBe(false);
});

test('does not plan what has more switches than there are plans for', () => {
  const names = ['a', 'b', 'c', 'd'];
  const declared = names.map((name) => `$${name}: Boolean!`).join(' ');
  const fields = names.map((name) => `${name}: slow @include(if: $${name})`).join(' ');
  expect(plans.has(known(`query (${declared}) { ${fields} }`))).toBe(false);
});
