import type { ApolloServerPlugin } from '@apollo/server';
import { print, type GraphQLSchema } from 'graphql';
import type { GraphqlContext } from '../../api/resolvers/context.ts';
import { AnswerPlans } from '../../api/server/fast-path/answer-plans.ts';

/** What a schema says of itself is not planned; who looked at whom, and the figures of a shop at work, are different each time. */
const NOT_THE_SAME = /__schema|__type\(|auditLog|acts|programmeStatistics/;

/** Has every answer to a query that goes well written by its plan as well, which must come to the same bytes. */
export function plannedAnswers(schema: GraphQLSchema): ApolloServerPlugin<GraphqlContext> {
  const plans = new AnswerPlans(schema);
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ document, operation, request, contextValue, response: { body } }) {
          if (!document || !operation || body.kind !== 'single' || body.singleResult.errors) return;
          const known = { document, operation, operationName: null };
          if (!plans.has(known) || NOT_THE_SAME.test(print(document))) return;
          const text = await plans.write(known, request.variables, contextValue);
          expect(text).toBe(JSON.stringify(body.singleResult.data));
        },
      };
    },
  };
}
