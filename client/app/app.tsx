import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { useMessages } from '../messages/messages.tsx';
import { useSnapshot } from '../offline/use-snapshot.ts';
import { SignInScreen } from '../screens/sign-in-screen.tsx';
import { useSessionState } from '../session/session-provider.tsx';
import { Splash } from '../ui/splash.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Providers } from './providers.tsx';
import { useSessionAgain } from './reconnect.tsx';
import type { AppServices } from './services.ts';
import { SignedIn } from './signed-in.tsx';

const SetPasswordScreen = lazy(() =>
  import('../screens/set-password-screen.tsx').then((module) => ({ default: module.SetPasswordScreen })),
);

export function App({ services }: { services: AppServices }) {
  return (
    <Providers services={services}>
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
  const { app } = useMessages();
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
  const { app } = useMessages();
  if (state.status === 'restoring' || snapshot === undefined) return <Splash label={app.opening} />;
  // Somebody whom the shop can't confirm sees what was last seen here; back in reach, the same screens go on.
  const account = state.status === 'signedIn' ? state.account : snapshot?.account;
  if (account !== undefined) {
    return <SignedIn key={account.id} account={account} snapshot={snapshot} services={services} />;
  }
  return <SignInScreen reason={state.status === 'signedOut' ? state.reason : 'fresh'} />;
}
