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
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import text from '../../ui/text.module.css';
import { DrawList } from '../../wallet/entry/draw-list.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { useRefusalText } from '../../wallet/use-refusal-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { After } from './after.tsx';
import { byUpiOf, NOTHING, topUpFor, topUpPath } from './order.ts';
import type { Bill, Order, SpendPolicy, SpendWallet } from './order.ts';
import { PartField, PartOfIt } from './part-of-it.tsx';
import { Slip } from './slip.tsx';
import { SplitChoice } from './split-choice.tsx';
import type { Consent, Payment as PaymentState } from './use-pay-order.ts';
import { usePart } from './use-part.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

export interface PaymentProps {
  wallet: SpendWallet;
  bill: Bill;
  policy: SpendPolicy;
  payment: PaymentState;
  /** The preview that came along with the wallet, of the whole order. */
  asked?: SpendWallet['spendPreview'] | null;
  /** Whether somebody has just asked what this order does, and waits for the answer. */
  askedFor: boolean;
  onPay: (order: Order, consent?: Consent) => void;
}

/** What paying the order does, asked of the server before anything happens, and the button that does it. */
export function Payment({ wallet, bill, payment, asked: given, askedFor, onPay, ...props }: PaymentProps) {
  const { spend } = useWords(spendWords);
  const part = usePart(wallet, bill);
  // Whoever is typing is not slowed down by the questions that follow each key.
  const asked = useDeferredValue(part.paid?.amount ?? null);
  const { preview, error, loading, retry } = usePreview(asked, bill.orderId, given);
  const isPaidInPart = preview !== null && preview.earlierDebit !== null;
  // What a second payment is to bring of an order that was paid before only the shop can say.
  const policy = isPaidInPart ? { ...props.policy, minOrderPayment: null } : props.policy;
  const byUpi = part.paid && byUpiOf(bill, part.paid, policy);
  const heading = useAnswered(askedFor && preview?.canSpend === true ? preview.balanceAfter : null);
  const field = {
    amount: part.typed,
    hint:
      part.paid !== null && byUpi === null && part.paid.amount !== bill.total.amount
        ? spend.restHint
        : spend.restByUpi,
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
            byUpi={byUpi}
            preview={
              preview?.canSpend === true && preview.amount.amount === part.paid?.amount ? preview : null
            }
            policy={policy}
            payment={payment}
            onPay={onPay}
          />
          {part.isShort && !isEmpty && <TopUpFirst {...{ bill, wallet, policy }} />}
          <p className={text['note']}>{spend.refundRoute}</p>
        </>
      }
    >
      <Slip bill={bill} paid={part.paid ?? NOTHING} byUpi={byUpi !== null} headingRef={heading}>
        {!part.isShort && <PartOfIt {...field} />}
      </Slip>
      {isEmpty && (
        <Banner tone="info" icon="lots">
          <p>{spend.empty}</p>
        </Banner>
      )}
      {part.isShort && !isEmpty && <SplitChoice {...{ wallet, bill, policy, part }} />}
      {part.isShort && part.split === 'part' && <PartField {...field} />}
      {error && (
        <ProblemBanner title={spend.previewFailed} error={error} onRetry={retry} retrying={loading} />
      )}
      {preview !== null && !preview.canSpend && <CannotSpend preview={preview} />}
      {preview?.canSpend === true && (
        <Credits
          preview={preview}
          note={byUpi === null ? spend.quoted : spend.heldMeanwhile(policy.checkoutMinutes)}
        />
      )}
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

function Credits({ preview, note }: { preview: SpendPreview_PreviewFragment; note: string }) {
  const { spend } = useWords(spendWords);
  return (
    <Card
      title={spend.whichCredits}
      action={<span className={text['note']}>{spend.lots(preview.draws.length)}</span>}
    >
      <p className={text['note']}>{spend.orderOfUse}</p>
      <DrawList planned draws={preview.draws} total={preview.amount} label={spend.whichCredits} />
      <p className={styles['foot']}>
        <Icon name="clock" size="sm" />
        {note}
      </p>
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
function TopUpFirst({ bill, wallet, policy }: Pick<PaymentProps, 'bill' | 'wallet' | 'policy'>) {
  const { spend } = useWords(spendWords);
  const [before, after] = spend.addFirst;
  const shortfall = minus(bill.total, wallet.balance);
  const missing = topUpFor(shortfall, policy);
  if (paise(missing) < paise(shortfall)) return null;
  return (
    <p className={text['note']}>
      {paise(missing) > paise(shortfall) && spend.smallestTopUp(formatMoney(missing))} {before}{' '}
      <Link to={topUpPath(bill, missing)}>{spend.addShortfall(formatMoney(missing))}</Link> {after}
    </p>
  );
}
