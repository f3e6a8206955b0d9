import { actId } from '../domain/act.ts';
import {
  mustBeDecidable,
  mustHaveRoom,
  type PaymentReview,
  type ReviewActName,
} from '../domain/payment-review.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Reads, Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';

/** What every act on a review says. */
export interface OnReview {
  readonly reviewId: string;
  readonly idempotencyKey: string;
}

export interface Decided {
  readonly review: PaymentReview;
  /** True when the key had acted before. */
  readonly replayed: boolean;
}

/** An act on its way to the engine, under its key. */
export interface Asked<I> {
  readonly caller: Caller;
  readonly input: I;
  /** A digest of the key: the same key of another person is another. */
  readonly key: string;
  readonly intent: string;
}

interface ReviewAct<I extends OnReview> {
  readonly name: ReviewActName;
  reads?(asked: Asked<I>): Reads;
  /** The review once it is done, a version on, or why not. */
  decide(review: PaymentReview, asked: Asked<I>, work: Scope, context: BatchContext): PaymentReview | Refusal;
}

/**
 * An act of staff on a review as the engine runs it: a key that has acted answers the review again, and of several people at
 * once the first decides. The review, what the act does and the act itself are written in one transaction.
 */
export function reviewAct<I extends OnReview>(of: ReviewAct<I>): UseCase<Asked<I>, Decided | Refused> {
  return {
    name: of.name,
    reads: (asked) => ({ ...of.reads?.(asked), paymentReviews: [asked.input.reviewId] }),
    decide: (asked, work, context) => {
      const { caller, input, key, intent } = asked;
      const review = work.get('paymentReviews', input.reviewId);
      if (!review) return { refused: { code: 'REVIEW_NOT_FOUND' } };
      const used = review.keys.find((known) => known.key === key);
      if (used?.intent === intent) return { review, replayed: true };
      if (used) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: used.at } };
      const decided =
        mustBeDecidable(review, caller.actor) ??
        mustHaveRoom(review, of.name) ??
        of.decide(review, asked, work, context);
      if (isRefusal(decided)) return { refused: decided };
      const after = { ...decided, keys: [...review.keys, { key, intent, at: context.now }] };
      work.put('paymentReviews', review.id, after);
      record(work, context, caller, {
        ...{ id: actId(of.name, review.id, after.version), act: of.name },
        ...{ subject: { kind: 'PAYMENT_REVIEW', id: review.id }, customerId: after.walletId },
        reason: after.ending?.reason ?? null,
        ...(after.status !== review.status && {
          before: [{ key: 'status', value: review.status }],
          after: [{ key: 'status', value: after.status }],
        }),
      });
      return { review: after, replayed: false };
    },
  };
}

/** An act on a review that moves money. */
export interface LimitedReview<I extends OnReview> {
  readonly act: 'creditReview' | 'refundReview';
  readonly useCase: UseCase<Asked<I>, Decided | Refused>;
  /** Why not, as far as the review itself does not say. */
  mustBe(app: App, reviewId: string): Promise<Refusal | null>;
  /** The entry that it makes, and in whose journal; null where it makes none. */
  makes(input: I): { readonly walletId: string; readonly entryId: string } | null;
  /** What is left to do once it is decided; the server does it by itself where nobody else has. */
  goOn(app: App, decided: Decided, requestId: string): Promise<Decided | Refused>;
}

/** Decides on a review, and does what comes of that. */
export async function decideReview<I extends OnReview>(
  app: App,
  caller: Caller,
  { useCase, mustBe, goOn }: LimitedReview<I>,
  input: I,
): Promise<Decided | Refused> {
  const refused = await mustBe(app, input.reviewId);
  if (refused) return { refused };
  const decided = await askFor(app, useCase, caller, input);
  return 'refused' in decided ? decided : goOn(app, decided, caller.requestId);
}

/** Asks the engine. */
export function askFor<I extends OnReview>(
  app: App,
  act: UseCase<Asked<I>, Decided | Refused>,
  caller: Caller,
  input: I,
): Promise<Decided | Refused> {
  return app.engine.submit(act, askedOf(act.name, caller, input));
}

/** An act on its way to the engine. The fingerprint covers the whole input but the key. */
export function askedOf<I extends OnReview>(name: string, caller: Caller, input: I): Asked<I> {
  const key = keyDigest(`${caller.actor.id}:${input.idempotencyKey}`);
  return { caller, input, key, intent: intentOf(name, input) };
}
