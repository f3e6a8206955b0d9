import { Link } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { paise } from '../../format/proportion.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { TierCard_WalletFragmentDoc, TierCards_TierFragmentDoc } from '../../graphql/graphql.ts';
import type { TierBenefitsQuery, TierCard_WalletFragment } from '../../graphql/graphql.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useFullScreen } from '../../ui/use-media-query.ts';
import { TierBadge } from '../../wallet/tier/tier-badge.tsx';
import { TierMeter, useTierSentence } from '../../wallet/tier/tier-card.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { tierWords } from './words/words.ts';
import styles from './next-tier.module.css';

type Standing = TierCard_WalletFragment['tier'];

export interface NextTierProps {
  data: TierBenefitsQuery;
  wallet: NonNullable<TierBenefitsQuery['viewer']['wallet']>;
}

/** Where the customer stands, what the next tier brings, and the top-up that reaches it. */
export function NextTier({ data, wallet }: NextTierProps) {
  const standing = readFragment(TierCard_WalletFragmentDoc, wallet).tier;
  const tiers = readFragment(TierCards_TierFragmentDoc, data.tiers);
  const isWide = useFullScreen();
  const { tiers: words } = useWords(tierWords);
  const { tier: shared } = useWords(walletWords);
  const money = useMoneyText();
  const { tier, next, basis, qualifyingAmount } = standing;
  const missing = wallet.status === 'ACTIVE' ? topUpToNext(standing, data.walletPolicy) : null;
  return (
    <Card title={useTierSentence(standing)} action={<TierBadge level={tier.level} name={tier.name} />}>
      <TierMeter
        standing={standing}
        tiers={data.tiers}
        amounts={isWide ? tiers.map(({ threshold }) => formatMoney(threshold)) : undefined}
      />
      <div className={styles['foot']}>
        <p>
          {words.standing[basis](money(qualifyingAmount))}{' '}
          {next
            ? words.then(formatMoney(next.threshold), next.creditLifetimeDays, tier.creditLifetimeDays)
            : shared.topLifetime}
        </p>
        {missing && (
          <Link className={buttonClass('primary')} to={`/add?amount=${missing.amount}`}>
            {words.add(money(missing))}
          </Link>
        )}
      </div>
    </Card>
  );
}

/** What is missing, or the least that can be topped up; null where no single top-up gets there. */
function topUpToNext(
  { toNext, basis }: Standing,
  { minTopUp, maxTopUp }: TierBenefitsQuery['walletPolicy'],
): MoneyValue | null {
  if (toNext === null || basis === 'ROLLING_SPEND' || paise(toNext) > paise(maxTopUp)) return null;
  return paise(toNext) < paise(minTopUp) ? minTopUp : toNext;
}
