import { isWithin, limitOf, withUsed } from '../domain/act-limits.ts';
import type { ActSubject } from '../domain/act.ts';
import { slotId, type Approval, type OrderPreview } from '../domain/approval.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Checkout } from '../domain/checkout.ts';
import type { ActLimit } from '../domain/policy.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Refused } from './outcome.ts';
import {
  completed,
  decided,
  orderRefund,
  refundingCheckout,
  standing,
  type Given,
  type OrderRefund,
  type RefundCheckout,
  type RefundedCheckout,
} from './refund-checkout.ts';
import type { CheckoutState } from './start-checkout.ts';
import { askAnother, daysOf, useOfDay } from './within-limits.ts';

/** What giving an order back would do. */
export interface RefundPreviewed extends CheckoutState {
  readonly preview: OrderPreview;
  readonly needsApproval: boolean;
}

/** The order is as it was: its refund is above the limit of whoever asked, and another person has to decide. */
export interface RefundAskedFor extends CheckoutState {
  readonly asked: Approval;
  readonly replayed: boolean;
}

export type RefundAnswer = RefundedCheckout | RefundPreviewed | RefundAskedFor | Refused;

interface AskedFor {
  readonly asked: Approval;
  readonly preview: OrderPreview;
  readonly replayed: boolean;
}

interface Previewed {
  readonly preview: OrderPreview;
  readonly needsApproval: boolean;
}

const ACT = 'refundCheckout';
/** Whichever way it goes back, the whole of it counts as what is refunded of credits (decision 123). */
const COUNTED_AS = 'refundCredits';

/**
 * Gives an order back as this person may do it: up to a limit alone, above it only by asking another (product rule 22). Or says what
 * it would do, by the very decision that then does it.
 */
export async function refundCheckoutWithinLimits(
  app: App,
  caller: Caller,
  input: RefundCheckout,
  { dryRun }: { readonly dryRun: boolean },
): Promise<RefundAnswer> {
  const limit = limitOf(caller.actor, COUNTED_AS, app.policy);
  const useCase = limit ? limitedTo(limit, app.now()) : refundingCheckout;
  const { asked, answer } = await decided<OrderRefund, Given | AskedFor | Previewed | Refused>(
    () => orderRefund(app, caller, input),
    (order) =>
      dryRun
        ? app.engine.preview(previewing(useCase), order)
        : app.engine.submit<OrderRefund, Given | AskedFor | Refused>(useCase, order),
  );
  if (!asked) return { refused: { code: 'CHECKOUT_NOT_FOUND' } };
  if ('asked' in answer || 'needsApproval' in answer)
    return { ...(await standing(app, asked.seen.id)), ...answer };
  const done = await completed(app, asked, answer);
  return 'refused' in done || !done.replayed ? done : withApproval(app, asked, done);
}

/** What was done before, with the approval that it took, if it took one. */
async function withApproval(app: App, asked: OrderRefund, done: RefundedCheckout): Promise<RefundedCheckout> {
  const id = approvalIdOf(asked);
  const approval = (await app.stores.approvals.load([id])).get(id);
  return approval ? { ...done, approval } : done;
}

function limitedTo(limit: ActLimit, now: Instant): UseCase<OrderRefund, Given | AskedFor | Refused> {
  return {
    name: refundingCheckout.name,
    reads: (asked) => ({
      ...refundingCheckout.reads(asked),
      approvals: [approvalIdOf(asked)],
      approvalSlots: [slotId({ act: ACT, subject: subjectOf(asked.seen) })],
      limitUses: daysOf(asked.caller.actor, COUNTED_AS, now),
    }),
    decide: (asked, work, context) => {
      const { caller, input, key, intent } = asked;
      const order = work.get('checkouts', asked.seen.id);
      const approval = work.get('approvals', approvalIdOf(asked));
      if (order && approval && !order.refunds?.some((refund) => refund.key === key))
        return approval.intent === intent
          ? { asked: approval, preview: shownIn(approval), replayed: true }
          : { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: approval.createdAt } };
      const given = refundingCheckout.decide(asked, work, context);
      if ('refused' in given || given.replayed || !order) return given;
      const use = useOfDay(caller.actor, COUNTED_AS, work, context);
      if (isWithin(limit, use, given.refund.amount)) {
        work.put('limitUses', use.id, withUsed(use, given.refund.amount));
        return given;
      }
      work.discard();
      // Where it would go by then is decided anew, and compared with what was shown.
      const { expectedRefunded: _, reason, ...kept } = input;
      const preview = orderPreview(order, given, 1);
      const wish = askAnother(
        {
          ...{ id: approvalIdOf(asked), act: ACT, walletId: order.walletId, subject: subjectOf(order) },
          ...{ input: { ...kept, key }, intent, amount: given.refund.amount, reason, preview, rows: null },
          ...{ requestedBy: caller.actor, requestId: caller.requestId, createdAt: context.now },
        },
        use,
        work,
        context,
      );
      return isRefusal(wish) ? { refused: wish } : { asked: wish, preview, replayed: false };
    },
  };
}

/** The same use case, answering with what it would do; where its key has acted, as always. For `Engine.preview`. */
function previewing(
  useCase: UseCase<OrderRefund, Given | AskedFor | Refused>,
): UseCase<OrderRefund, Given | AskedFor | Previewed | Refused> {
  return {
    ...useCase,
    decide: (asked, work, context) => {
      const order = work.get('checkouts', asked.seen.id);
      const answer = useCase.decide(asked, work, context);
      if ('refused' in answer || answer.replayed || !order) return answer;
      return 'asked' in answer
        ? { preview: answer.preview, needsApproval: true }
        : { preview: orderPreview(order, answer, 1), needsApproval: false };
    },
  };
}

/** What a refund of an order that was decided now would do. */
export function orderPreview(
  { orderId }: Checkout,
  { refund, before: refunded }: Extract<Given, { readonly replayed: false }>,
  seq: number,
): OrderPreview {
  const { toSource, toCards, toWallet } = refund;
  return { seq, orderId, refunded, split: { toSource, toCards, toWallet } };
}

function shownIn({ id, preview }: Approval): OrderPreview {
  if (!preview || !('split' in preview)) throw new Error(`Approval ${id} is not about an order.`);
  return preview;
}

/** One for each order and key. */
function approvalIdOf({ seen: { id }, key }: Pick<OrderRefund, 'seen' | 'key'>): string {
  return `${id}:${key}`;
}

function subjectOf({ id }: Checkout): ActSubject {
  return { kind: 'CHECKOUT', id };
}
