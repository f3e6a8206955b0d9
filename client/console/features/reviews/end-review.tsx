import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { ReviewDetail_ReviewFragment } from '../../../graphql/graphql.ts';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { personName } from '../../parts/person-name.ts';
import { LONGEST_NOTE } from '../../parts/note-field.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { CreditPreview } from './credit-preview.tsx';
import { CustomerChoice } from './customer-choice.tsx';
import type { ChosenCustomer } from './customer-choice.tsx';
import { amountText, isOfPayment } from './review-texts.ts';
import { useEndReview } from './use-review-acts.ts';
import type { Ending } from './use-review-acts.ts';
import { reviewsWords } from './words.ts';
import styles from './review.module.css';

const { detail } = reviewsWords;

type Review = ReviewDetail_ReviewFragment;
type Way = Ending['way'];
type Fault = 'customer' | 'reason';

export interface EndReviewProps {
  review: Review;
  /** It may be another thing by now. */
  onRefused: () => void;
}

/** The three ways in which it can end. What the chosen one does is said on the button. */
export function EndReview({ review, onRefused }: EndReviewProps) {
  const canMove = isOfPayment(review.kind) && review.collected !== null;
  const [way, setWay] = useState<Way>(canMove ? 'credit' : 'dismiss');
  const [customer, setCustomer] = useState<ChosenCustomer | null>(payerOf(review));
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const [form, showFault] = useFirstFault();
  const reasonId = useId();
  const account = useOwnAccount();
  const connected = useConnected();
  const toast = useToast();
  const { end, reset, sending, unknown, asking, askNow, error, refusals } = useEndReview(review.id);
  const amount = amountText(review);
  const isOthers =
    review.assignee !== null && review.assignee.id !== account?.id && account?.role !== 'ADMIN';
  const send = async (): Promise<void> => {
    const ending = endingOf(way, customer, reason.trim());
    setFault(typeof ending === 'string' ? ending : null);
    if (typeof ending === 'string') return showFault();
    const ended = await end(ending);
    if (ended === null) return;
    if (ended.userErrors.length > 0) return onRefused();
    if (ended.approval) return setAskedFor(ended.approval.id);
    toast(way === 'credit' ? detail.done.credit(amount, customer?.name ?? '') : doneText(way, amount));
  };
  const choose = (next: Way): void => {
    reset();
    setFault(null);
    setWay(next);
  };
  const busy = sending || unknown;
  return (
    <Card title={detail.decide}>
      <form
        ref={form}
        noValidate
        className={styles['lines']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && connected && !isOthers) void send();
        }}
      >
        {!canMove && <p>{detail.onlyDismiss}</p>}
        {canMove && <Choice legend={detail.decide} value={way} options={waysOf(amount)} onChange={choose} />}
        {way === 'dismiss' && (
          <TextField
            label={detail.reason}
            value={reason}
            maxLength={LONGEST_NOTE}
            error={fault === 'reason' ? detail.reasonMissing : null}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </form>
      {way === 'credit' && <CustomerChoice chosen={customer} onChoose={setCustomer} />}
      {way === 'credit' && customer && (
        <CreditPreview key={customer.customerId} reviewId={review.id} customerId={customer.customerId} />
      )}
      <div className={styles['lines']}>
        {fault === 'customer' && (
          <p role="alert" className={styles['fault']}>
            {detail.customerMissing}
          </p>
        )}
        {unknown && <UnknownBanner title={detail.unknown} asking={asking} onAsk={askNow} />}
        {error !== null && (
          <ProblemBanner
            title={detail.notDone}
            error={error}
            onRetry={() => void send()}
            retrying={sending}
          />
        )}
        <RefusalBanners title={detail.notDone} errors={refusals} />
        {askedFor !== null && <AskedFor approvalId={askedFor} />}
        {!connected && <OfflineReason id={reasonId} />}
        {isOthers && review.assignee && (
          <p id={reasonId}>{detail.others(personName(review.assignee, account?.id))}</p>
        )}
        <p>{detail.nothingYet}</p>
        <Button
          kind="primary"
          block
          busy={busy}
          unavailable={!connected || isOthers || askedFor !== null}
          aria-describedby={connected && !isOthers ? undefined : reasonId}
          onClick={() => void send()}
        >
          {busy ? detail.sending : confirmText(way, amount, customer)}
        </Button>
      </div>
    </Card>
  );
}

/** It was above the limit of whoever decided. */
function AskedFor({ approvalId }: { approvalId: string }) {
  return (
    <Banner tone="info" icon="hourglass" urgent>
      <p>{detail.asked}</p>
      <Link to={`/admin/approvals/${encodeURIComponent(approvalId)}`}>{detail.seeApproval}</Link>
    </Banner>
  );
}

function payerOf({ wallet }: Review): ChosenCustomer | null {
  return wallet && { customerId: wallet.customer.customerId, name: wallet.customer.name };
}

function waysOf(amount: string) {
  const { credit, creditHint, refund, refundHint, dismiss, dismissHint } = detail.ways;
  return [
    { value: 'credit', label: credit(amount), hint: creditHint },
    { value: 'refund', label: refund(amount), hint: refundHint },
    { value: 'dismiss', label: dismiss, hint: dismissHint },
  ] as const;
}

/** What is to be sent, or what is missing of it. */
function endingOf(way: Way, customer: ChosenCustomer | null, reason: string): Ending | Fault {
  switch (way) {
    case 'credit':
      return customer === null ? 'customer' : { way, customerId: customer.customerId };
    case 'refund':
      return { way };
    case 'dismiss':
      return reason === '' ? 'reason' : { way, reason };
  }
}

function confirmText(way: Way, amount: string, customer: ChosenCustomer | null): string {
  const { credit, creditNobody, refund, dismiss } = detail.confirm;
  switch (way) {
    case 'credit':
      return customer === null ? creditNobody(amount) : credit(amount, customer.name);
    case 'refund':
      return refund(amount);
    case 'dismiss':
      return dismiss;
  }
}

function doneText(way: Exclude<Way, 'credit'>, amount: string): string {
  return way === 'refund' ? detail.done.refund(amount) : detail.done.dismiss;
}
