import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';
import type { KnownOperations } from './fast-path/known-operations.ts';
import type { OperationGate } from './operation-gate.ts';
import { requestOf, type OperationCost } from './request-info.ts';

type Context = GraphQLRequestContext<BaseContext>;

/** Leads every operation that Apollo handles through the gate, and makes those known that it has found valid. */
export function operationPlugin(gate: OperationGate, known: KnownOperations): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        didResolveOperation: (context) => admit(context, gate, known),
        async willSendResponse(context) {
          const state = requestOf(context.contextValue);
          gate.report(state, codesIn(context), context.errors);
          if (state.cost) showCost(context, state.cost);
        },
      };
    },
  };
}

async function admit(context: Context, gate: OperationGate, known: KnownOperations): Promise<void> {
  const { document, operation, source = '', request } = context;
  const state = requestOf(context.contextValue);
  const { early, principal } = state;
  if (early && 'refusal' in early) throw early.refusal;
  if (early || !document || !operation) return;
  if (principal) known.add(source, { document, operation, operationName: request.operationName ?? null });
  await gate.admit({ document, operation }, request.variables, state);
}

function showCost({ response: { body } }: Context, cost: OperationCost): void {
  if (body?.kind !== 'single') return;
  body.singleResult.extensions = { ...body.singleResult.extensions, cost };
}

function codesIn({ response }: Context): string[] {
  if (response.body?.kind !== 'single') return [];
  return (response.body.singleResult.errors ?? []).map(({ extensions }) => String(extensions?.['code']));
}
