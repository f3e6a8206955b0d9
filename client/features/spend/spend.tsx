import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { EarlierDebit_DebitFragmentDoc, UseCreditsDocument } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BackLink } from '../../wallet/back-link.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { StatusBanner } from '../../wallet/status-banner.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { OrderForm } from './order-form.tsx';
import { isOrderNumber, isSameOrder, receiptPath } from './order.ts';
import type { Order } from './order.ts';
import { PaidBefore } from './paid-before.tsx';
import { PayButton } from './pay-button.tsx';
import { PaymentProblems } from './payment-problems.tsx';
import { PreviewCard } from './preview-card.tsx';
import type { SpendWallet } from './preview-card.tsx';
import { Unsettled } from './unsettled.tsx';
import { useDeductCredits } from './use-deduct-credits.ts';
import type { Payment } from './use-deduct-credits.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

/** Pays an order with credits: shows first what it does, then does it, then goes on to the receipt. */
export function SpendScreen() {
  const { spend } = useWords(spendWords);
  const { app, navigation } = useWords(sharedWords);
  const { orderId, named } = useLinkedOrder();
  const { data, previousData, loading, error, refetch } = useQuery(UseCreditsDocument, {
    variables: { orderId, named },
    // Whether an order has been paid is not for the memory to say.
    fetchPolicy: named ? 'network-only' : 'cache-and-network',
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
      {shown?.viewer.wallet && (
        <Flow key={orderId} wallet={shown.viewer.wallet} minTopUp={shown.walletPolicy.minTopUp} />
      )}
    </Page>
  );
}

interface FlowProps {
  wallet: SpendWallet;
  minTopUp: MoneyValue;
}

function Flow({ wallet, minTopUp }: FlowProps) {
  const { spend } = useWords(spendWords);
  const linked = useLinkedOrder();
  const [order, setOrder] = useState<Order | null>(null);
  const [again, setAgain] = useState(false);
  const { payment, pay } = usePaying();
  const earlier = readFragment(EarlierDebit_DebitFragmentDoc, wallet.spendPreview?.earlierDebit);
  if (wallet.status !== 'ACTIVE') return <StatusBanner wallet={wallet} />;
  if (earlier && !again) {
    return (
      <PaidBefore
        orderId={linked.orderId}
        debit={earlier}
        action={spend.payMore}
        onAgain={() => setAgain(true)}
      />
    );
  }
  // A payment that is on its way, or was before a reload, comes before any other of its order.
  const unsettled = payment.openFor((order ?? payment.order ?? linked).orderId);
  const isOther = unsettled !== null && (order === null || !isSameOrder(unsettled, order));
  return (
    <div className={styles['columns']}>
      <div>
        <OrderForm
          orderId={linked.orderId}
          amount={linked.amount}
          balance={wallet.balance}
          onPreview={setOrder}
          onChange={() => {
            setOrder(null);
            if (!payment.sending && !payment.unknown) payment.reset();
          }}
        />
      </div>
      <div>
        {isOther && <Unsettled order={unsettled} payment={payment} onPay={(one) => void pay(one, false)} />}
        {isOther && !payment.isOnItsWay(unsettled) && (
          <PaymentProblems payment={payment} onRetry={() => void pay(unsettled, false)} />
        )}
        {!isOther && order === null && <Before payment={payment} />}
        {!isOther && order !== null && (
          <PreviewCard key={`${order.orderId} ${order.amount.amount}`} {...{ wallet, order, minTopUp }}>
            {(preview) => (
              <PayButton
                {...{ order, payment, preview }}
                onPay={(one, confirmed) => void pay(one, confirmed)}
              />
            )}
          </PreviewCard>
        )}
      </div>
    </div>
  );
}

/** Before anything is previewed: what became of a payment that was asked after, or what to do. */
function Before({ payment }: { payment: Payment }) {
  const { spend } = useWords(spendWords);
  return (
    <>
      <PaymentProblems payment={payment} onRetry={payment.reset} />
      <p className={styles['note']}>{spend.first}</p>
    </>
  );
}

/** Pays, and goes on to the receipt in the form's place. Whoever has gone elsewhere meanwhile is told, and stays there. */
function usePaying() {
  const { spend } = useWords(spendWords);
  const announce = useAnnounce();
  const navigate = useNavigate();
  const payment = useDeductCredits();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const pay = async (order: Order, again: boolean): Promise<void> => {
    const id = await payment.pay(order, again);
    if (id === null) return;
    announce.politely(spend.paid(formatMoney(order.amount)));
    if (here.current) await navigate(receiptPath(id), { replace: true });
  };
  return { payment, pay };
}

/** The order that a link asks to pay; what the shop would not take for a number is left to the form. */
function useLinkedOrder() {
  const [params] = useSearchParams();
  const orderId = (params.get('order') ?? '').trim();
  return { orderId, amount: params.get('amount') ?? '', named: isOrderNumber(orderId) };
}
