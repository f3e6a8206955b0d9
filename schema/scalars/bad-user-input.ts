import { GraphQLError, type ValueNode } from 'graphql';

/** A value that cannot even be read. Says what is expected, and where, and never repeats what was sent. */
export function badUserInput(message: string, field?: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', ...(field && { field }) } });
}

/** The same for a value that stands in the text of the operation, where its own place tells the field. */
export function badLiteral(message: string, node: ValueNode): GraphQLError {
  const field = nameBefore(node);
  return new GraphQLError(field ? `${field}: ${message}` : message, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', ...(field && { field }) },
  });
}

function nameBefore({ loc }: ValueNode): string | undefined {
  const colon = loc?.startToken.prev;
  return colon?.kind === ':' ? colon.prev?.value : undefined;
}
