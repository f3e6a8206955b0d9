import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { UseCreditsDocument } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BackLink } from '../../wallet/back-link.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { StatusBanner } from '../../wallet/status-banner.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { OrderForm } from './order-form.tsx';
import type { Order } from './order-form.tsx';
import { PayButton } from './pay-button.tsx';
import { PreviewCard } from './preview-card.tsx';
import type { SpendWallet } from './preview-card.tsx';
import { ReceiptView } from './receipt.tsx';
import type { Receipt } from './use-deduct-credits.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

/** Pays an order with credits: shows first what it does, then does it, then gives the receipt. */
export function SpendScreen() {
  const { spend } = useWords(spendWords);
  const { app, navigation } = useWords(sharedWords);
  const { data, previousData, loading, error, refetch } = useQuery(UseCreditsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  // What somebody is filling in stays, also when bringing it up to date fails.
  const shown = data ?? previousData;
  return (
    <Page
      heading={spend.title}
      documentTitle={app.title(spend.title)}
      busy={loading && shown === undefined}
      back={<BackLink to="/" label={navigation.backHome} />}
    >
      <OfflineBanner operationName="UseCredits" />
      {error && shown === undefined && (
        <ProblemBanner
          title={spend.failed}
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
          retrying={loading}
        />
      )}
      {shown === undefined && loading && (
        <div role="status" aria-label={spend.loading}>
          <Skeleton width="100%" height="18rem" />
        </div>
      )}
      {shown?.viewer.wallet === null && <WalletMissing />}
      {shown?.viewer.wallet && <Flow wallet={shown.viewer.wallet} />}
    </Page>
  );
}

function Flow({ wallet }: { wallet: SpendWallet }) {
  const { spend } = useWords(spendWords);
  const [params] = useSearchParams();
  const [order, setOrder] = useState<Order | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  if (receipt !== null) return <ReceiptView receipt={receipt} />;
  if (wallet.status !== 'ACTIVE') return <StatusBanner wallet={wallet} />;
  return (
    <div className={styles['columns']}>
      <div>
        <OrderForm
          orderId={params.get('order') ?? ''}
          amount={params.get('amount') ?? ''}
          balance={wallet.balance}
          onPreview={setOrder}
          onChange={() => setOrder(null)}
        />
      </div>
      <div>
        {order === null ? (
          <p className={styles['note']}>{spend.first}</p>
        ) : (
          <PreviewCard key={`${order.orderId} ${order.amount.amount}`} wallet={wallet} order={order}>
            <PayButton order={order} onPaid={setReceipt} />
          </PreviewCard>
        )}
      </div>
    </div>
  );
}
