import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { CreditReviewInput, CreditReviewPayload } from '../../schema/payment-review/credit-review.io.ts';
import type {
  DecidedReviewPayload,
  LimitedReviewPayload,
} from '../../schema/payment-review/decided-review.payload.ts';
import { DismissReviewInput, DismissReviewPayload } from '../../schema/payment-review/dismiss-review.io.ts';
import { RefundReviewInput, RefundReviewPayload } from '../../schema/payment-review/refund-review.io.ts';
import { TakeReviewInput, TakeReviewPayload } from '../../schema/payment-review/take-review.io.ts';
import type { App } from '../services/app.ts';
import type { Caller } from '../services/caller.ts';
import { creditingReview } from '../services/credit-review.ts';
import { dismissReview } from '../services/dismiss-review.ts';
import type { Refused } from '../services/outcome.ts';
import { refundingReview } from '../services/refund-review.ts';
import type { Decided, LimitedReview, OnReview } from '../services/review-act.ts';
import { decideReviewWithinLimits } from '../services/review-within-limits.ts';
import { takeReview } from '../services/take-review.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentDecision, presentLimitedDecision } from './presenters/review.presenter.ts';
import { callerOf, STAFF } from './reach.ts';

@Resolver()
export class DecideReviewResolver {
  @Authorized(STAFF)
  @Mutation(() => TakeReviewPayload, {
    description:
      'Takes a review to oneself: from then on only the caller and admins decide on it. Taken by another, only an admin can take it over. For staff and admins. Writes nothing to any journal.',
  })
  takeReview(
    @Arg('input', () => TakeReviewInput, { description: 'Which review.' }) input: TakeReviewInput,
    @Ctx() context: GraphqlContext,
  ): Promise<TakeReviewPayload> {
    return decide(context, input, takeReview);
  }

  @Authorized(STAFF)
  @Mutation(() => CreditReviewPayload, {
    description:
      "Credits what was collected to a customer's wallet, as bought: for a payment of which a person has found out whose it was. Works in every status of the wallet. Above the limit of whoever asks, it waits for another admin. For staff and admins. Writes a CREDIT to the journal.",
  })
  creditReview(
    @Arg('input', () => CreditReviewInput, { description: 'Which payment, and whose wallet.' })
    input: CreditReviewInput,
    @Ctx() context: GraphqlContext,
  ): Promise<CreditReviewPayload> {
    return decideLimited(context, creditingReview, input);
  }

  @Authorized(STAFF)
  @Mutation(() => RefundReviewPayload, {
    description:
      'Has the payment provider give back what was collected to where it came from. While its answer is not known the refund is PROCESSING, and the server asks again by itself. Above the limit of whoever asks, it waits for another admin. For staff and admins. Writes nothing to any journal.',
  })
  refundReview(
    @Arg('input', () => RefundReviewInput, { description: 'Which payment.' }) input: RefundReviewInput,
    @Ctx() context: GraphqlContext,
  ): Promise<RefundReviewPayload> {
    return decideLimited(context, refundingReview, input);
  }

  @Authorized(STAFF)
  @Mutation(() => DismissReviewPayload, {
    description:
      'Ends a review without moving money, with a reason. For staff and admins. Writes nothing to any journal.',
  })
  dismissReview(
    @Arg('input', () => DismissReviewInput, { description: 'Which review, and why.' })
    input: DismissReviewInput,
    @Ctx() context: GraphqlContext,
  ): Promise<DismissReviewPayload> {
    return decide(context, input, dismissReview);
  }
}

async function decide<I extends OnReview>(
  context: GraphqlContext,
  input: I,
  act: (app: App, caller: Caller, input: I) => Promise<Decided | Refused>,
): Promise<DecidedReviewPayload> {
  const reviewId = localId('PaymentReview', input.reviewId);
  if (reviewId === null) return presentDecision({ refused: { code: 'REVIEW_NOT_FOUND' } });
  return presentDecision(await act(context.app, callerOf(context), { ...input, reviewId }));
}

async function decideLimited<I extends OnReview>(
  context: GraphqlContext,
  of: LimitedReview<I>,
  { dryRun, expectedSeq, ...input }: I & { dryRun: boolean; expectedSeq?: number | null | undefined },
): Promise<LimitedReviewPayload> {
  const { app } = context;
  const reviewId = localId('PaymentReview', input.reviewId);
  if (reviewId === null) return presentLimitedDecision({ refused: { code: 'REVIEW_NOT_FOUND' } }, app);
  const asked = { ...input, reviewId } as unknown as I;
  const terms = { dryRun, expectedSeq: expectedSeq ?? null };
  return presentLimitedDecision(
    await decideReviewWithinLimits(app, callerOf(context), of, asked, terms),
    app,
  );
}
