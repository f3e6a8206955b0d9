import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { formatDateTime } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { PaymentReceiptDocument, Receipt_DebitFragmentDoc } from '../../graphql/graphql.ts';
import type { Receipt_DebitFragment } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SuccessMark } from '../../ui/success-mark.tsx';
import { BackLink } from '../../wallet/back-link.tsx';
import { DrawList } from '../../wallet/entry/draw-list.tsx';
import { ReferenceFact } from '../../wallet/entry/reference-fact.tsx';
import { entryPath } from '../../wallet/entry/transaction-title.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

/** The receipt of a payment, at an address of its own: a reload and the way back find it, and never the form that paid. */
export function PaymentReceipt() {
  const { spend } = useWords(spendWords);
  const { app, navigation } = useWords(sharedWords);
  const { id = '' } = useParams();
  const { data, loading, error, refetch } = useQuery(PaymentReceiptDocument, { variables: { id } });
  const receipt = readFragment(
    Receipt_DebitFragmentDoc,
    data?.transaction?.__typename === 'DebitTransaction' ? data.transaction : null,
  );
  const heading = receipt ? spend.paid(formatMoney(receipt.amount)) : spend.receipt;
  return (
    <Page
      heading={heading}
      documentTitle={app.title(heading)}
      busy={loading}
      back={<BackLink to="/" label={navigation.backHome} />}
    >
      <OfflineBanner operationName="PaymentReceipt" />
      {error && (
        <ProblemBanner
          title={spend.receiptFailed}
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
          retrying={loading}
        />
      )}
      {loading && (
        <div role="status" aria-label={spend.loadingReceipt}>
          <Skeleton width="100%" height="24rem" />
        </div>
      )}
      {receipt && <ReceiptView receipt={receipt} />}
      {data && !receipt && <EmptyState art="noMatch" text={spend.noReceipt} />}
    </Page>
  );
}

/** Paid: how much, from which credits, under which reference, and what happens on a refund. */
function ReceiptView({ receipt }: { receipt: Receipt_DebitFragment }) {
  const { spend } = useWords(spendWords);
  const money = useMoneyText();
  return (
    <div className={styles['receipt']}>
      <div className={styles['paid']}>
        <SuccessMark />
        <p>{spend.nowLeft(money(receipt.balanceAfter))}</p>
      </div>
      <Card title={spend.receipt}>
        <Facts>
          {receipt.orderId !== null && <Fact name={spend.orderFact}>{receipt.orderId}</Fact>}
          <Fact name={spend.date}>{formatDateTime(receipt.createdAt)}</Fact>
          <ReferenceFact reference={receipt.id} />
        </Facts>
      </Card>
      <Card title={spend.paidFrom}>
        <DrawList draws={receipt.draws} total={receipt.amount} label={spend.paidFrom} />
      </Card>
      <p className={styles['note']}>{spend.refundRoute}</p>
      <div className={styles['row']}>
        <Link className={buttonClass('primary')} to="/">
          {spend.done}
        </Link>
        <Link className={buttonClass('secondary')} to={entryPath(receipt.id)}>
          {spend.seeEntry}
        </Link>
      </div>
    </div>
  );
}
