import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { OperationTypeNode } from 'graphql';
import { throwError } from 'rxjs';
import { createWalletClient } from '../../apollo/client.ts';
import type { WalletClient } from '../../apollo/client.ts';
import { FORGETFUL } from '../../offline/forgetful.ts';
import type { Account } from '../../session/auth-api.ts';
import type { Session } from '../../session/session.ts';
import { viewWords as words } from './words.ts';

const REFUSED = { message: words.refused, extensions: { code: 'FORBIDDEN' } };

/** The customer's own client, which lets no mutation out. The shop would refuse it; so it is not even asked. */
export function createReadOnlyClient(options: {
  account: Account;
  session: Session;
  fetch: typeof globalThis.fetch;
  now: () => number;
}): WalletClient {
  const client = createWalletClient({ ...options, snapshots: FORGETFUL, snapshot: null });
  const reading = new ApolloLink((operation, forward) =>
    operation.operationType === OperationTypeNode.QUERY
      ? forward(operation)
      : throwError(() => new CombinedGraphQLErrors({ errors: [REFUSED] })),
  );
  client.apollo.setLink(ApolloLink.from([reading, client.apollo.link]));
  return client;
}
