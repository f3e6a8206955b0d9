import { Suspense, useState, useSyncExternalStore } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { SignInScreen } from '../features/sign-in/sign-in.tsx';
import { useSnapshot } from '../offline/use-snapshot.ts';
import { useSessionState } from '../session/session-provider.tsx';
import { lazyPart } from '../ui/lazy-part.ts';
import type { SpokenStore } from '../words/spoken.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Arrived, Opening } from './opening.tsx';
import { Providers } from './providers.tsx';
import type { AppServices } from './services.ts';
import { useSessionAgain } from './use-session-again.ts';
import { viewedAt } from './viewed-at.ts';
import { withWords } from './with-words.ts';

const SetPasswordScreen = lazyPart(() =>
  import('../features/sign-in/set-password.tsx').then((module) => module.SetPasswordScreen),
);

/** What only somebody who is signed in needs, and its words; the page asks for both early where somebody was here before. */
function bringSignedIn(spoken: SpokenStore) {
  return lazyPart(
    withWords(spoken, 'inside', () => import('./signed-in.tsx').then((module) => module.SignedIn)),
  );
}

/** Everything below is rendered anew when the language changes, and keeps what was typed and loaded. */
export function App({ services }: { services: AppServices }) {
  const spoken = useSyncExternalStore(services.spoken.subscribe, services.spoken.read);
  if (spoken === null) return null;
  return (
    <Providers services={services} words={spoken.words}>
      <ErrorBoundary>
        <BrowserRouter basename={viewedAt()?.base ?? '/'}>
          <Routes>
            <Route path="/set-password" element={<ChoosePassword services={services} />} />
            <Route path="*" element={<Gate services={services} />} />
          </Routes>
        </BrowserRouter>
      </ErrorBoundary>
    </Providers>
  );
}

/** What a link from the shop leads to, whoever is signed in here. */
function ChoosePassword({ services }: { services: AppServices }) {
  return (
    <Suspense fallback={<Opening />}>
      <Arrived>
        <SetPasswordScreen auth={services.auth} />
      </Arrived>
    </Suspense>
  );
}

/** Nothing of the app is built before somebody is signed in, and all of it is new for another account. */
function Gate({ services }: { services: AppServices }) {
  const state = useSessionState();
  const [SignedIn] = useState(() => bringSignedIn(services.spoken));
  useSessionAgain();
  const snapshot = useSnapshot(state, services.snapshots);
  if (state.status === 'restoring' || snapshot === undefined) return <Opening />;
  // Somebody whom the shop can't confirm sees what was last seen here; back in reach, the same screens go on.
  const account = state.status === 'signedIn' ? state.account : snapshot?.account;
  if (account !== undefined) {
    return (
      <Suspense fallback={<Opening />}>
        <Arrived>
          <SignedIn key={account.id} account={account} snapshot={snapshot} services={services} />
        </Arrived>
      </Suspense>
    );
  }
  return (
    <Arrived>
      <SignInScreen reason={state.status === 'signedOut' ? state.reason : 'fresh'} />
    </Arrived>
  );
}
