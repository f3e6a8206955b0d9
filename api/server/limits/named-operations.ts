import { GraphQLError, type ValidationRule } from 'graphql';

/** Operations have names, so that metrics, logs and support can tell them apart. */
export const namedOperations: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    if (operation.name) return;
    const message = `Name the operation: write "${operation.operation} SomeName { … }".`;
    context.reportError(new GraphQLError(message, { nodes: operation }));
  },
});
