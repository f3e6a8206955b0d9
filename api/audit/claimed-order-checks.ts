import { sum } from '../domain/money.ts';
import { claimedOf, type PaymentReview } from '../domain/payment-review.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** I48: what the shop sent back of the payment of an order beside what the provider and the bank had claimed of it by then. */
export async function checkClaimedOrders(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  const claims = new Map<string, PaymentReview[]>();
  for await (const page of snapshot.paymentReviews()) {
    for (const { value: review } of page) {
      if (!review?.claim || review.topUpId === null) continue;
      claims.set(review.topUpId, [...(claims.get(review.topUpId) ?? []), review]);
    }
  }
  const payments = await snapshot.topUpsById([...claims.keys()]);
  for (const [record, reviews] of claims) {
    const payment = payments.get(record);
    if (!payment?.checkout) continue;
    findings.checked('I48');
    const fault = claimFault(payment, reviews);
    if (fault) findings.violated('I48', { record }, fault);
  }
}

/** Only claims that have stayed as they are since count: of others nobody knows any more how they stood. */
function claimFault({ payments, refunds = [] }: TopUp, reviews: readonly PaymentReview[]): string | null {
  const paid = sum(payments.map(({ amount }) => amount));
  for (const [index, { at, status }] of refunds.entries()) {
    if (status === 'FAILED') continue;
    const sent = refunds.slice(0, index + 1).filter((refund) => refund.status !== 'FAILED');
    const back = sum(sent.map(({ amount }) => amount));
    const claimed = claimedOf(
      reviews.filter(({ updatedAt }) => updatedAt < at),
      paid,
    );
    if (back + claimed > paid)
      return `${rupees(claimed)} of ${rupees(paid)} was claimed of it, and ${rupees(back)} sent back`;
  }
  return null;
}
