import { lazy, Suspense, useSyncExternalStore } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { SignInScreen } from '../features/sign-in/sign-in.tsx';
import { useSnapshot } from '../offline/use-snapshot.ts';
import { useSessionState } from '../session/session-provider.tsx';
import { Splash } from '../ui/splash.tsx';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Providers } from './providers.tsx';
import type { AppServices } from './services.ts';
import { SignedIn } from './signed-in.tsx';
import { useSessionAgain } from './use-session-again.ts';

const SetPasswordScreen = lazy(() =>
  import('../features/sign-in/set-password.tsx').then((module) => ({ default: module.SetPasswordScreen })),
);

/** Everything below is rendered anew when the language changes, and keeps what was typed and loaded. */
export function App({ services }: { services: AppServices }) {
  const spoken = useSyncExternalStore(services.spoken.subscribe, services.spoken.read);
  if (spoken === null) return null;
  return (
    <Providers services={services} words={spoken.words}>
      <ErrorBoundary>
        <BrowserRouter>
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
  const { app } = useWords(sharedWords);
  return (
    <Suspense fallback={<Splash label={app.opening} />}>
      <SetPasswordScreen auth={services.auth} />
    </Suspense>
  );
}

/** Nothing of the app is built before somebody is signed in, and all of it is new for another account. */
function Gate({ services }: { services: AppServices }) {
  const state = useSessionState();
  useSessionAgain();
  const snapshot = useSnapshot(state, services.snapshots);
  const { app } = useWords(sharedWords);
  if (state.status === 'restoring' || snapshot === undefined) return <Splash label={app.opening} />;
  // Somebody whom the shop can't confirm sees what was last seen here; back in reach, the same screens go on.
  const account = state.status === 'signedIn' ? state.account : snapshot?.account;
  if (account !== undefined) {
    return <SignedIn key={account.id} account={account} snapshot={snapshot} services={services} />;
  }
  return <SignInScreen reason={state.status === 'signedOut' ? state.reason : 'fresh'} />;
}
