import { useQuery } from '@apollo/client/react';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { ConsoleFrameDocument } from '../../graphql/graphql.ts';
import type { Account } from '../../session/auth-api.ts';
import { SkipLink } from '../../ui/skip-link.tsx';
import { Splash } from '../../ui/splash.tsx';
import { useWideScreen } from '../../ui/use-media-query.ts';
import { Bar } from './bar.tsx';
import { OfflineLine } from './offline-line.tsx';
import { placesOf } from './places.ts';
import { Rail } from './rail.tsx';
import { Shortcuts } from './shortcut-board.tsx';
import { TopBar } from './top-bar.tsx';
import { frameWords as words } from './words.ts';
import styles from './console-frame.module.css';

/** How often the counts beside the places are asked for again, while somebody looks. */
const ASK_AGAIN_MS = 60_000;

export interface ConsoleFrameProps {
  account: Account;
  signOut: ReactNode;
}

/** What stands around every page of the console: the rail with the places, the bar with the search, and the page between them. */
export function ConsoleFrame({ account, signOut }: ConsoleFrameProps) {
  const wide = useWideScreen();
  const { data } = useQuery(ConsoleFrameDocument, {
    variables: { isAdmin: account.role === 'ADMIN' },
    pollInterval: ASK_AGAIN_MS,
    skipPollAttempt: () => document.visibilityState === 'hidden',
    // Half of it may be refused or fail; the other half still counts.
    errorPolicy: 'all',
  });
  const waiting = { approvals: data?.approvals?.totalCount, reviews: data?.paymentReviews?.totalCount };
  return (
    <Shortcuts places={placesOf(account.role)}>
      {(open) => (
        <div className={styles['console']} lang="en-IN">
          <SkipLink>{words.skip}</SkipLink>
          {wide && <Rail account={account} waiting={waiting} signOut={signOut} />}
          <div className={styles['body']}>
            <TopBar lastAudit={data?.integrity?.lastAudit} open={open} />
            <OfflineLine />
            <Suspense fallback={<Splash label={words.opening} />}>
              <Outlet />
            </Suspense>
          </div>
          {!wide && <Bar role={account.role} waiting={waiting} />}
        </div>
      )}
    </Shortcuts>
  );
}
