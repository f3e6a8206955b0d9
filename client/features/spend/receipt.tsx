import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { formatDate, formatDateTime } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import {
  DrawList_DrawFragmentDoc,
  PaymentReceiptDocument,
  Receipt_DebitFragmentDoc,
} from '../../graphql/graphql.ts';
import type { Receipt_DebitFragment } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { CopyIconButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ActionBar, Flow } from '../../ui/flow.tsx';
import { Page } from '../../ui/page.tsx';
import { Paper, PaperLine, PaperLines } from '../../ui/paper.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import text from '../../ui/text.module.css';
import { BackLink } from '../../wallet/back-link.tsx';
import { ReceiptActions } from '../../wallet/entry/receipt-actions.tsx';
import { entryPath, transactionTitle } from '../../wallet/entry/transaction-title.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { spendWords } from './words/words.ts';

/** The receipt of a payment, at an address of its own: a reload and the way back find it, and never the form that paid. */
export function PaymentReceipt() {
  const { spend } = useWords(spendWords);
  const { app, actions } = useWords(sharedWords);
  const { id = '' } = useParams();
  const { data, loading, error, refetch } = useQuery(PaymentReceiptDocument, { variables: { id } });
  const receipt = readFragment(
    Receipt_DebitFragmentDoc,
    data?.transaction?.__typename === 'DebitTransaction' ? data.transaction : null,
  );
  const heading = receipt ? spend.paid(formatMoney(receipt.amount)) : spend.receipt;
  return (
    <Page
      flow
      heading={heading}
      documentTitle={app.title(heading)}
      busy={loading}
      back={<BackLink to="/" icon="close" label={actions.close} />}
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

/** Paid: how much, from which credits, under which reference; to keep, to hand on and to print. */
function ReceiptView({ receipt }: { receipt: Receipt_DebitFragment }) {
  const { spend } = useWords(spendWords);
  const words = useWords(walletWords);
  const { reference, draws: drawWords } = words;
  const money = useMoneyText();
  const amount = formatMoney(receipt.amount);
  const title = spend.paidOrder(receipt.orderId ?? '');
  const when = formatDateTime(receipt.createdAt);
  const draws = readFragment(DrawList_DrawFragmentDoc, receipt.draws);
  return (
    <Flow
      side={
        <>
          <ActionBar>
            <Link className={buttonClass('primary')} to="/">
              {spend.done}
            </Link>
            <ReceiptActions
              title={title}
              facts={[
                [spend.total, amount],
                [spend.date, when],
                [reference.label, receipt.reference],
              ]}
            />
          </ActionBar>
          <p className={text['note']}>
            {spend.refundRoute} <Link to={entryPath(receipt.id)}>{spend.seeEntry}</Link>
          </p>
        </>
      }
    >
      <Paper title={title} amount={amount} note={spend.nowLeft(money(receipt.balanceAfter))}>
        <PaperLines>
          <PaperLine name={spend.date}>{when}</PaperLine>
          <PaperLine name={reference.label}>
            <span className={text['mono']}>{receipt.reference}</span>
            <CopyIconButton text={receipt.reference} label={reference.copy} done={reference.copied} />
          </PaperLine>
        </PaperLines>
        <h3>{spend.paidFrom}</h3>
        <PaperLines>
          {draws.map(({ credit, amount: taken }, index) => (
            <PaperLine
              key={`${credit.id} ${index}`}
              name={transactionTitle(credit, words)}
              more={`${drawWords.funding[credit.funding]} · ${
                credit.expiresAt === null ? drawWords.never : drawWords.expires(formatDate(credit.expiresAt))
              }`}
            >
              {formatMoney(taken)}
            </PaperLine>
          ))}
          <PaperLine total name={spend.total}>
            {amount}
          </PaperLine>
        </PaperLines>
      </Paper>
    </Flow>
  );
}
