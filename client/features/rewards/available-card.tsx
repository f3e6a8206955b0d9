import { useId } from 'react';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { shareOf } from '../../format/proportion.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { Refusal_ErrorFragmentDoc, RewardCard_RewardFragmentDoc } from '../../graphql/graphql.ts';
import type { RewardLists_WalletFragment } from '../../graphql/graphql.ts';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import { useClock } from '../../ui/clock.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Meter } from '../../ui/meter.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useRefusalText } from '../../wallet/use-refusal-text.tsx';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import type { ClaimableReward } from './claim-dialog.tsx';
import { RewardCard } from './reward-card.tsx';
import { rewardsWords } from './words/words.ts';
import styles from './rewards.module.css';

const DAY_MS = 86_400_000;

export type Offer = RewardLists_WalletFragment['availableRewards'][number];
export type OwnTier = RewardLists_WalletFragment['tier']['tier'];

export interface AvailableCardProps {
  offer: Offer;
  tier: OwnTier;
  onClaim: (reward: ClaimableReward) => void;
}

/** A reward that is offered now: claim it, or read why not. */
export function AvailableCard({ offer, tier, onClaim }: AvailableCardProps) {
  const { rewards } = useWords(rewardsWords);
  const money = useMoneyText();
  const say = useRefusalText();
  const reasonId = useId();
  const reward = readFragment(RewardCard_RewardFragmentDoc, offer.reward);
  const refusal = readFragment(Refusal_ErrorFragmentDoc, offer.notClaimable);
  const connected = useConnected();
  const claimable = offer.canClaim && connected;
  return (
    <RewardCard
      reward={reward}
      off={!offer.canClaim}
      badge={
        offer.canClaim
          ? { icon: 'gift', tone: 'brand', text: rewards.yours }
          : { icon: 'clock', tone: 'neutral', text: rewards.notYet }
      }
      progress={<PurchaseProgress offer={offer} />}
    >
      {refusal && (
        <p id={reasonId} className={styles['reason']}>
          <Icon name="info" size="sm" />
          {say(refusal)}
        </p>
      )}
      {offer.canClaim && <Lasts tier={tier} />}
      {offer.canClaim && !connected && <OfflineReason id={reasonId} />}
      <Button
        block
        kind={claimable ? 'primary' : 'secondary'}
        unavailable={!claimable}
        aria-describedby={claimable ? undefined : reasonId}
        onClick={() => onClaim(reward)}
      >
        {rewards.claim(money(reward.creditAmount))}
      </Button>
    </RewardCard>
  );
}

/** How long the credits would last that are claimed now. */
function Lasts({ tier }: { tier: OwnTier }) {
  const { rewards } = useWords(rewardsWords);
  const { tier: words } = useWords(walletWords);
  const now = useClock();
  const days = tier.creditLifetimeDays;
  const text =
    days === null
      ? rewards.neverEnds
      : rewards.lasts(formatDate(now() + days * DAY_MS), words.name(tier), words.lasts(days));
  return (
    <p className={styles['reason']}>
      <Icon name="calendar" size="sm" />
      {text}
    </p>
  );
}

function PurchaseProgress({ offer }: { offer: Offer }) {
  const { rewards } = useWords(rewardsWords);
  const money = useMoneyText();
  const { minPurchaseAmount } = readFragment(RewardCard_RewardFragmentDoc, offer.reward);
  if (minPurchaseAmount === null || offer.largestPurchase === null) return null;
  const words = rewards.progress(money(offer.largestPurchase), formatMoney(minPurchaseAmount));
  return (
    <div className={styles['usage']}>
      <p>{words}</p>
      <Meter
        label={rewards.progressLabel}
        text={words}
        share={shareOf(offer.largestPurchase, minPurchaseAmount)}
      />
    </div>
  );
}
