import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { isZero, paise } from '../../format/proportion.ts';
import { minus } from '../../format/sum.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import {
  Refusal_ErrorFragmentDoc,
  SpendPreviewDocument,
  SpendPreview_PreviewFragmentDoc,
} from '../../graphql/graphql.ts';
import type { SpendPreview_PreviewFragment } from '../../graphql/graphql.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { Flow } from '../../ui/flow.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import text from '../../ui/text.module.css';
import { DrawList } from '../../wallet/entry/draw-list.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { useRefusalText } from '../../wallet/use-refusal-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { After } from './after.tsx';
import { NOTHING, topUpFor, topUpPath } from './order.ts';
import type { Bill, Order, SpendWallet, TopUpLimits } from './order.ts';
import { PartField, PartOfIt } from './part-of-it.tsx';
import { Slip } from './slip.tsx';
import { SplitChoice } from './split-choice.tsx';
import type { Payment as PaymentState } from './use-deduct-credits.ts';
import { usePart } from './use-part.ts';
import { spendWords } from './words/words.ts';

export interface PaymentProps {
  wallet: SpendWallet;
  bill: Bill;
  limits: TopUpLimits;
  payment: PaymentState;
  /** The preview that came along with the wallet, of the whole order. */
  asked?: SpendWallet['spendPreview'] | null;
  /** Whether somebody has just asked what this order does, and waits for the answer. */
  askedFor: boolean;
  onPay: (order: Order, again: boolean) => void;
}

/** What paying the order does, asked of the server before anything happens, and the button that does it. */
export function Payment({ wallet, bill, limits, payment, asked: given, askedFor, onPay }: PaymentProps) {
  const { spend } = useWords(spendWords);
  const part = usePart(wallet, bill);
  // Whoever is typing is not slowed down by the questions that follow each key.
  const asked = useDeferredValue(part.paid?.amount ?? null);
  const { preview, error, loading, retry } = usePreview(asked, bill.orderId, given);
  const heading = useAnswered(askedFor && preview?.canSpend === true ? preview.balanceAfter : null);
  const field = {
    amount: part.typed,
    error: part.paid === null ? spend.outside(formatMoney(part.most)) : null,
    onChange: part.setTyped,
  };
  const isEmpty = isZero(wallet.balance);
  const [answered, setAnswered] = useState(false);
  if (!answered && preview !== null) setAnswered(true);
  // All of it comes at once: what stands below the credits would move when these are there.
  if (!answered && asked !== null && preview === null && !error) {
    return (
      <div role="status" aria-label={spend.checking}>
        <Skeleton width="100%" height="18rem" />
      </div>
    );
  }
  return (
    <Flow
      side={
        <>
          <After
            wallet={wallet}
            bill={bill}
            paid={part.paid}
            preview={
              preview?.canSpend === true && preview.amount.amount === part.paid?.amount ? preview : null
            }
            limits={limits}
            payment={payment}
            onPay={onPay}
          />
          {part.isShort && !isEmpty && <TopUpFirst bill={bill} wallet={wallet} limits={limits} />}
          <p className={text['note']}>{spend.refundRoute}</p>
        </>
      }
    >
      <Slip bill={bill} paid={part.paid ?? NOTHING} headingRef={heading}>
        {!part.isShort && <PartOfIt {...field} />}
      </Slip>
      {isEmpty && (
        <Banner tone="info" icon="lots">
          <p>{spend.empty}</p>
        </Banner>
      )}
      {part.isShort && !isEmpty && <SplitChoice wallet={wallet} bill={bill} part={part} />}
      {part.isShort && part.split === 'part' && <PartField {...field} />}
      {error && (
        <ProblemBanner title={spend.previewFailed} error={error} onRetry={retry} retrying={loading} />
      )}
      {preview !== null && !preview.canSpend && <CannotSpend preview={preview} />}
      {preview?.canSpend === true && <Credits preview={preview} />}
    </Flow>
  );
}

/** Leads whoever asked to the answer, once: to its heading, which the answer is told with. */
function useAnswered(balanceAfter: MoneyValue | null) {
  const { spend } = useWords(spendWords);
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const led = useRef(false);
  useEffect(() => {
    if (balanceAfter === null || led.current) return;
    led.current = true;
    heading.current?.focus();
    announce.politely(`${spend.newBalance} ${formatMoney(balanceAfter)}`);
  }, [balanceAfter, announce, spend]);
  return heading;
}

function usePreview(amount: string | null, orderId: string, given: PaymentProps['asked']) {
  const whole = readFragment(SpendPreview_PreviewFragmentDoc, given) ?? null;
  const isKnown = whole !== null && whole.amount.amount === amount;
  const { data, previousData, loading, error, refetch } = useQuery(SpendPreviewDocument, {
    variables: { amount: { amount: amount ?? NOTHING.amount, currencyCode: 'INR' }, orderId },
    fetchPolicy: 'network-only',
    skip: amount === null || isKnown,
  });
  // The last answer stays until the next is there: what stands below it does not move meanwhile.
  const before = whole?.canSpend === true ? given : null;
  const shown = isKnown ? given : ((data ?? previousData)?.viewer.wallet?.spendPreview ?? before);
  const preview = amount === null ? null : (readFragment(SpendPreview_PreviewFragmentDoc, shown) ?? null);
  return { preview, error, loading, retry: () => void refetch().catch(() => undefined) };
}

function Credits({ preview }: { preview: SpendPreview_PreviewFragment }) {
  const { spend } = useWords(spendWords);
  return (
    <Card
      title={spend.whichCredits}
      action={<span className={text['note']}>{spend.lots(preview.draws.length)}</span>}
    >
      <p className={text['note']}>{spend.orderOfUse}</p>
      <DrawList planned draws={preview.draws} total={preview.amount} label={spend.whichCredits} />
    </Card>
  );
}

function CannotSpend({ preview }: { preview: SpendPreview_PreviewFragment }) {
  const { spend } = useWords(spendWords);
  const say = useRefusalText();
  const refusal = readFragment(Refusal_ErrorFragmentDoc, preview.refusal);
  return (
    <Banner tone="warn" icon="error" urgent>
      <p>
        <b>{spend.cannot}</b> {refusal && say(refusal)}
      </p>
    </Banner>
  );
}

/** Nothing is offered where one top-up could not bring what is missing. */
function TopUpFirst({ bill, wallet, limits }: Pick<PaymentProps, 'bill' | 'wallet' | 'limits'>) {
  const { spend } = useWords(spendWords);
  const [before, after] = spend.addFirst;
  const shortfall = minus(bill.total, wallet.balance);
  const missing = topUpFor(shortfall, limits);
  if (paise(missing) < paise(shortfall)) return null;
  return (
    <p className={text['note']}>
      {paise(missing) > paise(shortfall) && spend.smallestTopUp(formatMoney(missing))} {before}{' '}
      <Link to={topUpPath(bill, missing)}>{spend.addShortfall(formatMoney(missing))}</Link> {after}
    </p>
  );
}
