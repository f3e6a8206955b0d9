import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Why a request failed, in the terms a screen can act on. The words for each code are in the messages. */
export type ProblemCode =
  | 'OFFLINE'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'TRY_AGAIN'
  | 'OUTCOME_UNKNOWN'
  | 'INTERNAL_SERVER_ERROR';

export interface Problem {
  code: ProblemCode;
  /** What the shop's support needs to find this request in its logs. */
  requestId: string | null;
}

const known: ReadonlySet<string> = new Set<ProblemCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'TRY_AGAIN',
  'OUTCOME_UNKNOWN',
  'INTERNAL_SERVER_ERROR',
]);

export function toProblem(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) return fromExtensions(error.errors[0]?.extensions);
  if (ServerError.is(error)) return { code: fromStatus(error.statusCode), requestId: null };
  return { code: 'OFFLINE', requestId: null };
}

export function isUnauthenticated(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) {
    return error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
  }
  return ServerError.is(error) && error.statusCode === 401;
}

/** Whether what was asked for may have been done all the same: no answer came, or one that does not know. */
export function isOutcomeUnknown(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode >= 500;
  const { code } = toProblem(error);
  return code === 'OFFLINE' || code === 'OUTCOME_UNKNOWN' || code === 'INTERNAL_SERVER_ERROR';
}

function fromExtensions(extensions: Record<string, unknown> | undefined): Problem {
  const code = extensions?.['code'];
  const requestId = extensions?.['requestId'];
  return {
    code: isKnown(code) ? code : 'INTERNAL_SERVER_ERROR',
    requestId: typeof requestId === 'string' ? requestId : null,
  };
}

function fromStatus(status: number): ProblemCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 429) return 'RATE_LIMITED';
  return status === 502 || status === 503 || status === 504 ? 'TRY_AGAIN' : 'INTERNAL_SERVER_ERROR';
}

function isKnown(code: unknown): code is ProblemCode {
  return typeof code === 'string' && known.has(code);
}
