import type { ReactNode } from 'react';
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { paise } from '../../format/proportion.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import {
  Refusal_ErrorFragmentDoc,
  SpendPreviewDocument,
  SpendPreview_PreviewFragmentDoc,
} from '../../graphql/graphql.ts';
import type { SpendPreview_PreviewFragment, UseCreditsQuery } from '../../graphql/graphql.ts';
import { Focused } from '../../ui/focused.tsx';
import { Banner } from '../../ui/banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DrawList } from '../../wallet/entry/draw-list.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { TierBadge } from '../../wallet/tier/tier-badge.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useRefusalText } from '../../wallet/use-refusal-text.tsx';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { orderPath } from './order.ts';
import type { Order } from './order.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

export type SpendWallet = NonNullable<UseCreditsQuery['viewer']['wallet']>;

export interface PreviewCardProps {
  wallet: SpendWallet;
  order: Order;
  /** The least that can be topped up. */
  minTopUp: MoneyValue;
  /** The button that pays; it is there once the server says that it can be paid. */
  children: (preview: SpendPreview_PreviewFragment) => ReactNode;
}

/** What paying would do, asked of the server: which credits go, what is left, and where the tier ends up. */
export function PreviewCard({ wallet, order, minTopUp, children }: PreviewCardProps) {
  const { spend } = useWords(spendWords);
  const { data, loading, error, refetch } = useQuery(SpendPreviewDocument, {
    variables: { amount: { amount: order.amount.amount, currencyCode: 'INR' }, orderId: order.orderId },
    fetchPolicy: 'network-only',
  });
  const preview = readFragment(SpendPreview_PreviewFragmentDoc, data?.viewer.wallet?.spendPreview);
  if (error) {
    return (
      <ProblemBanner
        title={spend.previewFailed}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
        retrying={loading}
      />
    );
  }
  if (!preview) {
    return (
      <div role="status" aria-label={spend.checking}>
        <Skeleton width="100%" height="16rem" />
      </div>
    );
  }
  if (!preview.canSpend) return <CannotSpend {...{ preview, order, minTopUp }} />;
  return (
    <Focused label={spend.preview} className={styles['preview']}>
      <Card title={spend.whichCredits}>
        <p className={styles['note']}>{spend.orderOfUse}</p>
        <DrawList planned draws={preview.draws} total={preview.amount} label={spend.whichCredits} />
      </Card>
      <After wallet={wallet} preview={preview} amount={order.amount} />
      {children(preview)}
    </Focused>
  );
}

interface CannotSpendProps {
  preview: SpendPreview_PreviewFragment;
  order: Order;
  minTopUp: MoneyValue;
}

function CannotSpend({ preview, order, minTopUp }: CannotSpendProps) {
  const { spend } = useWords(spendWords);
  const say = useRefusalText();
  const refusal = readFragment(Refusal_ErrorFragmentDoc, preview.refusal);
  return (
    <Banner tone="warn" icon="error" urgent>
      <p>
        <b>{spend.cannot}</b> {refusal && say(refusal)}
      </p>
      {preview.shortBy !== null && <TopUpLink shortBy={preview.shortBy} {...{ order, minTopUp }} />}
    </Banner>
  );
}

interface TopUpLinkProps {
  shortBy: MoneyValue;
  order: Order;
  minTopUp: MoneyValue;
}

/** The shortfall, or the smallest top-up where that is more, and the way back to this order afterwards. */
function TopUpLink({ shortBy, order, minTopUp }: TopUpLinkProps) {
  const { spend } = useWords(spendWords);
  const isTooLittle = paise(shortBy) < paise(minTopUp);
  const { amount, currencyCode } = isTooLittle ? minTopUp : shortBy;
  return (
    <>
      {isTooLittle && <p>{spend.smallestTopUp(formatMoney(minTopUp))}</p>}
      <Link
        className={buttonClass('primary')}
        to={`/add?amount=${amount}&back=${encodeURIComponent(orderPath(order))}`}
      >
        {spend.addShortfall(formatMoney({ amount, currencyCode }))}
      </Link>
    </>
  );
}

function After({
  wallet,
  preview,
  amount,
}: {
  wallet: SpendWallet;
  preview: SpendPreview_PreviewFragment;
  amount: MoneyValue;
}) {
  const { spend } = useWords(spendWords);
  const { tier: words } = useWords(walletWords);
  const money = useMoneyText();
  const { tierAfter } = preview;
  const moves = tierAfter.level !== wallet.tier.tier.level;
  return (
    <Card title={spend.after}>
      <Facts>
        <Fact name={spend.balanceNow}>{money(wallet.balance)}</Fact>
        <Fact name={spend.paidWithCredits}>{formatMoney(amount)}</Fact>
        <Fact name={spend.newBalance}>
          <b>{money(preview.balanceAfter)}</b>
        </Fact>
      </Facts>
      {moves && (
        <Banner tone="warn" icon="tier">
          <p className={styles['row']}>
            <TierBadge level={wallet.tier.tier.level} name={wallet.tier.tier.name} />
            →
            <TierBadge level={tierAfter.level} name={tierAfter.name} />
          </p>
          <p>{spend.moves(words.name(tierAfter), words.lasts(tierAfter.creditLifetimeDays))}</p>
        </Banner>
      )}
    </Card>
  );
}
