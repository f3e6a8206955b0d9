import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { PaymentReviewConnection } from '../../schema/payment-review/payment-review-connection.type.ts';
import type { PaymentReviewFilter } from '../../schema/payment-review/payment-review-filter.input.ts';
import { PaymentReview } from '../../schema/payment-review/payment-review.type.ts';
import { PaymentReviewsArgs } from '../../schema/payment-review/payment-reviews.args.ts';
import { LOOKED_UP, QUERY, Weighs } from '../../schema/weight.ts';
import { isMoneyEntry } from '../domain/wallet/entries.ts';
import { findOutcome } from '../services/queries/find-outcome.ts';
import {
  countReviews,
  findReview,
  findReviews,
  type ReviewFilter,
} from '../services/queries/find-reviews.ts';
import { findTopUp } from '../services/queries/find-top-ups.ts';
import type { Connection } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
import { holdOf } from './hold-of.ts';
import type { HoldView } from './presenters/hold.presenter.ts';
import { presentAct, type ActView } from './presenters/act.presenter.ts';
import { presentReview, type ReviewView } from './presenters/review.presenter.ts';
import { presentTopUp, type TopUpView } from './presenters/top-up.presenter.ts';
import { presentTransaction, type TransactionView } from './presenters/transaction.presenter.ts';
import { presentWallet, type WalletView } from './presenters/wallet.presenter.ts';
import { STAFF } from './reach.ts';

type ReviewsPage = Connection<ReviewView> & { readonly filter: ReviewFilter };

@Resolver(() => PaymentReviewConnection)
export class PaymentReviewsResolver {
  @Authorized(STAFF)
  @Weighs({ own: QUERY })
  @Query(() => PaymentReviewConnection, {
    description:
      'What has to be looked at of payments, newest first unless asked otherwise: money that fits no top-up, and refunds and disputes of what was credited. For staff and admins.',
  })
  async paymentReviews(
    @Args(() => PaymentReviewsArgs) args: PaymentReviewsArgs,
    @Ctx() { app }: GraphqlContext,
  ): Promise<ReviewsPage> {
    const filter = filterOf(args.filter);
    const list = readList('reviews', args);
    const { listed, reviews } = await findReviews(app, filter, listPageOf(list, args));
    const found = reviews.map((review) => review && presentReview(review));
    return { ...presentPage(list, listed, found), filter };
  }

  @Weighs({ own: 4 * QUERY })
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: ReviewsPage, @Ctx() { app }: GraphqlContext): Promise<number> {
    return countReviews(app, filter);
  }
}

@Resolver(() => PaymentReview)
export class PaymentReviewResolver {
  @Authorized(STAFF)
  @Weighs({ own: LOOKED_UP })
  @Query(() => PaymentReview, {
    nullable: true,
    description: 'One review of a payment; null when there is none. For staff and admins.',
  })
  async paymentReview(
    @Arg('id', () => ID, { description: 'The `id` of the review.' }) id: string,
    @Ctx() { app }: GraphqlContext,
  ): Promise<ReviewView | null> {
    const reviewId = localId('PaymentReview', id);
    const review = reviewId === null ? null : await findReview(app, reviewId);
    return review && presentReview(review);
  }

  @FieldResolver()
  async topUp(
    @Root() { state: { topUpId } }: ReviewView,
    @Ctx() { app }: GraphqlContext,
  ): Promise<TopUpView | null> {
    const topUp = topUpId === null ? null : await findTopUp(app, topUpId);
    return topUp && presentTopUp(topUp);
  }

  @FieldResolver()
  async wallet(
    @Root() { state: { walletId } }: ReviewView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<WalletView | null> {
    const wallet = walletId === null ? null : await loaders.wallets.load(walletId);
    return wallet && presentWallet(wallet);
  }

  @FieldResolver()
  async transaction(
    @Root() { state: { entryId } }: ReviewView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<TransactionView | null> {
    const entry = entryId === null ? null : await loaders.entries.load(entryId);
    return entry && isMoneyEntry(entry) ? presentTransaction(entry) : null;
  }

  @FieldResolver()
  async hold(@Root() { state }: ReviewView, @Ctx() { loaders }: GraphqlContext): Promise<HoldView | null> {
    const holdId = state.claim?.hold?.id ?? null;
    return holdId === null ? null : holdOf(loaders, holdId);
  }

  @FieldResolver()
  async outcome(@Root() { state }: ReviewView, @Ctx() { app }: GraphqlContext): Promise<ActView | null> {
    const act = await findOutcome(app, state);
    return act && presentAct(act);
  }
}

/** A filter without what was left out; an empty list narrows nothing. */
function filterOf(filter: PaymentReviewFilter | null | undefined): ReviewFilter {
  const { status, kind, dispute, assigneeId } = filter ?? {};
  const kinds = kind?.filter((one) => one !== 'CHECKOUT_ENDED');
  return {
    ...(status?.length && { statuses: status }),
    ...(kind?.length && { kinds: kinds ?? [] }),
    ...(dispute?.length && { outcomes: dispute }),
    ...(assigneeId && { assigneeId }),
  };
}
