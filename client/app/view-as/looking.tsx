import { ApolloProvider } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { FreshnessProvider } from '../../apollo/freshness-provider.tsx';
import { formatTime } from '../../format/date.ts';
import { ReadOnly } from '../../session/read-only.ts';
import { NetworkProvider, SessionProvider } from '../../session/session-provider.tsx';
import { createTokenSession, fetchByToken } from '../../session/token-session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { createIntents, IntentsProvider } from '../../wallet/intents.ts';
import { CustomerRoutes } from '../customer-routes.tsx';
import type { AppServices } from '../services.ts';
import { createReadOnlyClient } from './read-only-client.ts';
import type { Look } from './use-look.ts';
import { viewWords as words } from './words.ts';
import styles from './view-as.module.css';

export interface LookingProps {
  look: Look;
  /** The page of the customer in the console. */
  back: string;
  services: AppServices;
  onOver: () => void;
}

/** The customer's app below a bar that says whose it is. All that the app has of its surroundings is made for this look alone. */
export function Looking({ look: { grant, endsAt }, back, services, onOver }: LookingProps) {
  const { account } = grant;
  const { now } = services;
  // A whole new page: nothing of the look stays in the memory of this one.
  const leave = (): void => window.location.assign(back);
  const [{ own, client }] = useState(() => {
    const session = createTokenSession(grant, (end) => (end === 'left' ? leave() : onOver()));
    const fetch = fetchByToken(services.fetch, words.refused);
    return {
      own: { ...services, session, fetch, intents: createIntents(null, now) },
      client: createReadOnlyClient({ account, session, fetch, now }),
    };
  });
  useEffect(() => {
    const timer = setTimeout(onOver, endsAt - now());
    return () => clearTimeout(timer);
  }, [endsAt, now, onOver]);
  useEffect(() => () => client.apollo.stop(), [client]);
  return (
    <div className={styles['frame']}>
      <Bar name={account.name} until={formatTime(endsAt)} onEnd={leave} />
      <div className={styles['app']}>
        <SessionProvider value={own.session}>
          <NetworkProvider value={own.fetch}>
            <IntentsProvider value={own.intents}>
              <ReadOnly value={words.notNow}>
                <ApolloProvider client={client.apollo}>
                  <FreshnessProvider value={client.freshness}>
                    <CustomerRoutes account={account} services={own} askAhead={client.askAhead} />
                  </FreshnessProvider>
                </ApolloProvider>
              </ReadOnly>
            </IntentsProvider>
          </NetworkProvider>
        </SessionProvider>
      </div>
    </div>
  );
}

function Bar({ name, until, onEnd }: { name: string; until: string; onEnd: () => void }) {
  return (
    <section className={styles['bar']} aria-label={words.bar} lang="en-IN">
      <p>
        <Icon name="info" size="sm" />
        <span>
          <b>{words.looking(name)}</b> {words.readOnly} {words.until(until)}
        </span>
      </p>
      <Button small onClick={onEnd}>
        {words.end}
      </Button>
    </section>
  );
}
