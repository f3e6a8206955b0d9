import { buildSchema, type GraphQLSchema } from 'graphql';

const SDL = `
  type Query { hello: String! echo(text: String): String row: Row rows(first: Int): [Row!]! broken: String stuck: String }
  type Row { id: ID! name: String row: Row rows(first: Int): [Row!]! }
  input CreditInput { customerId: ID amount: Int idempotencyKey: String! }
  input NoteInput { text: String inner: NoteInput }
  type Payload { done: Boolean! }
  type Mutation {
    addCredits(input: CreditInput!): Payload!
    deductCredits(input: CreditInput!): Payload!
    refundCredits(input: CreditInput!): Payload!
    saveNote(input: NoteInput!): Payload!
    stuckMutation(input: NoteInput): Payload
  }
`;

/** A schema for tests of the server around it, where the real one is not the subject. */
export function smallSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const never = () => new Promise<never>(() => {});
  const done = () => ({ done: true });
  const row = () => ({ id: '1', name: 'one', rows: [] });
  const resolvers: Record<
    string,
    Record<string, (source: unknown, args: Record<string, unknown>) => unknown>
  > = {
    Query: {
      hello: () => 'hello',
      echo: (_source, { text }) => text,
      row,
      rows: () => [row()],
      broken: () => {
        throw new Error(
          'E11000 duplicate key in collection wallet_transactions at mongodb://root:secret@db1',
        );
      },
      stuck: never,
    },
    Mutation: {
      addCredits: done,
      deductCredits: done,
      refundCredits: done,
      saveNote: done,
      stuckMutation: never,
    },
  };
  for (const [type, fields] of Object.entries(resolvers)) {
    const named = type === 'Query' ? schema.getQueryType() : schema.getMutationType();
    for (const [name, resolve] of Object.entries(fields)) {
      const field = named?.getFields()[name];
      if (!field) throw new Error(`The small schema has no ${type}.${name}.`);
      field.resolve = resolve;
    }
  }
  return schema;
}
