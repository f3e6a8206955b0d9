import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Asks } from '../../apollo/asked-ahead.ts';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { EarlierDebit_DebitFragmentDoc, UseCreditsDocument } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useStillHere } from '../../ui/use-still-here.ts';
import { BackLink } from '../../wallet/back-link.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { StatusBanner } from '../../wallet/status-banner.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { OrderForm } from './order-form.tsx';
import { billOf, isOrderNumber, isSplit } from './order.ts';
import type { Bill, Order, SpendPolicy, SpendWallet } from './order.ts';
import { PaidBefore } from './paid-before.tsx';
import { Payment } from './payment.tsx';
import { usePayOrder } from './use-pay-order.ts';
import type { Consent } from './use-pay-order.ts';
import { spendWords } from './words/words.ts';

export const asks: Asks = ({ searchParams }) => {
  return { query: UseCreditsDocument, variables: questionOf(readOrder(searchParams)) };
};

/** Pays an order with credits: shows first what it does, then does it, then goes on to the receipt. */
export function SpendScreen() {
  const { spend } = useWords(spendWords);
  const { app, actions } = useWords(sharedWords);
  const linked = useLinkedOrder();
  const { orderId, named, bill } = linked;
  const heading = bill === null ? spend.title : spend.payFor(orderId);
  const { data, previousData, loading, error, refetch } = useQuery(UseCreditsDocument, {
    variables: questionOf(linked),
    // Whether an order has been paid is not for the memory to say.
    fetchPolicy: named ? 'network-only' : 'cache-and-network',
  });
  // What somebody is filling in stays, also when bringing it up to date fails.
  const shown = data ?? previousData;
  return (
    <Page
      flow
      heading={heading}
      documentTitle={app.title(heading)}
      busy={loading && shown === undefined}
      back={<BackLink to="/" icon="close" label={actions.close} />}
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
        <Paying key={orderId} wallet={shown.viewer.wallet} policy={shown.walletPolicy} />
      )}
    </Page>
  );
}

interface PayingProps {
  wallet: SpendWallet;
  policy: SpendPolicy;
}

/** An order that came in the link is text; any other is asked for first. */
function Paying({ wallet, policy }: PayingProps) {
  const { spend } = useWords(spendWords);
  const linked = useLinkedOrder();
  const [typed, setTyped] = useState<Bill | null>(null);
  const [again, setAgain] = useState(false);
  const { payment, pay } = usePaying();
  const earlier = readFragment(EarlierDebit_DebitFragmentDoc, wallet.spendPreview?.earlierDebit);
  if (wallet.status !== 'ACTIVE') return <StatusBanner wallet={wallet} wayToShop />;
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
  const bill = linked.bill ?? typed;
  return (
    <>
      {linked.bill === null && (
        <OrderForm
          orderId={linked.orderId}
          total={linked.amount}
          onBill={(order) => {
            setTyped(order);
            if (!payment.sending && !payment.unknown) payment.reset();
          }}
        />
      )}
      {bill !== null && (
        <Payment
          key={`${bill.orderId} ${bill.total.amount}`}
          {...{ wallet, bill, policy, payment }}
          asked={linked.bill === null ? null : wallet.spendPreview}
          askedFor={typed !== null}
          onPay={(order, consent) => void pay(order, consent)}
        />
      )}
    </>
  );
}

/** Pays, and goes on to the receipt, or to where the rest is paid, in the form's place. Whoever has gone elsewhere meanwhile is told, and stays there. */
function usePaying() {
  const { spend } = useWords(spendWords);
  const announce = useAnnounce();
  const navigate = useNavigate();
  const payment = usePayOrder();
  const here = useStillHere();
  const pay = async (order: Order, consent?: Consent): Promise<void> => {
    const next = await payment.pay(order, consent);
    if (next === null) return;
    if (!isSplit(order)) announce.politely(spend.paid(formatMoney(order.amount)));
    if (here.current) await navigate(next, { replace: true });
  };
  return { payment, pay };
}

/** The order that a link asks to pay; what the shop would not take for a number is left to the form. */
function useLinkedOrder() {
  const [params] = useSearchParams();
  return readOrder(params);
}

/** The whole of the order is what most people pay with credits: its preview comes along. */
function questionOf({ orderId, named, bill }: ReturnType<typeof readOrder>) {
  return { orderId, named, amount: { amount: bill?.total.amount ?? '1.00', currencyCode: 'INR' as const } };
}

function readOrder(params: URLSearchParams) {
  const orderId = (params.get('order') ?? '').trim();
  const amount = params.get('amount') ?? '';
  return { orderId, amount, named: isOrderNumber(orderId), bill: billOf(orderId, amount) };
}
