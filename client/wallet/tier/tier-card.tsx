import type { ReactNode } from 'react';
import type { MoneyValue } from '../../format/money.ts';
import { progressBetween } from '../../format/proportion.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { TierCard_TierFragmentDoc, TierCard_WalletFragmentDoc } from '../../graphql/graphql.ts';
import type { TierCard_WalletFragment } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TierPath } from '../../ui/tier-path.tsx';
import { useWords } from '../../words/use-words.ts';
import { useMoneyText } from '../use-money-text.ts';
import type { NamedTier } from '../words/en.ts';
import { walletWords } from '../words/words.ts';
import styles from './tier-card.module.css';

export interface TierCardProps {
  wallet: FragmentType<typeof TierCard_WalletFragmentDoc>;
  tiers: readonly FragmentType<typeof TierCard_TierFragmentDoc>[];
  action?: ReactNode;
}

/** Where the customer stands on the way up, what is missing, and what the next tier brings. */
export function TierCard(props: TierCardProps) {
  const standing = readFragment(TierCard_WalletFragmentDoc, props.wallet).tier;
  const { tier: words } = useWords(walletWords);
  return (
    <Card title={words.title} action={props.action}>
      <TierMeter standing={standing} tiers={props.tiers} />
      <p className={styles['sentence']}>{useTierSentence(standing)}</p>
      <p className={styles['benefit']}>
        {standing.next === null
          ? words.topLifetime
          : words.lifetime(standing.next.creditLifetimeDays, standing.tier.creditLifetimeDays)}{' '}
        {words.basis[standing.basis]}
      </p>
    </Card>
  );
}

/** Where somebody stands, and what is missing to the next. */
interface WayUp {
  tier: NamedTier;
  next: NamedTier | null;
  toNext: MoneyValue | null;
}

export interface TierMeterProps {
  standing: TierCard_WalletFragment['tier'];
  tiers: TierCardProps['tiers'];
  /** From where each tier counts, where there is room to say so. */
  amounts?: string[] | undefined;
}

/** The path with its sun; heard, it is how far the next tier is. */
export function TierMeter({ standing, tiers: masked, amounts }: TierMeterProps) {
  const tiers = readFragment(TierCard_TierFragmentDoc, masked);
  const { tier: words } = useWords(walletWords);
  const sentence = useTierSentence(standing);
  const progress = progressOf(standing);
  return (
    <div
      role="meter"
      aria-label={words.progress}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(progress * 100)}
      aria-valuetext={sentence}
    >
      <TierPath
        stops={tiers.map(words.name)}
        amounts={amounts}
        current={tiers.findIndex((tier) => tier.level === standing.tier.level)}
        progress={progress}
      />
    </div>
  );
}

export function TierCardSkeleton({ action }: Pick<TierCardProps, 'action'>) {
  const { tier } = useWords(walletWords);
  return (
    <Card title={tier.title} busy action={action}>
      <div className={styles['path']}>
        <Skeleton width="100%" height="100%" />
      </div>
      <p className={styles['sentence']}>
        <Skeleton width="12rem" />
      </p>
      <p className={styles['benefit']}>
        <Skeleton width="100%" /> <Skeleton width="9rem" />
      </p>
    </Card>
  );
}

/** "₹750.00 more to reach GOLD". */
export function useTierSentence({ next, toNext, tier }: WayUp): string {
  const { tier: words } = useWords(walletWords);
  const money = useMoneyText();
  return next === null || toNext === null
    ? words.top(words.name(tier))
    : words.toNext(money(toNext), words.name(next));
}

function progressOf({ tier, next, qualifyingAmount }: TierCard_WalletFragment['tier']): number {
  return next === null ? 1 : progressBetween(qualifyingAmount, tier.threshold, next.threshold);
}
