import { ApolloProvider } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { createWalletClient } from '../../../apollo/client.ts';
import { FreshnessProvider } from '../../../apollo/freshness-provider.tsx';
import { formatTime } from '../../../format/date.ts';
import { FORGETFUL } from '../../../offline/forgetful.ts';
import type { Account } from '../../../session/auth-api.ts';
import { ReadOnly } from '../../../session/read-only.ts';
import { NetworkProvider, SessionProvider, useNetwork } from '../../../session/session-provider.tsx';
import { createTokenSession, fetchByToken } from '../../../session/token-session.ts';
import { Banner } from '../../../ui/banner.tsx';
import { BrandMark } from '../../../ui/brand.tsx';
import { Button } from '../../../ui/button.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Page } from '../../../ui/page.tsx';
import { SkipLink } from '../../../ui/skip-link.tsx';
import text from '../../../ui/text.module.css';
import { LanguageChoice } from '../../../words/language-choice.tsx';
import { sharedWords } from '../../../words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { Checkout } from '../checkout.tsx';
import { checkoutWords } from '../words/words.ts';
import { ByLink } from './by-link.ts';
import type { Pass } from './use-link.ts';
import styles from './opened.module.css';

export interface OpenedProps {
  checkoutId: string;
  pass: Pass;
  onSignIn: () => void;
}

/** The order on a page of its own, with a client of its own: neither knows of anybody's wallet, and nothing of them is kept. */
export function Opened({ checkoutId, pass: { accessToken, endsAt }, onSignIn }: OpenedProps) {
  const { checkout, byLink: words } = useWords(checkoutWords);
  const { app } = useWords(sharedWords);
  const network = useNetwork();
  const now = useClock();
  const [isOver, setOver] = useState(false);
  const [{ session, fetch, client }] = useState(() => {
    // Whose order it is nobody says here: what was begun is known by the order alone.
    const account: Account = { id: checkoutId, role: 'CUSTOMER', name: '' };
    const own = {
      session: createTokenSession({ account, accessToken }, () => setOver(true)),
      fetch: fetchByToken(network, 'A link to pay an order is for nothing else.'),
    };
    const kept = { snapshots: FORGETFUL, snapshot: null };
    return { ...own, client: createWalletClient({ ...own, ...kept, account, now }) };
  });
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), endsAt - now());
    return () => clearTimeout(timer);
  }, [endsAt, now]);
  useEffect(() => () => client.apollo.stop(), [client]);
  return (
    <div className={styles['frame']}>
      <SkipLink>{app.skip}</SkipLink>
      <SessionProvider value={session}>
        <NetworkProvider value={fetch}>
          <ByLink value={{ isOver }}>
            <ReadOnly value={isOver ? words.isOver : null}>
              <ApolloProvider client={client.apollo}>
                <FreshnessProvider value={client.freshness}>
                  <Page
                    flow
                    heading={checkout.title}
                    documentTitle={app.title(checkout.title)}
                    back={<BrandMark size="sm" />}
                  >
                    {isOver && (
                      <Banner tone="warn" icon="hourglass" urgent>
                        <p>
                          <b>{words.isOver}</b> {words.afterwards}
                        </p>
                        <Button small onClick={onSignIn}>
                          {words.signIn}
                        </Button>
                      </Banner>
                    )}
                    <Checkout id={checkoutId} />
                    {!isOver && <p className={text['note']}>{words.until(formatTime(endsAt))}</p>}
                    <div className={styles['language']}>
                      <LanguageChoice hideLegend />
                    </div>
                  </Page>
                </FreshnessProvider>
              </ApolloProvider>
            </ReadOnly>
          </ByLink>
        </NetworkProvider>
      </SessionProvider>
    </div>
  );
}
