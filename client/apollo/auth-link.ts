import { ApolloLink } from '@apollo/client/link';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap, throwError } from 'rxjs';
import type { Session } from '../session/session.ts';
import { isUnauthenticated } from './problem.ts';

/**
 * Sends the access token along. When the server no longer takes it, the session renews it once and the operation is
 * sent again; if the session is over, the app asks to sign in and this operation fails.
 */
export function createAuthLink(session: Session): ApolloLink {
  const renew = new ErrorLink(({ error, operation, forward }) => {
    if (!isUnauthenticated(error)) return;
    const refused: unknown = operation.getContext()['sentToken'];
    const renewal = session.renew(typeof refused === 'string' ? refused : null);
    return from(renewal).pipe(
      switchMap((outcome) => (outcome === 'renewed' ? forward(operation) : throwError(() => error))),
    );
  });
  const attach = new SetContextLink(({ headers }) => {
    const token = session.accessToken();
    return token === null
      ? {}
      : { sentToken: token, headers: { ...headers, authorization: `Bearer ${token}` } };
  });
  return ApolloLink.from([renew, attach]);
}
