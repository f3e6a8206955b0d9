import { isWithin, limitOf, withUsed } from '../domain/act-limits.ts';
import type { ActSubject } from '../domain/act.ts';
import { isOfWallet, slotId, type Approval } from '../domain/approval.ts';
import type { Instant } from '../domain/calendar.ts';
import type { PaymentReview } from '../domain/payment-review.ts';
import type { ActLimit } from '../domain/policy.ts';
import { isRefusal } from '../domain/refusal.ts';
import { changePreview, type ChangePreview } from '../domain/wallet/change-preview.ts';
import { asOf } from '../domain/wallet/decide.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { Terms } from './act-on-terms.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Refused } from './outcome.ts';
import { askedOf, type Asked, type Decided, type LimitedReview, type OnReview } from './review-act.ts';
import { askAnother, daysOf, useOfDay } from './within-limits.ts';

/** What deciding on a review would do. */
export interface ReviewPreviewed {
  readonly review: PaymentReview;
  /** Of the wallet that it changes; null where it changes none. */
  readonly preview: ChangePreview | null;
  readonly needsApproval: boolean;
}

/** The review is as it was: the payment is above the limit of whoever asked, and another person has to decide. */
export interface ReviewAskedFor {
  readonly review: PaymentReview;
  readonly asked: Approval;
  readonly replayed: boolean;
}

/**
 * Decides on a review as this person may do it: up to a limit alone, above it only by asking another (product rule 22). Or says
 * what it would do, by the very decision that then does it.
 */
export async function decideReviewWithinLimits<I extends OnReview>(
  app: App,
  caller: Caller,
  of: LimitedReview<I>,
  input: I,
  { dryRun, expectedSeq }: Terms,
): Promise<Decided | ReviewPreviewed | ReviewAskedFor | Refused> {
  const asked = askedOf(of.useCase.name, caller, input);
  const refused = await of.mustBe(app, asked.input.reviewId);
  if (refused) return { refused };
  const limit = limitOf(caller.actor, of.act, app.policy);
  const limited = limit ? limitedTo(limit, of, app.now()) : of.useCase;
  const useCase = expectedSeq === null ? limited : expecting(of, limited, expectedSeq);
  if (dryRun) return app.engine.preview(previewing(of, useCase), asked);
  const decided = await app.engine.submit<Asked<I>, Decided | ReviewAskedFor | Refused>(useCase, asked);
  return 'refused' in decided || 'asked' in decided ? decided : of.goOn(app, decided, caller.requestId);
}

function limitedTo<I extends OnReview>(
  limit: ActLimit,
  of: LimitedReview<I>,
  now: Instant,
): UseCase<Asked<I>, Decided | ReviewAskedFor | Refused> {
  const { act, useCase } = of;
  return {
    name: useCase.name,
    reads: (asked) => ({
      ...useCase.reads(asked),
      approvals: [approvalIdOf(asked)],
      approvalSlots: [slotId({ act, subject: subjectOf(asked.input) })],
      limitUses: daysOf(asked.caller.actor, act, now),
    }),
    decide: (asked, work, context) => {
      const before = work.get('paymentReviews', asked.input.reviewId);
      const approval = work.get('approvals', approvalIdOf(asked));
      if (before && approval && !before.keys.some(({ key }) => key === asked.key))
        return approval.intent === asked.intent
          ? { review: before, asked: approval, replayed: true }
          : { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: approval.createdAt } };
      const preview = previewer(of, asked.input, work, context);
      const outcome = useCase.decide(asked, work, context);
      if ('refused' in outcome || outcome.replayed || !before) return outcome;
      const use = useOfDay(asked.caller.actor, act, work, context);
      if (isWithin(limit, use, before.collected)) {
        work.put('limitUses', use.id, withUsed(use, before.collected));
        return outcome;
      }
      const shown = preview();
      work.discard();
      const { caller, input, key, intent } = asked;
      const { idempotencyKey: _, ...kept } = input;
      const wish = askAnother(
        {
          ...{ id: approvalIdOf(asked), act, walletId: of.makes(input)?.walletId ?? before.walletId },
          ...{ subject: subjectOf(input), input: { ...kept, key }, intent, amount: before.collected },
          ...{ reason: `Payment ${before.providerReference}`, preview: shown, rows: null },
          ...{ requestedBy: caller.actor, requestId: caller.requestId, createdAt: context.now },
        },
        use,
        work,
        context,
      );
      return isRefusal(wish) ? { refused: wish } : { review: before, asked: wish, replayed: false };
    },
  };
}

/** The same use case, refused unless the wallet that it credits is the one that was looked at. */
function expecting<I extends OnReview>(
  of: LimitedReview<I>,
  useCase: UseCase<Asked<I>, Decided | ReviewAskedFor | Refused>,
  expectedSeq: number,
): UseCase<Asked<I>, Decided | ReviewAskedFor | Refused> {
  return {
    ...useCase,
    decide: (asked, work, context) => {
      const preview = previewer(of, asked.input, work, context);
      const outcome = useCase.decide(asked, work, context);
      if ('refused' in outcome || outcome.replayed) return outcome;
      const shown = 'asked' in outcome ? outcome.asked.preview : preview();
      if (shown?.seq === expectedSeq) return outcome;
      work.discard();
      return { refused: { code: 'QUOTE_CHANGED', moved: [] } };
    },
  };
}

/** The same use case, answering with what it would do; where its key has acted, as always. For `Engine.preview`. */
function previewing<I extends OnReview>(
  of: LimitedReview<I>,
  useCase: UseCase<Asked<I>, Decided | ReviewAskedFor | Refused>,
): UseCase<Asked<I>, Decided | ReviewPreviewed | ReviewAskedFor | Refused> {
  return {
    ...useCase,
    decide: (asked, work, context) => {
      const review = work.get('paymentReviews', asked.input.reviewId);
      const preview = previewer(of, asked.input, work, context);
      const outcome = useCase.decide(asked, work, context);
      if ('refused' in outcome || outcome.replayed || !review) return outcome;
      if (!('asked' in outcome)) return { review, preview: preview(), needsApproval: false };
      const shown = outcome.asked.preview;
      return { review, preview: shown && isOfWallet(shown) ? shown : null, needsApproval: true };
    },
  };
}

/** Says, once it is decided, what becomes of the wallet that an act on a review credits. */
export function previewer<I extends OnReview>(
  of: LimitedReview<I>,
  input: I,
  work: Scope,
  context: BatchContext,
): () => ChangePreview | null {
  const made = of.makes(input);
  const before = made && work.get('wallets', made.walletId);
  return () => {
    const after = made && work.get('wallets', made.walletId);
    const entry = made && work.entry(made.entryId);
    if (!before || !after || !entry) return null;
    return changePreview(asOf(before, context.now, context.policy), after, entry, context);
  };
}

/** One for each review and key. */
function approvalIdOf({ input: { reviewId }, key }: Pick<Asked<OnReview>, 'input' | 'key'>): string {
  return `${reviewId}:${key}`;
}

function subjectOf({ reviewId: id }: OnReview): ActSubject {
  return { kind: 'PAYMENT_REVIEW', id };
}
