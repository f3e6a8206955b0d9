import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { OperationTypeNode } from 'graphql';
import { throwError } from 'rxjs';
import { createWalletClient } from '../../apollo/client.ts';
import type { WalletClient } from '../../apollo/client.ts';
import type { SnapshotStore } from '../../offline/snapshot.ts';
import type { Account } from '../../session/auth-api.ts';
import type { Session } from '../../session/session.ts';
import { viewWords as words } from './words.ts';

type Fetch = typeof globalThis.fetch;

/** What is seen is not kept for later. */
const FORGETFUL: SnapshotStore = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
  wipe: () => Promise.resolve(),
};

const REFUSED = { message: words.refused, extensions: { code: 'FORBIDDEN' } };

/** Asks the shop by the token alone, and for nothing but answers: what a screen would send beside is refused as the shop would. */
export function readOnlyFetch(fetch: Fetch): Fetch {
  return (input, init) =>
    input === '/graphql'
      ? fetch(input, { ...init, credentials: 'omit' })
      : Promise.resolve(
          Response.json({ error: { code: 'FORBIDDEN', message: words.refused } }, { status: 403 }),
        );
}

/** The customer's own client, which lets no mutation out. The shop would refuse it; so it is not even asked. */
export function createReadOnlyClient(options: {
  account: Account;
  session: Session;
  fetch: Fetch;
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
