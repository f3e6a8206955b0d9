import { ApolloProvider } from '@apollo/client/react';
import { Suspense, useEffect, useState } from 'react';
import { createWalletClient } from '../apollo/client.ts';
import { FreshnessProvider } from '../apollo/freshness-provider.tsx';
import type { Snapshot } from '../offline/snapshot.ts';
import type { Account } from '../session/auth-api.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { Splash } from '../ui/splash.tsx';
import { sharedWords } from '../words/words.ts';
import type { SpokenStore } from '../words/spoken.ts';
import { useWords } from '../words/use-words.ts';
import { CustomerRoutes } from './customer-routes.tsx';
import { Reconnect } from './reconnect.tsx';
import type { AppServices } from './services.ts';
import { viewedAt } from './viewed-at.ts';
import { withWords } from './with-words.ts';

/** A customer never downloads it. What it shares with a customer's screens says their words. */
function bringConsole(spoken: SpokenStore) {
  return lazyPart(
    withWords(spoken, 'screens', () => import('./console-routes.tsx').then((module) => module.ConsoleRoutes)),
  );
}

/** The app as a customer sees it, for somebody of the shop. */
function bringView(spoken: SpokenStore) {
  return lazyPart(
    withWords(spoken, 'screens', () => import('./view-as/view-as.tsx').then((module) => module.ViewAs)),
  );
}

export interface SignedInProps {
  account: Account;
  /** What was last seen here, while the shop can't be reached. */
  snapshot: Snapshot | null;
  services: AppServices;
}

/** The app of one account. The server decides what a role may see; this only decides where it starts. */
export function SignedIn({ account, snapshot, services }: SignedInProps) {
  const [{ apollo, freshness, askAhead }] = useState(() =>
    createWalletClient({ ...services, account, snapshot }),
  );
  const [viewed] = useState(viewedAt);
  const [ConsoleRoutes] = useState(() => bringConsole(services.spoken));
  const [ViewAs] = useState(() => bringView(services.spoken));
  const { app } = useWords(sharedWords);
  const isLost = viewed !== null && account.role === 'CUSTOMER';
  useEffect(() => {
    // Only people of the shop look at others; whose session this browser has is seen at its own address.
    if (isLost) window.location.replace('/');
  }, [isLost]);
  if (isLost) return null;
  return (
    <ApolloProvider client={apollo}>
      <FreshnessProvider value={freshness}>
        <Reconnect />
        {account.role === 'CUSTOMER' ? (
          <CustomerRoutes account={account} services={services} askAhead={askAhead} />
        ) : (
          <Suspense fallback={<Splash label={app.opening} />}>
            {viewed ? <ViewAs {...{ viewed, account, services }} /> : <ConsoleRoutes account={account} />}
          </Suspense>
        )}
      </FreshnessProvider>
    </ApolloProvider>
  );
}
