import type { Approval, ApprovalAct, Preview } from '../domain/approval.ts';
import type { BulkMode } from '../domain/bulk-credit.ts';
import type { Refusal } from '../domain/refusal.ts';
import { changePreview } from '../domain/wallet/change-preview.ts';
import { asOf } from '../domain/wallet/decide.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Reads, Scope } from '../ledger/working-set.ts';
import { addingCredits } from './add-credits.ts';
import { bulkPart, type BulkPart } from './bulk-part.ts';
import type { App } from './app.ts';
import { bulkPreview } from './bulk-within-limits.ts';
import { continueTopUpRefunds } from './continue-top-up-refund.ts';
import { creditingReview } from './credit-review.ts';
import {
  goOnWithRefund,
  lookAtOrder,
  refundingCheckout,
  type OrderRefund,
  type SeenOrder,
} from './refund-checkout.ts';
import { orderPreview } from './refund-checkout-within-limits.ts';
import { refundingReview } from './refund-review.ts';
import type { Asked, LimitedReview, OnReview } from './review-act.ts';
import { previewer } from './review-within-limits.ts';
import type { Outcome, Refused } from './outcome.ts';
import { refundingCredits } from './refund-credits.ts';
import { refundingTopUp } from './refund-top-up.ts';
import { settlingReceivable, writingOffReceivable } from './settle-receivable.ts';
import { beginApproved, readsOfJob } from './steer-job.ts';
import type { Request } from './wallet-use-case.ts';

/** What was left to another person and is done now, or was before. */
export interface DoneAgain {
  readonly isDone: boolean;
  /** What it changes; null where it changes no wallet, and where it was done before. */
  readonly preview: Preview | null;
}

/** How an act that was left to another person is done. */
interface Leaving {
  reads(approval: Approval, order: SeenOrder | null): Reads;
  /** Decides it anew, as it was asked for and by the name of who asked. */
  decide(left: Left, work: Scope, context: BatchContext): DoneAgain | Refused;
}

/** What was left to another person, and of an order what had to be looked up before; null where there is none. */
export interface Left {
  readonly approval: Approval;
  readonly order: SeenOrder | null;
}

/** The acts that can be left to another person. */
const LEAVING: { readonly [A in ApprovalAct]: Leaving } = {
  addCredits: onWallet(addingCredits.useCase),
  refundCredits: onWallet(refundingCredits.useCase),
  refundTopUp: onWallet(refundingTopUp.useCase),
  settleReceivable: onWallet(settlingReceivable.useCase),
  writeOffReceivable: onWallet(writingOffReceivable.useCase),
  creditReview: onReview(creditingReview),
  refundReview: onReview(refundingReview),
  bulkAddCredits: {
    reads: (approval) => bulkPart.reads(listOf(approval)),
    decide: ({ approval }, work, context) => {
      const list = listOf(approval);
      const outcome = bulkPart.decide(list, work, context);
      if ('refused' in outcome) return outcome;
      const refused = outcome.rows.find((row) => row !== null && 'refused' in row);
      if (list.bulk.mode === 'ALL_OR_NOTHING' && refused && 'refused' in refused) return refused;
      if (outcome.replayed) return { isDone: true, preview: null };
      return { isDone: false, preview: bulkPreview(list.bulk, outcome, approval.version + 1) };
    },
  },
  refundCheckout: {
    reads: (approval, order) => (order ? refundingCheckout.reads(refundIn(approval, order)) : {}),
    decide: ({ approval, order }, work, context) => {
      const before = order && work.get('checkouts', order.seen.id);
      if (!before) return { refused: { code: 'CHECKOUT_NOT_FOUND' } };
      const given = refundingCheckout.decide(refundIn(approval, order), work, context);
      if ('refused' in given) return given;
      if (given.replayed) return { isDone: true, preview: null };
      return { isDone: false, preview: orderPreview(before, given, approval.version + 1) };
    },
  },
};

/** What has to be looked up to know what doing it reads. */
export async function lookBefore(app: App, { act, subject }: Approval): Promise<SeenOrder | null> {
  return act === 'refundCheckout' ? lookAtOrder(app, subject.id) : null;
}

/** Why it cannot be done, as far as that has to be looked up before. */
export async function whyNotDone(app: App, { act, subject }: Approval): Promise<Refusal | null> {
  const review = ON_REVIEWS.find((of) => of.act === act);
  return review ? review.mustBe(app, subject.id) : null;
}

/** Does what is left to do once it is done. Nobody waits for it in vain: the server does it by itself where this is cut off. */
export async function goOnAfter(app: App, { act, subject }: Approval, requestId: string): Promise<void> {
  if (act === 'refundTopUp') await continueTopUpRefunds(app, subject.id, requestId);
  const order = act === 'refundCheckout' ? await lookAtOrder(app, subject.id) : null;
  if (order) await goOnWithRefund(app, order.seen, requestId);
  const of = ON_REVIEWS.find((known) => known.act === act);
  const review = of && (await app.stores.paymentReviews.load([subject.id])).get(subject.id);
  if (review) await of.goOn(app, { review, replayed: false }, requestId);
}

const ON_REVIEWS: readonly LimitedReview<never>[] = [creditingReview, refundingReview];

/** A file is worked through by the server once it may begin. */
const ofJob: Leaving = {
  reads: readsOfJob,
  decide: ({ approval }, work, context) =>
    beginApproved(approval, work, context) ?? { isDone: false, preview: approval.preview },
};

function leavingOf({ act, subject }: Approval): Leaving {
  return subject.kind === 'JOB' ? ofJob : LEAVING[act];
}

/** What doing it reads. */
export function readsOf({ approval, order }: Left): Reads {
  return leavingOf(approval).reads(approval, order);
}

/** Does what was asked for by the very decision that it was asked with, or says why not. */
export function doAgain(left: Left, work: Scope, context: BatchContext): DoneAgain | Refused {
  return leavingOf(left.approval).decide(left, work, context);
}

function onWallet(useCase: UseCase<Request<never>, Outcome>): Leaving {
  return {
    reads: (approval) => {
      // An approval that is refused or has changed is written without the entry, so there is no one entry that this makes.
      const { key: _, ...reads } = useCase.reads(requestOf(approval));
      return { ...reads, entries: [...(reads.entries ?? []), approval.id] };
    },
    decide: ({ approval }, work, context) => {
      const request = requestOf(approval);
      const before = work.get('wallets', request.walletId);
      const outcome = useCase.decide(request, work, context);
      if ('refused' in outcome) return outcome;
      if (outcome.replayed || !before) return { isDone: true, preview: null };
      const wallet = asOf(before, context.now, context.policy);
      return { isDone: false, preview: changePreview(wallet, outcome.wallet, outcome.entry, context) };
    },
  };
}

function onReview<I extends OnReview>(of: LimitedReview<I>): Leaving {
  return {
    reads: (approval) => of.useCase.reads(askedIn(approval)),
    decide: ({ approval }, work, context) => {
      const asked = askedIn<I>(approval);
      const preview = previewer(of, asked.input, work, context);
      const outcome = of.useCase.decide(asked, work, context);
      if ('refused' in outcome) return outcome;
      return { isDone: outcome.replayed, preview: preview() };
    },
  };
}

/** The refund of an order as it was asked for. */
function refundIn(
  { input, intent, reason, requestedBy: actor, requestId }: Approval,
  order: SeenOrder,
): OrderRefund {
  // What was stored of it is what the act took, and nothing else reads it.
  const { key, ...kept } = input as unknown as Omit<OrderRefund['input'], 'reason'> & {
    readonly key: string;
  };
  return { ...order, caller: { actor, requestId }, input: { ...kept, reason }, key, intent };
}

/** The act on a review as it was asked for. */
function askedIn<I>({ input, intent, requestedBy: actor, requestId }: Approval): Asked<I> {
  // What was stored of it is what the act took, and nothing else reads it.
  const { key, ...kept } = input as unknown as I & { readonly key: string };
  return { caller: { actor, requestId }, input: kept as unknown as I, key, intent };
}

/** The request as it was made: whoever asked is named on the entry. */
function requestOf(approval: Approval): Request<never> {
  const { id: entryId, walletId, input, reason, intent, requestedBy: actor, requestId } = approval;
  if (walletId === null) throw new Error(`Approval ${entryId} is about no wallet.`);
  // What was stored of it is what the act took, and nothing else reads it.
  return { caller: { actor, requestId }, walletId, entryId, intent, input: { ...input, reason } as never };
}

/** A list as it was sent: whoever asked is named on its entries. Once it is decided on, its rows are gone. */
function listOf({ id, intent, input, rows: kept, requestedBy: actor, requestId }: Approval): BulkPart {
  const caller = { actor, requestId };
  const rows = (kept ?? []).map(({ entryId, intent, ...row }) => ({
    ...{ caller, walletId: row.customerId, entryId, intent },
    // Under which key it was sent, its entry's id says.
    input: { ...row, idempotencyKey: entryId },
  }));
  // What was stored of it is what the act took, and nothing else reads it.
  return { bulk: { id, intent, mode: input['mode'] as BulkMode, caller, rows }, first: 0, rows };
}
