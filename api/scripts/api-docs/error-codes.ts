/** The codes of errors outside of `data`: what each means, and what a client does about it. */
export const topLevelCodes: readonly (readonly [code: string, meaning: string, reaction: string])[] = [
  [
    'UNAUTHENTICATED',
    'There is no token, or it is not valid any more.',
    'Refresh the token once and repeat; then sign in again.',
  ],
  ['FORBIDDEN', 'The caller is known but may not do this.', 'Do not repeat; offer it only to those who may.'],
  [
    'BAD_USER_INPUT',
    'A value is malformed, or the operation asks for too much. `extensions.field` names the value.',
    'Correct it. A program that sees this has a fault.',
  ],
  [
    'GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, OPERATION_RESOLUTION_FAILURE, BAD_REQUEST',
    'The request is no valid operation of this schema, or it breaks a limit on queries.',
    'Correct the document; generate it from the schema.',
  ],
  [
    'PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_NOT_SUPPORTED',
    'A hash was sent of a document that is not kept here.',
    'Send the document itself.',
  ],
  [
    'RATE_LIMITED',
    'Too many requests. `extensions.retryAfterSeconds` and the header `Retry-After` say how long to wait.',
    'Wait that long, then repeat with the same key.',
  ],
  [
    'TRY_AGAIN',
    'The server is busy or the database cannot be reached. This call did nothing; an earlier one whose outcome is unknown may have.',
    'Repeat with the same key, each time after a longer wait.',
  ],
  [
    'OUTCOME_UNKNOWN',
    'It is not known whether the change was done.',
    'Repeat the same request with the same key: it acts once and tells.',
  ],
  ['NOT_FOUND', 'There is nothing at this address.', 'Correct the address.'],
  [
    'INTERNAL_SERVER_ERROR',
    'A fault of the server. The message says nothing about the inside; `extensions.requestId` finds it in the log.',
    'Repeat with the same key; report the request id when it happens again.',
  ],
];
