import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { formatTime } from '../../../format/date.ts';
import { moneyParts } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { isZero, shareOf } from '../../../format/proportion.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { BalanceCard_WalletFragmentDoc } from '../../../graphql/graphql.ts';
import type { BalanceCard_WalletFragment } from '../../../graphql/graphql.ts';
import { usePreferences } from '../../../preferences/preferences-provider.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { TierBadge } from '../../../wallet/tier/tier-badge.tsx';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { dashboardWords } from '../words/words.ts';
import { BalanceActions, OnHoldActions } from './balance-actions.tsx';
import { BalanceFrame, BalanceSplit } from './balance-frame.tsx';
import styles from './balance-card.module.css';

// Few hold anything: for those the card brings what it says of it.
const HeldCredits = lazyPart(() => import('./held-credits.tsx').then((module) => module.HeldCredits));

export interface BalanceCardProps {
  wallet: FragmentType<typeof BalanceCard_WalletFragmentDoc>;
  updatedAt: number | null;
}

/** How much there is, what kind it is, and whether it can be spent now. */
export function BalanceCard(props: BalanceCardProps) {
  const wallet = readFragment(BalanceCard_WalletFragmentDoc, props.wallet);
  const { freshness } = useWords(walletWords);
  const money = useMoneyText();
  const onHold = wallet.status !== 'ACTIVE';
  const filled = !isZero(wallet.balance);
  const isNew = wallet.transactionCount === 0;
  return (
    <BalanceFrame
      frozen={onHold}
      hidable={!isNew}
      badges={<Badges wallet={wallet} />}
      amount={<Amount value={wallet.balance} />}
    >
      <p className={styles['meta']}>
        <Situation wallet={wallet} />
        {!isNew && props.updatedAt !== null && ` · ${freshness.updated(formatTime(props.updatedAt))}`}
      </p>
      {filled && (
        <BalanceSplit
          purchasedShare={shareOf(wallet.purchasedBalance, wallet.balance)}
          purchased={money(wallet.purchasedBalance)}
          granted={money(wallet.grantedBalance)}
        />
      )}
      {!isZero(wallet.held) && (
        <Suspense fallback={<Skeleton width="100%" height="5rem" onGradient />}>
          <HeldCredits wallet={wallet} />
        </Suspense>
      )}
      {onHold ? <OnHoldActions /> : <BalanceActions spendable={filled} />}
    </BalanceFrame>
  );
}

export function BalanceCardSkeleton() {
  const bar = (width: string, height?: string): ReactNode => (
    <Skeleton width={width} {...(height !== undefined && { height })} onGradient />
  );
  return (
    <BalanceFrame badges={bar('5.25rem', '1.5rem')} amount={bar('11rem', '0.86em')}>
      <p className={styles['meta']}>{bar('12rem')}</p>
      <BalanceSplit purchasedShare={null} purchased={bar('5.5rem')} granted={bar('4.5rem')} />
      <BalanceActions spendable />
    </BalanceFrame>
  );
}

function Badges({ wallet }: { wallet: BalanceCard_WalletFragment }) {
  const { status } = useWords(walletWords);
  return (
    <>
      {wallet.status !== 'ACTIVE' && (
        <Badge icon={wallet.status === 'FROZEN' ? 'snow' : 'ban'} tone="neutral">
          {status[wallet.status]}
        </Badge>
      )}
      <TierBadge {...wallet.tier.tier} />
    </>
  );
}

function Amount({ value }: { value: MoneyValue }) {
  const { balance } = useWords(dashboardWords);
  const [{ hideAmounts }] = usePreferences();
  const money = useMoneyText();
  if (hideAmounts) {
    return (
      <>
        <span aria-hidden="true">{money(value)}</span>
        <VisuallyHidden>{balance.hidden}</VisuallyHidden>
      </>
    );
  }
  const { whole, fraction } = moneyParts(value);
  return (
    <>
      {whole}
      <span className={styles['paise']}>{fraction}</span>
    </>
  );
}

function Situation({ wallet }: { wallet: BalanceCard_WalletFragment }) {
  const { balance } = useWords(dashboardWords);
  if (wallet.status !== 'ACTIVE') return balance.onHold;
  return wallet.transactionCount === 0 ? balance.empty : balance.ready;
}
