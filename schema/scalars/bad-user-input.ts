import { GraphQLError } from 'graphql';

/** A value that cannot even be read. Says what is expected and never repeats what was sent. */
export function badUserInput(message: string, field?: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', ...(field && { field }) } });
}
