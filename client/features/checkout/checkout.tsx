import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { Checkout_StateFragmentDoc, CheckoutPageDocument } from '../../graphql/graphql.ts';
import { buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BackLink } from '../../wallet/back-link.tsx';
import { usePollPace } from '../../wallet/payment/use-poll-pace.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { useByLink } from './by-link/by-link.ts';
import { Confirming } from './confirming.tsx';
import type { ConfirmingProps } from './confirming.tsx';
import { NotPaid, Paid } from './ended.tsx';
import { ToPay } from './to-pay.tsx';
import { checkoutWords } from './words/words.ts';

/** The page to which the shop sends somebody who pays an order with credits and a payment for the rest. */
export function CheckoutScreen() {
  const { checkout: words } = useWords(checkoutWords);
  const { app, actions } = useWords(sharedWords);
  const { id = '' } = useParams();
  const heading = useHeading(id) ?? words.title;
  return (
    <Page
      flow
      heading={heading}
      documentTitle={app.title(heading)}
      back={<BackLink to="/" icon="close" label={actions.close} />}
    >
      <Checkout key={id} id={id} />
    </Page>
  );
}

/** Which order it is, once that is known. */
function useHeading(id: string): string | undefined {
  const { checkout: words } = useWords(checkoutWords);
  const { data } = useQuery(CheckoutPageDocument, {
    variables: { id, own: true },
    fetchPolicy: 'cache-only',
  });
  const checkout = readFragment(Checkout_StateFragmentDoc, data?.checkout);
  if (!checkout) return undefined;
  const { orderId, status } = checkout;
  return status === 'OPEN' || status === 'PAYING' ? words.payFor(orderId) : words.order(orderId);
}

/** One checkout, followed until it is paid or called off; after any other end a late payment may still pay it. */
export function Checkout({ id }: { id: string }) {
  const { checkout: words } = useWords(checkoutWords);
  const byLink = useByLink();
  const query = useQuery(CheckoutPageDocument, {
    variables: { id, own: byLink === null },
    fetchPolicy: 'cache-and-network',
    skipPollAttempt: () => document.hidden,
  });
  const { previousData, loading, error, refetch, startPolling, stopPolling } = query;
  const data = query.data ?? previousData;
  const checkout = readFragment(Checkout_StateFragmentDoc, data?.checkout);
  const over = checkout?.status === 'PAID' || checkout?.status === 'CANCELLED';
  const waitedLong = usePollPace({
    active: Boolean(checkout) && !over && byLink?.isOver !== true,
    startPolling,
    stopPolling,
    refetch,
  });
  const ask = (): void => void refetch().catch(() => undefined);
  const problem = error && (
    <ProblemBanner
      title={data === undefined ? words.failed : words.notFresh}
      error={error}
      onRetry={ask}
      retrying={loading}
    />
  );
  if (data === undefined) {
    return (
      problem ?? (
        <div role="status" aria-label={words.loading}>
          <Skeleton width="100%" height="22rem" />
        </div>
      )
    );
  }
  if (!checkout) {
    return (
      <EmptyState
        art="noMatch"
        text={words.notFound}
        action={
          byLink === null && (
            <Link className={buttonClass('primary')} to="/">
              {words.home}
            </Link>
          )
        }
      />
    );
  }
  return (
    <>
      {byLink?.isOver !== true && problem}
      <State {...{ checkout, waitedLong, asking: loading, onAsk: ask }} />
    </>
  );
}

function State(waiting: ConfirmingProps) {
  const { checkout } = waiting;
  switch (checkout.status) {
    case 'PAID':
      return <Paid checkout={checkout} />;
    case 'FAILED':
    case 'EXPIRED':
    case 'CANCELLED':
      return <NotPaid checkout={checkout} end={checkout.status} />;
    case 'OPEN':
      return <ToPay checkout={checkout} />;
    case 'PAYING':
      return isPayable(checkout.payment?.status) ? (
        <ToPay checkout={checkout} />
      ) : (
        <Confirming {...waiting} />
      );
  }
}

/** While it is only written down nothing can have been paid: begun once more, it leads to the same payment. */
function isPayable(status: string | undefined): boolean {
  return status === 'AWAITING_PAYMENT' || status === 'CREATED';
}
