import { ApolloLink } from '@apollo/client/link';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap, throwError } from 'rxjs';
import type { Session } from '../session/session.ts';
import { isUnauthenticated } from './problem.ts';

/**
 * Sends the access token of the account along, and never that of another: an operation that finds somebody else signed in
 * fails. When the server no longer takes the token, the session renews it once and the operation is sent again; if the session is
 * over, the app asks to sign in and this operation fails.
 */
export function createAuthLink(session: Session, accountId: string): ApolloLink {
  const renew = new ErrorLink(({ error, operation, forward }) => {
    if (!isUnauthenticated(error)) return;
    const refused: unknown = operation.getContext()['sentToken'];
    const renewal = session.renew(accountId, typeof refused === 'string' ? refused : null);
    return from(renewal).pipe(
      switchMap((outcome) => {
        if (outcome === 'renewed') return forward(operation);
        // While the shop can't be asked nobody knows whether the session is over, so nothing says that it is.
        return throwError(() => (outcome === 'ended' ? error : new Error('The session was not renewed.')));
      }),
    );
  });
  const attach = new SetContextLink(({ headers }) => {
    const token = session.accessToken(accountId);
    return token === null
      ? {}
      : { sentToken: token, headers: { ...headers, authorization: `Bearer ${token}` } };
  });
  return ApolloLink.from([renew, attach]);
}
