import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../resolvers/context.ts';

/** Puts the request id on every error, so that a caller can name to us the request that failed. */
export const nameRequest: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        if (!result.errors) return;
        result.errors = result.errors.map((error) => ({
          ...error,
          extensions: { ...error.extensions, requestId: contextValue.requestId },
        }));
      },
    };
  },
};
