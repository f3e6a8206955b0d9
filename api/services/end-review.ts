import { actId } from '../domain/act.ts';
import type { PaymentReview } from '../domain/payment-review.ts';
import type { BatchContext } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import { PAYMENTS } from './open-review.ts';
import { record } from './record-act.ts';

/** Writes a review that the provider has moved, and the act where that has ended it: nobody of the shop has anything to do any more. */
export function putMoved(
  work: Scope,
  context: Pick<BatchContext, 'now'>,
  {
    before,
    after,
    requestId,
  }: { before: PaymentReview | undefined; after: PaymentReview; requestId: string },
): void {
  work.put('paymentReviews', after.id, after);
  const status = before?.status ?? 'OPEN';
  if (!after.ending || after.status === status) return;
  record(
    work,
    context,
    { actor: PAYMENTS, requestId },
    {
      ...{ id: actId('settleReview', after.id, after.version), act: 'settleReview' },
      ...{ subject: { kind: 'PAYMENT_REVIEW', id: after.id }, customerId: after.walletId },
      before: [{ key: 'status', value: status }],
      after: [{ key: 'status', value: after.status }],
      reason: after.ending.reason,
    },
  );
}
