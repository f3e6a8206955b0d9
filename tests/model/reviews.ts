import { isDeepStrictEqual } from 'node:util';
import { reviewIdOf, type ReviewStatus } from '../../api/domain/payment-review.ts';
import { creditReview } from '../../api/services/credit-review.ts';
import { dismissReview } from '../../api/services/dismiss-review.ts';
import type { Refused } from '../../api/services/outcome.ts';
import type { Decided } from '../../api/services/review-act.ts';
import type { NaiveAnswer, NaiveRefusal } from '../domain/naive-records.ts';
import { callerOf } from '../support/app.ts';
import { refusalOf } from './answers.ts';
import { told, type ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';
import { granted } from './rules.ts';
import type { Tills } from './tills.ts';

/** A payment that does not fit, and what decisions on it are asked under. */
export interface OddPayment {
  readonly provider: string;
  readonly paymentId: string;
  readonly amount: bigint;
  readonly key: string;
  readonly now: number;
}

export interface DecidedOn {
  /** What the model says to the credit of it; no line where somebody else decided first. */
  readonly expected: NaiveAnswer;
  readonly difference: string | null;
  readonly review: ReviewStatus;
}

const admin = callerOf('ADMIN');

/**
 * Somebody credits the payment to the wallet, perhaps twice, and now and then somebody else dismisses it at the same time: the
 * first decision holds, the wallet has the money if and only if that was the credit, and the other hears why not.
 */
export async function decidedOn(
  tills: Tills,
  wallet: ModelWallet,
  { provider, paymentId, amount, key, now }: OddPayment,
  random: Random,
): Promise<DecidedOn> {
  const reviewId = reviewIdOf(provider, 'payment', paymentId);
  const input = { reviewId, customerId: wallet.id, idempotencyKey: `${key}-credit` };
  const credit = () => tills.send((app) => creditReview(app, admin, input), wallet);
  const dismissal = { reviewId, reason: 'Given back in cash', idempotencyKey: `${key}-dismiss` };
  const dismiss = () => tills.send((app) => dismissReview(app, admin, dismissal));
  const [credits, dismissals] = await Promise.all([
    Promise.all(random.percent(20) ? [credit(), credit()] : [credit()]),
    Promise.all(random.percent(30) ? [dismiss()] : []),
  ]);
  const review = (await tills.send((app) => app.stores.paymentReviews.load([reviewId]))).get(reviewId);
  if (!review) throw new Error(`Nothing was put aside of ${paymentId}.`);

  const before = wallet.naive.lines.length;
  const grant = { amount, source: 'PURCHASE', reason: `Payment ${paymentId}`, origin: 'REVIEW' } as const;
  const trial = granted(wallet, grant, now);
  const isCredited = review.status === 'CREDITED';
  if (!isCredited) wallet.naive.forgetAfter(before);
  const ended: NaiveRefusal = { code: 'REVIEW_ENDED', since: review.ending?.at };
  // Of twins that came to nothing, one may have heard of the wallet and the other of the dismissal.
  const whyNot = 'refusal' in trial ? [trial.refusal, ended] : [ended];
  const isAsItShould =
    review.status === (dismissals.some(isDone) ? 'DISMISSED' : 'refusal' in trial ? 'OPEN' : 'CREDITED') &&
    credits.every((answer) => (isCredited ? isDone(answer) : isRefusedBy(answer, whyNot))) &&
    dismissals.every(
      (answer) => isDone(answer) !== isCredited && (isDone(answer) || isRefusedBy(answer, [ended])),
    );
  const product = { status: review.status, credits, dismissals };
  const difference = isAsItShould ? null : told(`the payment of ${wallet.id}`, product, trial);
  return { expected: isCredited ? trial : { lines: [] }, difference, review: review.status };
}

function isDone(answer: Decided | Refused): boolean {
  return 'review' in answer;
}

function isRefusedBy(answer: Decided | Refused, reasons: readonly NaiveRefusal[]): boolean {
  return (
    'refused' in answer && reasons.some((reason) => isDeepStrictEqual(refusalOf(answer.refused), reason))
  );
}
