import { BrowserRouter } from 'react-router';
import { useMessages } from '../messages/messages.tsx';
import { SignInScreen } from '../screens/sign-in-screen.tsx';
import { useSessionState } from '../session/session-provider.tsx';
import { Splash } from '../ui/splash.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Providers } from './providers.tsx';
import type { AppServices } from './services.ts';
import { SignedIn } from './signed-in.tsx';

export function App({ services }: { services: AppServices }) {
  return (
    <Providers services={services}>
      <ErrorBoundary>
        <BrowserRouter>
          <Gate services={services} />
        </BrowserRouter>
      </ErrorBoundary>
    </Providers>
  );
}

/** Nothing of the app is built before somebody is signed in, and all of it is new for another account. */
function Gate({ services }: { services: AppServices }) {
  const state = useSessionState();
  const { app } = useMessages();
  switch (state.status) {
    case 'restoring':
      return <Splash label={app.opening} />;
    case 'signedOut':
      return <SignInScreen reason={state.reason} />;
    case 'signedIn':
      return <SignedIn key={state.account.id} account={state.account} services={services} />;
  }
}
