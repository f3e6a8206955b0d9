import { mongoose } from '@typegoose/typegoose';
import { buildSchema, getOperationAST, parse, type ExecutionResult } from 'graphql';
import { TryAgain } from '../../api/ledger/errors.ts';
import { formatError } from '../../api/server/format-error.ts';
import { operationExecutor } from '../../api/server/limits/operation-executor.ts';

const unreachable = () => Promise.reject(new mongoose.mongo.MongoNetworkError('The connection was lost.'));
const busy = () => Promise.reject(new TryAgain('the server is too busy at the moment.'));

const schema = buildSchema(`
  type Query { look: Int }
  type Mutation { act: Int deed: Deed }
  type Deed { done: Boolean seen: Int }
`);

/** The codes that a caller sees when fields are resolved like this. */
async function codesOf(query: string, look: () => unknown, act: () => unknown): Promise<unknown[]> {
  const fields = { look, act, deed: async () => ({ done: true }), seen: act };
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getType('Deed')]) {
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type && 'getFields' in type ? type.getFields()[name] : undefined;
      if (field && 'resolve' in field) field.resolve = resolve;
    }
  }
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error(`${query} is no operation.`);
  const execute = operationExecutor(schema, { deadlineMs: 60_000, mutationDeadlineMs: 60_000 });
  const asked = { document, operationName: null, request: {}, context: {} };
  const { errors = [] }: ExecutionResult = await execute({ ...asked, operation });
  return errors.map((error) => formatError(error.toJSON(), error).extensions?.['code']);
}

describe('a caller of a mutation', () => {
  test('may try again when the engine says that nothing was changed', async () => {
    expect(await codesOf('mutation { act }', busy, busy)).toEqual(['TRY_AGAIN']);
  });

  test('is not told so when the database was lost while it ran', async () => {
    expect(await codesOf('mutation { act }', busy, unreachable)).toEqual(['OUTCOME_UNKNOWN']);
  });

  test.each([
    ['the database is lost', unreachable],
    ['the engine is busy', busy],
  ])('is not told so when, after what it did, %s', async (_, fails) => {
    expect(await codesOf('mutation { deed { done seen } }', fails, fails)).toEqual(['OUTCOME_UNKNOWN']);
  });

  test('is told so of a query whatever happens', async () => {
    expect(await codesOf('{ look }', unreachable, busy)).toEqual(['TRY_AGAIN']);
  });
});
