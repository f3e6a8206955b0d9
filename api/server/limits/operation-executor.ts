import {
  execute,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { OutcomeUnknown, TryAgain } from '../../ledger/errors.ts';
import { isUnreachable } from '../../persistence/transaction.ts';
import { causeOf } from '../format-error.ts';
import { requestIn, requestOf } from '../request-info.ts';

export interface Deadlines {
  readonly deadlineMs: number;
  readonly mutationDeadlineMs: number;
}

/** What Apollo hands over once a document is parsed, valid and within the limits. */
export interface Executable {
  readonly document: DocumentNode;
  readonly operation?: OperationDefinitionNode;
  readonly operationName: string | null;
  readonly request: { readonly variables?: Record<string, unknown>; readonly operationName?: string };
  readonly context: object;
  /** Less time for a query than others have. */
  readonly withinMs?: number;
  /** Writes the answer without graphql, where that is possible; throws where graphql is to answer. */
  readonly write?: () => Promise<string>;
}

/** What has come of an operation; with `text`, the data is there as JSON and went well. */
export interface Executed extends ExecutionResult {
  readonly text?: string;
}

export type Execute = (executable: Executable) => Promise<Executed>;

/** What callers write is repeated to them only so far. */
const MOST_NAMED = 64;

/** Executes operations and answers in time even when something below does not. */
export function operationExecutor(schema: GraphQLSchema, deadlines: Deadlines): Execute {
  return (executable) => {
    const { operation, request, context, write, withinMs = deadlines.deadlineMs } = executable;
    // It has not passed the gate, and graphql would execute the only operation there is, whatever was asked for.
    if (!operation) return Promise.resolve({ errors: [noSuchOperation(request.operationName)] });
    const isMutation = operation.operation === OperationTypeNode.MUTATION;
    const readMs = Math.min(withinMs, deadlines.deadlineMs);
    if (!isMutation) requestIn(context)?.readFor(readMs);
    const byGraphql = () => executeWith(schema, executable);
    const result = write ? write().then((text): Executed => ({ text }), byGraphql) : byGraphql();
    if (!(result instanceof Promise)) return Promise.resolve(result);
    const told = isMutation ? result.then(withoutFalseComfort) : result;
    const limit = isMutation ? deadlines.mutationDeadlineMs : readMs;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        requestOf(context).abort();
        resolve({ errors: [isMutation ? unknownOutcome() : tooSlow()] });
      }, limit);
      told.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  };
}

function executeWith(
  schema: GraphQLSchema,
  { document, operationName, request, context }: Executable,
): Executed | Promise<Executed> {
  return execute({
    schema,
    document,
    contextValue: context,
    variableValues: request.variables,
    operationName,
    options: { maxCoercionErrors: 5 },
  }) as Executed | Promise<Executed>;
}

/**
 * Only the engine can say of a change that it did nothing, and only for the field that asked for it. A database that could not
 * be reached while a mutation ran, or a failure below what it had done already, says nothing of the kind (decision 21).
 */
function withoutFalseComfort(result: Executed): Executed {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map((error) => (isUncertain(error) ? uncertain(error) : error)) };
}

function isUncertain(error: GraphQLError): boolean {
  const cause = causeOf(error);
  return isUnreachable(cause) || (cause instanceof TryAgain && (error.path?.length ?? 0) > 1);
}

function uncertain(error: GraphQLError): GraphQLError {
  const { nodes = null, path = null } = error;
  const originalError = new OutcomeUnknown({ cause: error });
  return new GraphQLError(originalError.message, { nodes, path, originalError });
}

function noSuchOperation(name = ''): GraphQLError {
  return new GraphQLError(
    name === ''
      ? 'Say with operationName which of the operations of the document is meant.'
      : `The document has no operation "${name.slice(0, MOST_NAMED)}".`,
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } },
  );
}

function tooSlow(): GraphQLError {
  return new GraphQLError('This took too long and was given up. Try again, or ask for less at once.', {
    extensions: { code: 'TRY_AGAIN', http: { status: 503 } },
  });
}

function unknownOutcome(): GraphQLError {
  return new GraphQLError(
    'It is not known yet whether this was done. Send the same request again, with the same idempotency key, to find out.',
    { extensions: { code: 'OUTCOME_UNKNOWN', http: { status: 503 } } },
  );
}
