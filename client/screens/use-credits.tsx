import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { OfflineBanner } from '../components/offline-banner.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { StatusBanner } from '../components/status-banner.tsx';
import { UseCreditsDocument } from '../graphql/graphql.ts';
import { useMessages } from '../messages/messages.tsx';
import type { Receipt } from '../mutations/use-deduct-credits.ts';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PayButton } from './use/pay-button.tsx';
import { PreviewCard } from './use/preview-card.tsx';
import type { UseWallet } from './use/preview-card.tsx';
import { ReceiptView } from './use/receipt.tsx';
import { UseForm } from './use/use-form.tsx';
import type { Order } from './use/use-form.tsx';
import { WalletMissing } from './wallet-missing.tsx';
import styles from './use/use.module.css';

/** Pays an order with credits: shows first what it does, then does it, then gives the receipt. */
export function UseCredits() {
  const { app, use, navigation } = useMessages();
  const { data, loading, error, refetch } = useQuery(UseCreditsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Page
      heading={use.title}
      documentTitle={app.title(use.title)}
      busy={loading && data === undefined}
      back={{ to: '/', label: navigation.backHome }}
    >
      <OfflineBanner operationName="UseCredits" />
      {error && (
        <ProblemBanner
          title={use.failed}
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
          retrying={loading}
        />
      )}
      {data === undefined && loading && (
        <div role="status" aria-label={use.loading}>
          <Skeleton width="100%" height="18rem" />
        </div>
      )}
      {data?.viewer.wallet === null && <WalletMissing />}
      {data?.viewer.wallet && <Flow wallet={data.viewer.wallet} />}
    </Page>
  );
}

function Flow({ wallet }: { wallet: UseWallet }) {
  const { use } = useMessages();
  const [params] = useSearchParams();
  const [order, setOrder] = useState<Order | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  if (receipt !== null) return <ReceiptView receipt={receipt} />;
  if (wallet.status !== 'ACTIVE') return <StatusBanner wallet={wallet} />;
  return (
    <div className={styles['columns']}>
      <div>
        <UseForm
          orderId={params.get('order') ?? ''}
          amount={params.get('amount') ?? ''}
          balance={wallet.balance}
          onPreview={setOrder}
          onChange={() => setOrder(null)}
        />
      </div>
      <div>
        {order === null ? (
          <p className={styles['note']}>{use.first}</p>
        ) : (
          <PreviewCard key={`${order.orderId} ${order.amount.amount}`} wallet={wallet} order={order}>
            <PayButton order={order} onPaid={setReceipt} />
          </PreviewCard>
        )}
      </div>
    </div>
  );
}
