import { Suspense, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { BrowserRouter, Route, Routes, useMatch } from 'react-router';
import { SignInScreen } from '../features/sign-in/sign-in.tsx';
import { useSnapshot } from '../offline/use-snapshot.ts';
import { useSessionState } from '../session/session-provider.tsx';
import type { SignedOutReason } from '../session/session.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import type { SpokenStore } from '../words/spoken.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Arrived, Opening } from './opening.tsx';
import { usePayLink } from './pay-link.ts';
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

/** What a visitor sees who was sent a gift. It says what is said behind the door, which nobody else brings before they are through. */
function bringGift(spoken: SpokenStore) {
  return lazyPart(
    withWords(spoken, 'screens', () =>
      import('../features/gift/gift-at-the-door.tsx').then((module) => module.GiftAtTheDoor),
    ),
  );
}

/** What a visitor sees who follows a link of the shop to pay an order. */
function bringPayByLink(spoken: SpokenStore) {
  return lazyPart(
    withWords(spoken, 'screens', () =>
      import('../features/checkout/by-link/pay-by-link.tsx').then((module) => module.PayByLink),
    ),
  );
}

/** Everything below is rendered anew when the language changes, and keeps what was typed and loaded. */
export function App({ services }: { services: AppServices }) {
  const payLink = usePayLink();
  const spoken = useSyncExternalStore(services.spoken.subscribe, services.spoken.read);
  if (spoken === null) return null;
  return (
    <Providers services={services} words={spoken.words}>
      <ErrorBoundary>
        <BrowserRouter basename={viewedAt()?.base ?? '/'}>
          <Routes>
            <Route path="/set-password" element={<ChoosePassword services={services} />} />
            <Route path="*" element={<Gate services={services} payLink={payLink} />} />
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

interface GateProps {
  services: AppServices;
  payLink: ReturnType<typeof usePayLink>;
}

/** Nothing of the app is built before somebody is signed in, and all of it is new for another account. */
function Gate({ services, payLink }: GateProps) {
  const state = useSessionState();
  const [SignedIn] = useState(() => bringSignedIn(services.spoken));
  useSessionAgain();
  const snapshot = useSnapshot(state, services.snapshots);
  const isSignedIn = state.status === 'signedIn';
  const { drop } = payLink;
  useEffect(() => {
    // Whoever is signed in pays as themselves; the link is not used, and not there for whoever comes after them.
    if (isSignedIn) drop();
  }, [isSignedIn, drop]);
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
  const reason = state.status === 'signedOut' ? state.reason : 'fresh';
  return <Door {...{ reason, services, payLink }} />;
}

interface DoorProps extends GateProps {
  reason: SignedOutReason;
}

/** Whoever comes by a link sees that first: a gift, or an order to pay. Signing in leads on to the same address, and so to either. */
function Door({ reason, services: { spoken }, payLink: { link, drop } }: DoorProps) {
  const { token } = useMatch('/gift/:token')?.params ?? {};
  const { id } = useMatch('/pay/:id')?.params ?? {};
  const [Gift] = useState(() => bringGift(spoken));
  const [PayByLink] = useState(() => bringPayByLink(spoken));
  const [isSigningIn, setSigningIn] = useState(false);
  const firstSight = (): ReactNode => {
    if (id !== undefined && link !== null)
      return <PayByLink key={link.secret} checkoutId={id} secret={link.secret} onSignIn={drop} />;
    if (token !== undefined && !isSigningIn)
      return <Gift token={token} onSignIn={() => setSigningIn(true)} />;
    return <SignInScreen reason={reason} />;
  };
  return (
    <Suspense fallback={<Opening />}>
      <Arrived>{firstSight()}</Arrived>
    </Suspense>
  );
}
