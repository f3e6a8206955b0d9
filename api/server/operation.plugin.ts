import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { customerNamedBy, operationCost } from './limits/operation-cost.ts';
import type { RateLimits } from './limits/rate-limits.ts';
import { checkVariables, type VariableLimits } from './limits/variable-limits.ts';
import type { Metrics } from './observability/metrics.ts';
import { requestOf } from './request-info.ts';

export interface OperationParts {
  readonly rateLimits: RateLimits;
  readonly variableLimits: VariableLimits;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
}

type Context = GraphQLRequestContext<BaseContext>;

/** What happens around every operation: limits before it is executed, metrics and the log after. */
export function operationPlugin(parts: OperationParts): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation(context) {
          requestOf(context.contextValue).trace.operationName = context.operationName;
          checkVariables(context.request.variables, parts.variableLimits);
          await checkRates(context, parts.rateLimits);
        },
        async willSendResponse(context) {
          report(context, parts);
        },
      };
    },
  };
}

async function checkRates(context: Context, limits: RateLimits): Promise<void> {
  const { principal } = requestOf(context.contextValue).info;
  // Anonymous requests were counted by their address, and nothing is open to them.
  if (!principal || !context.operation || !context.document) return;
  const { schema, document, operation, request } = context;
  const cost = operationCost(schema, document, operation);
  refuseAfter(await limits.operation(principal.subject, cost.rootFields));
  const { walletChange } = cost;
  if (!walletChange) return;
  const wallet = () => customerNamedBy(schema, walletChange, request.variables) ?? principal.subject;
  refuseAfter(await limits.walletChange(principal.subject, wallet));
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

function report(context: Context, { metrics, logger, elapsed }: OperationParts): void {
  const { info, trace, startedAt } = requestOf(context.contextValue);
  const codes = codesIn(context);
  trace.errorCodes.push(...codes);
  metrics.operation({
    // Only callers who are known may add names to the metrics.
    name: info.principal ? trace.operationName : null,
    seconds: (elapsed() - startedAt) / 1_000,
    errorCodes: codes,
  });
  if (!codes.includes('INTERNAL_SERVER_ERROR')) return;
  for (const error of context.errors ?? []) {
    const cause = error.originalError ?? error;
    const place = { requestId: info.requestId, operation: trace.operationName, path: error.path?.join('.') };
    logger.error({ err: cause, ...place }, 'An operation failed unexpectedly');
  }
}

function codesIn({ response }: Context): string[] {
  if (response.body?.kind !== 'single') return [];
  return (response.body.singleResult.errors ?? []).map(({ extensions }) => String(extensions?.['code']));
}
