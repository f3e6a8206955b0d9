import { GraphQLError } from 'graphql';

const MESSAGES = {
  UNAUTHENTICATED: 'Sign in first.',
  FORBIDDEN: 'You are not allowed to do this.',
} as const;

/** What a caller is told who may not call something, whichever wall it met. */
export function refused(code: keyof typeof MESSAGES): GraphQLError {
  return new GraphQLError(MESSAGES[code], { extensions: { code } });
}
