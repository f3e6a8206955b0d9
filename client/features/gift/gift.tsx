import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { Gift_LookFragmentDoc, GiftPageDocument } from '../../graphql/graphql.ts';
import { buttonClass } from '../../ui/button.tsx';
import { ActionBar, Flow } from '../../ui/flow.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BackLink } from '../../wallet/back-link.tsx';
import { useKeepInSight } from '../../wallet/gift/waiting-gift.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { Claim } from './claim.tsx';
import { Claimed } from './claimed.tsx';
import { endOf } from './ends.ts';
import { Look } from './gift-look.tsx';
import { Gone } from './gone.tsx';
import { useClaimGift } from './use-claim-gift.ts';
import type { ClaimedGift } from './use-claim-gift.ts';
import { giftWords } from './words/words.ts';
import styles from './gift.module.css';

/** Where the link of a mail leads: what somebody was sent, and the way into the wallet. */
export function GiftScreen() {
  const { gift: words } = useWords(giftWords);
  const { app, actions } = useWords(sharedWords);
  const { token = '' } = useParams();
  return (
    <Page
      flow
      heading={words.title}
      documentTitle={app.title(words.title)}
      back={<BackLink to="/" icon="close" label={actions.close} />}
    >
      <Gift key={token} token={token} />
    </Page>
  );
}

function Gift({ token }: { token: string }) {
  const { gift: words } = useWords(giftWords);
  const { data, error, loading, refetch } = useQuery(GiftPageDocument, {
    variables: { token },
    fetchPolicy: 'cache-and-network',
  });
  const [claimed, setClaimed] = useState<ClaimedGift | null>(null);
  const ask = (): void => void refetch().catch(() => undefined);
  const { claim, isOpen, ...intent } = useClaimGift(token, ask);
  const gift = readFragment(Gift_LookFragmentDoc, data?.gift);
  useKeepInSight(token, gift && !claimed && endOf(gift.status) === null ? gift : null);
  if (data === undefined) {
    if (error) return <ProblemBanner title={words.failed} error={error} onRetry={ask} retrying={loading} />;
    return (
      <div role="status" aria-label={words.loading}>
        <Skeleton width="100%" height="22rem" />
      </div>
    );
  }
  const end = gift ? endOf(gift.status) : null;
  if (gift && claimed) return <Claimed gift={gift} claimed={claimed} tiers={data.tiers} />;
  // Claimed it may be by this very wish, whose answer got lost: then it is asked for once more.
  if (!gift || (end !== null && !isOpen)) {
    return (
      <Flow
        side={
          <ActionBar>
            <Link className={buttonClass('primary')} to="/">
              {words.home}
            </Link>
            {end === 'CLAIMED' && (
              <Link className={buttonClass('quiet')} to="/history">
                {words.toHistory}
              </Link>
            )}
          </ActionBar>
        }
      >
        <Gone end={end} />
      </Flow>
    );
  }
  const { wallet, customer } = data.viewer;
  const take = async (): Promise<void> => setClaimed(await claim());
  return (
    <Flow
      side={
        wallet === null ? (
          <WalletMissing />
        ) : (
          <Claim
            {...{ gift, wallet, intent }}
            tiers={data.tiers}
            name={customer?.name ?? ''}
            onClaim={() => void take()}
          />
        )
      }
    >
      <div className={styles['card']}>
        <Look gift={gift} />
      </div>
    </Flow>
  );
}
