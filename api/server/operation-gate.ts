import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { KnownOperation } from './fast-path/known-operations.ts';
import { askerOf } from '../identity/principal.ts';
import { operationCost } from './limits/operation-cost.ts';
import { checkVariables, type VariableLimits } from './limits/variable-limits.ts';
import type { RateLimits } from './limits/rate-limits.ts';
import type { Budgets } from './limits/weight/budgets.ts';
import { weigherOf, type Variables } from './limits/weight/weigher.ts';
import type { Metrics } from './observability/metrics.ts';
import type { OperationCost, RequestState } from './request-info.ts';

export interface GateParts {
  readonly schema: GraphQLSchema;
  readonly rateLimits: RateLimits;
  readonly variableLimits: VariableLimits;
  readonly budgets: Budgets;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
}

type Operation = Pick<KnownOperation, 'document' | 'operation'>;

/** What stands before and after every operation: limits before it is executed, metrics and the log after. */
export class OperationGate {
  readonly #parts: GateParts;

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  /** Throws what the caller is to be told when the operation may not be executed. */
  async admit(asked: Operation, variables: Variables, state: RequestState): Promise<void> {
    state.trace.operationName = asked.operation.name?.value ?? null;
    checkVariables(variables, this.#parts.variableLimits);
    this.#checkWeight(asked, variables, state);
    await this.#checkRates(asked, state);
  }

  /** Counts an operation that was answered, and tells what went wrong where nobody could have expected it. */
  report(state: RequestState, codes: readonly string[] = [], errors: readonly GraphQLError[] = []): void {
    const { metrics, logger, elapsed } = this.#parts;
    const { requestId, trace, startedAt } = state;
    trace.errorCodes.push(...codes);
    metrics.operation({
      name: trace.operationName,
      seconds: (elapsed() - startedAt) / 1_000,
      errorCodes: codes,
    });
    if (!codes.includes('INTERNAL_SERVER_ERROR')) return;
    for (const error of errors) {
      const cause = error.originalError ?? error;
      const place = {
        requestId,
        operation: trace.operationName,
        path: error.path?.join('.'),
      };
      logger.error({ err: cause, ...place }, 'An operation failed unexpectedly');
    }
  }

  #checkWeight({ document, operation }: Operation, variables: Variables, state: RequestState): void {
    const { schema, budgets } = this.#parts;
    const weigher = weigherOf(schema, document, operation);
    const weight = weigher.weigh(variables);
    const budget = budgets.of(state.principal);
    if (weight <= budget && !state.asksForCost) return;
    const cost = { weight, budget, heaviest: weigher.heaviest(variables) };
    if (weight > budget) throw tooHeavy(cost);
    state.cost = cost;
  }

  async #checkRates(asked: Operation, state: RequestState): Promise<void> {
    const { rateLimits } = this.#parts;
    const { principal } = state;
    // Anonymous requests were counted by their address, and nothing is open to them.
    if (!principal) return;
    const { rootFields } = operationCost(asked.document, asked.operation);
    refuseAfter(await rateLimits.operation(askerOf(principal), rootFields));
    state.beforeWalletChange = async (named) =>
      refuseAfter(await rateLimits.walletChange(principal.subject, named ?? principal.subject));
  }
}

function tooHeavy({ weight, budget, heaviest }: OperationCost): GraphQLError {
  const message = `The operation asks for too much at once: it would cost ${weight}, and ${budget} is allowed. ${heaviest} weighs most. Ask for fewer fields or smaller pages.`;
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', cost: { weight, budget, heaviest }, http: { status: 400 } },
  });
}

function refuseAfter(retryAfterSeconds: number | null): void {
  if (retryAfterSeconds === null) return;
  throw new GraphQLError(`Too many requests. Try again in ${retryAfterSeconds} seconds.`, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfterSeconds,
      http: { status: 429, headers: new Map([['retry-after', String(retryAfterSeconds)]]) },
    },
  });
}
