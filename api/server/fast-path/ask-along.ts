import { askerOf } from '../../identity/principal.ts';
import type { AskAlong } from '../../identity/auth-routes.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import type { ContextOf } from '../routes/graphql-route.ts';
import type { FastPath } from './fast-path.ts';

export interface AskAlongParts {
  readonly fastPath: FastPath;
  readonly contextOf: ContextOf;
  readonly rateLimits: RateLimits;
}

/**
 * Answers what a page asks along with renewing its visit, under all that holds for a question with the token which is just being handed
 * out. The token itself is not used: only its owner can show that it has arrived (decision 114).
 */
export function askingAlong({ fastPath, contextOf, rateLimits }: AskAlongParts): AskAlong {
  return async (request, principal, question) => {
    // For the limits, the permissions and the log it is their request now, whatever token came with it.
    request.principal = principal;
    const wait = await rateLimits.request(request.ip, askerOf(principal));
    return wait === null ? fastPath.answerAlong(question, contextOf(request)) : null;
  };
}
