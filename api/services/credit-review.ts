import { endedReview, mustBeCreditable, type PaymentReview } from '../domain/payment-review.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { advanced } from '../domain/wallet/decide.ts';
import type { BatchContext } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { keyedEntryId } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import {
  decideReview,
  reviewAct,
  type Asked,
  type Decided,
  type LimitedReview,
  type OnReview,
} from './review-act.ts';
import { followClaims } from './follow-claim.ts';

export interface CreditReview extends OnReview {
  /** Whose wallet gets what was collected. */
  readonly customerId: string;
}

const useCase = reviewAct<CreditReview>({
  name: 'creditReview',
  reads: ({ input: { customerId, reviewId } }) => ({
    wallets: [customerId],
    entries: [creditIdOf(customerId, reviewId)],
  }),
  decide: (review, asked, work, context) => {
    const refused = mustBeCreditable(review) ?? credit(review, asked, work, context);
    if (refused) return refused;
    const { customerId: walletId } = asked.input;
    const ending = { by: asked.caller.actor, at: context.now, reason: null };
    const entryId = creditIdOf(walletId, review.id);
    return endedReview(review, 'CREDITED', ending, { walletId, entryId });
  },
});

function credit(
  { id: reviewId, collected: amount, providerReference }: PaymentReview,
  { caller, input: { customerId }, intent }: Asked<CreditReview>,
  work: Scope,
  { now, policy }: BatchContext,
): Refusal | null {
  const advance = advanced(
    work.get('wallets', customerId) ?? null,
    {
      ...{ kind: 'CREDIT', amount, source: 'PURCHASE', reason: `Payment ${providerReference}` },
      ...{ expiresOn: null, orderId: null, origin: { kind: 'REVIEW', reviewId } },
    },
    customerId,
    { now, policy, ...caller, entryId: creditIdOf(customerId, reviewId), intent },
  );
  if (isRefusal(advance)) return advance;
  work.append(advance.wallet, advance.entries);
  return null;
}

/** The act itself, for those who look at it before or leave it to somebody else. */
export const creditingReview: LimitedReview<CreditReview> = {
  ...{ act: 'creditReview', useCase, mustBe: creditedFor },
  makes: ({ reviewId, customerId }) => ({
    walletId: customerId,
    entryId: creditIdOf(customerId, reviewId),
  }),
  goOn: async (app, decided, requestId) => {
    const { provider, paymentId } = decided.review;
    if (!decided.replayed) await followClaims(app, provider, [paymentId], requestId);
    return decided;
  },
};

/** Credits what was collected to a wallet, as bought: a person has found out whose payment it was. */
export function creditReview(app: App, caller: Caller, input: CreditReview): Promise<Decided | Refused> {
  return decideReview(app, caller, creditingReview, input);
}

/** Why a payment that a top-up was credited for is neither credited nor refunded once more; null where there is none. */
export async function creditedFor(app: App, reviewId: string): Promise<Refusal | null> {
  const review = (await app.stores.paymentReviews.load([reviewId])).get(reviewId);
  if (review?.status !== 'OPEN') return null;
  const [topUp] = await app.stores.topUps.findByPaymentIds(review.provider, [review.paymentId]);
  if (!topUp) return null;
  const problem = `This payment has been credited for ${topUp.reference}.`;
  return { code: 'INVALID_INPUT', field: 'reviewId', problem };
}

/** One for each review and wallet. No idempotency key holds a colon, so no caller's entry has this id. */
function creditIdOf(walletId: string, reviewId: string): string {
  return keyedEntryId(walletId, `review:${reviewId}`);
}
