import type { ReactNode } from 'react';
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { DrawList } from '../../components/draw-list.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { useMoneyText } from '../../components/use-money-text.ts';
import { useRefusalText } from '../../components/use-refusal-text.ts';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import {
  Refusal_ErrorFragmentDoc,
  SpendPreviewDocument,
  SpendPreview_PreviewFragmentDoc,
} from '../../graphql/graphql.ts';
import type { SpendPreview_PreviewFragment, UseCreditsQuery } from '../../graphql/graphql.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Banner } from '../../ui/banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Order } from './use-form.tsx';
import styles from './use.module.css';

export type UseWallet = NonNullable<UseCreditsQuery['viewer']['wallet']>;

export interface PreviewCardProps {
  wallet: UseWallet;
  order: Order;
  /** The button that pays; it is there once the server says that it can be paid. */
  children: ReactNode;
}

/** What paying would do, asked of the server: which credits go, what is left, and where the tier ends up. */
export function PreviewCard({ wallet, order, children }: PreviewCardProps) {
  const { use } = useMessages();
  const { data, loading, error, refetch } = useQuery(SpendPreviewDocument, {
    variables: { amount: { amount: order.amount.amount, currencyCode: 'INR' } },
    fetchPolicy: 'network-only',
  });
  const preview = readFragment(SpendPreview_PreviewFragmentDoc, data?.viewer.wallet?.spendPreview);
  if (error) {
    return (
      <ProblemBanner
        title={use.previewFailed}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
        retrying={loading}
      />
    );
  }
  if (!preview) {
    return (
      <div role="status" aria-label={use.checking}>
        <Skeleton width="100%" height="16rem" />
      </div>
    );
  }
  if (!preview.canSpend) return <CannotSpend preview={preview} order={order} />;
  return (
    <>
      <Card title={use.whichCredits}>
        <p className={styles['note']}>{use.orderOfUse}</p>
        <DrawList planned draws={preview.draws} total={preview.amount} label={use.whichCredits} />
      </Card>
      <After wallet={wallet} preview={preview} amount={order.amount} />
      {children}
    </>
  );
}

function CannotSpend({ preview, order }: { preview: SpendPreview_PreviewFragment; order: Order }) {
  const { use } = useMessages();
  const say = useRefusalText();
  const refusal = readFragment(Refusal_ErrorFragmentDoc, preview.refusal);
  return (
    <Banner tone="warn" icon="error" urgent>
      <p>
        <b>{use.cannot}</b> {refusal && say(refusal)}
      </p>
      {preview.shortBy !== null && <TopUpLink shortBy={preview.shortBy} order={order} />}
    </Banner>
  );
}

/** The exact shortfall, and the way back to this order afterwards. */
function TopUpLink({ shortBy, order }: { shortBy: MoneyValue; order: Order }) {
  const { use } = useMessages();
  const back = `/use?order=${encodeURIComponent(order.orderId)}&amount=${order.amount.amount}`;
  return (
    <Link
      className={buttonClass('primary')}
      to={`/add?amount=${shortBy.amount}&back=${encodeURIComponent(back)}`}
    >
      {use.addShortfall(formatMoney(shortBy))}
    </Link>
  );
}

function After({
  wallet,
  preview,
  amount,
}: {
  wallet: UseWallet;
  preview: SpendPreview_PreviewFragment;
  amount: MoneyValue;
}) {
  const { use, tiers } = useMessages();
  const money = useMoneyText();
  const { tierAfter } = preview;
  const moves = tierAfter.level !== wallet.tier.tier.level;
  return (
    <Card title={use.after}>
      <Facts>
        <Fact name={use.balanceNow}>{money(wallet.balance)}</Fact>
        <Fact name={use.paidWithCredits}>{formatMoney(amount)}</Fact>
        <Fact name={use.newBalance}>
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
          <p>{use.moves(tierAfter.name, tiers.lasts(tierAfter.creditLifetimeDays))}</p>
        </Banner>
      )}
    </Card>
  );
}
