import {
  execute,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { requestOf } from '../request-info.ts';

export interface Deadlines {
  readonly deadlineMs: number;
  readonly mutationDeadlineMs: number;
}

/** What Apollo hands over once a document is parsed, valid and within the limits. */
export interface Executable {
  readonly document: DocumentNode;
  readonly operation?: OperationDefinitionNode;
  readonly operationName: string | null;
  readonly request: { readonly variables?: Record<string, unknown> };
  readonly context: object;
}

/** Executes operations and answers in time even when something below does not. */
export function operationExecutor(schema: GraphQLSchema, deadlines: Deadlines) {
  return ({ document, operation, operationName, request, context }: Executable): Promise<ExecutionResult> => {
    const result = execute({
      schema,
      document,
      contextValue: context,
      variableValues: request.variables,
      operationName,
      options: { maxCoercionErrors: 5 },
    });
    if (!(result instanceof Promise)) return Promise.resolve(result as ExecutionResult);
    const isMutation = operation?.operation === OperationTypeNode.MUTATION;
    const limit = isMutation ? deadlines.mutationDeadlineMs : deadlines.deadlineMs;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        requestOf(context).abort();
        resolve({ errors: [isMutation ? unknownOutcome() : tooSlow()] });
      }, limit);
      result.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  };
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
