import { useId } from 'react';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { NewWallet_TierFragmentDoc } from '../../graphql/graphql.ts';
import type { WalletDashboardQuery } from '../../graphql/graphql.ts';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Disc } from '../../ui/disc.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { TierPath } from '../../ui/tier-path.tsx';
import { CreateWallet } from '../../wallet/create-wallet.tsx';
import { useWaitingGift } from '../../wallet/gift/waiting-gift.ts';
import { TalkToShop } from '../../wallet/shop/talk-to-shop.tsx';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { DawnCard } from './balance-card/balance-frame.tsx';
import { GiftWaiting } from './gift-waiting.tsx';
import { dashboardWords } from './words/words.ts';
import styles from './new-wallet.module.css';

const nothing = { amount: '0.00', currencyCode: 'INR' };

export interface NewWalletProps {
  shop: WalletDashboardQuery['shop'];
  tiers: WalletDashboardQuery['tiers'];
}

/** In the balance's place, for a customer who has no wallet yet: what one is good for, and the tap that opens it. */
export function NewWallet({ shop, tiers }: NewWalletProps) {
  const { newWallet } = useWords(dashboardWords);
  return (
    <Columns
      side={
        <>
          <FirstTier tiers={tiers} />
          <TalkToShop shop={shop} title={newWallet.questions} />
        </>
      }
    >
      <Offer shop={shop.name} />
      <GotAGift />
      <Card title={newWallet.does}>
        <ul className={styles['points']}>
          <Point icon="lots" words={newWallet.explained} />
          <Point icon="hourglass" words={newWallet.kept} />
          <Point icon="shield" words={newWallet.once} />
        </ul>
      </Card>
    </Columns>
  );
}

function Offer({ shop }: { shop: string }) {
  const { newWallet } = useWords(dashboardWords);
  const headingId = useId();
  return (
    <CreateWallet kind="light">
      {(button) => (
        <DawnCard headingId={headingId}>
          <h2 id={headingId} className={styles['title']}>
            {newWallet.title(shop)}
          </h2>
          <p className={styles['text']}>{newWallet.text(formatMoney(nothing))}</p>
          <div className={styles['act']}>{button}</div>
        </DawnCard>
      )}
    </CreateWallet>
  );
}

/** Its way is the wallet above; one that was looked at already has its own. */
function GotAGift() {
  const { newWallet } = useWords(dashboardWords);
  if (useWaitingGift() !== null) return <GiftWaiting />;
  const [question, answer] = newWallet.gift;
  return (
    <Banner tone="gift" icon="gift">
      <p>
        <b>{question}</b> {answer}
      </p>
    </Banner>
  );
}

function Point({ icon, words: [title, explanation] }: { icon: IconName; words: string[] }) {
  return (
    <li>
      <Disc icon={icon} tone="brand" />
      <span>
        <b>{title}</b>
        {explanation}
      </span>
    </li>
  );
}

function FirstTier(props: { tiers: readonly FragmentType<typeof NewWallet_TierFragmentDoc>[] }) {
  const tiers = readFragment(NewWallet_TierFragmentDoc, props.tiers);
  const { newWallet } = useWords(dashboardWords);
  const { tier: words } = useWords(walletWords);
  const [first, next] = tiers;
  if (first === undefined) return null;
  return (
    <Card title={newWallet.startAs(words.name(first))}>
      {tiers.length > 1 && <TierPath stops={tiers.map(words.name)} current={0} progress={0} />}
      <p className={styles['tier']}>
        {newWallet.lasts(first.creditLifetimeDays)}{' '}
        {next && newWallet.next(formatMoney(next.threshold), words.name(next), next.creditLifetimeDays)}
      </p>
    </Card>
  );
}
