import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { OutcomeUnknown, TryAgain } from '../ledger/errors.ts';
import { isTooSlow, isUnreachable } from '../persistence/transaction.ts';

/** The codes that callers are promised. Whatever does not bear one of them is masked. */
const KNOWN_CODES: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'TRY_AGAIN',
  'OUTCOME_UNKNOWN',
  // Those of the server itself: the request is no valid operation of this schema.
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** An error as callers see it: what they can act on in plain words, and of everything else only that it happened. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  if (cause instanceof TryAgain || cause instanceof OutcomeUnknown) {
    return coded(formatted, cause.code, cause.message);
  }
  if (isUnreachable(cause)) {
    return coded(
      formatted,
      'TRY_AGAIN',
      'The database cannot be reached at the moment. Try again in a while.',
    );
  }
  if (isTooSlow(cause)) {
    return coded(
      formatted,
      'TRY_AGAIN',
      'This took too long and was given up. Try again, or ask for less at once.',
    );
  }
  if (isTooMuchMalformed(cause)) {
    return coded(formatted, 'BAD_USER_INPUT', 'More is wrong with the variables than is told here.');
  }
  if (isMalformedInput(formatted, cause)) return namingField(formatted, cause);
  if (KNOWN_CODES.has(formatted.extensions?.['code'])) return formatted;
  return coded(
    formatted,
    'INTERNAL_SERVER_ERROR',
    'Something went wrong on our side. Try again; if it happens again, tell us the request id.',
  );
}

/** What was thrown at first, below the layers that add a place and a code to it. */
export function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

function coded(formatted: GraphQLFormattedError, code: string, message: string): GraphQLFormattedError {
  const { locations, path } = formatted;
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
}

function isMalformedInput({ extensions }: GraphQLFormattedError, cause: unknown): cause is GraphQLError {
  const codes = [extensions?.['code'], cause instanceof GraphQLError && cause.extensions['code']];
  return cause instanceof GraphQLError && codes.includes('BAD_USER_INPUT');
}

/** What the last of fifty bad values is followed by. It bears no code, so only its words tell it from a fault of ours. */
function isTooMuchMalformed(cause: unknown): boolean {
  return cause instanceof GraphQLError && cause.message.startsWith('Too many errors processing variables');
}

/** Values in variables are reported with all that was sent; here only the field, what it should look like and a cost remain. */
function namingField(formatted: GraphQLFormattedError, cause: GraphQLError): GraphQLFormattedError {
  const sent = /^Variable "\$(\w+)" got invalid value /.exec(formatted.message);
  const place = formatted.message.slice(0, -`; ${cause.message}`.length);
  const path = / at "([\w.[\]]+)"$/.exec(place)?.[1];
  const { cost } = cause.extensions;
  const field = cause.extensions['field'] ?? (sent ? (path ?? sent[1]) : undefined);
  const message = sent ? `${String(field)}: ${cause.message}` : formatted.message;
  const answer = coded(formatted, 'BAD_USER_INPUT', message);
  return {
    ...answer,
    extensions: {
      code: 'BAD_USER_INPUT',
      ...(field !== undefined && { field }),
      ...(cost !== undefined && { cost }),
    },
  };
}
