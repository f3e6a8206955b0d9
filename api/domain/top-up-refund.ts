import type { Instant } from './calendar.ts';
import type { TopUp, ToSourceStatus, TopUpRefund } from './top-up.ts';

/** What a provider says of a refund, whatever way it was learnt. */
export interface RefundNews {
  readonly status: ToSourceStatus;
  readonly refundId: string | null;
}

/** As often can parts of one top-up be sent back. */
export const MOST_TO_SOURCE = 50;

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** The top-up once a part of it is on its way back. */
export function withRefund(topUp: TopUp, refund: TopUpRefund, now: Instant): TopUp {
  return changed(topUp, [...(topUp.refunds ?? []), refund], now);
}

/** The refund of a top-up that goes by this receipt of ours or this id of the provider's; null where there is none. */
export function refundCalled(
  { refunds = [] }: TopUp,
  { receipt, refundId }: { readonly receipt: string | null; readonly refundId: string | null },
): TopUpRefund | null {
  const isCalledSo = (refund: TopUpRefund) =>
    refund.receipt === receipt || (refundId !== null && refund.refundId === refundId);
  return refunds.find(isCalledSo) ?? null;
}

/** The top-up once the provider has said something of one of its refunds, or nothing; an end is never undone. */
export function withNews(topUp: TopUp, receipt: string, news: RefundNews | null, now: Instant): TopUp {
  const refunds = (topUp.refunds ?? []).map((refund) => {
    if (refund.receipt !== receipt || refund.status !== 'PROCESSING' || !news) return refund;
    const { status } = news;
    const refundId = news.refundId ?? refund.refundId;
    return { ...refund, status, refundId, endedAt: status === 'PROCESSING' ? null : now };
  });
  return changed(topUp, refunds, now);
}

/** Its refunds that have not come to an end. */
export function refundsUnderWay({ refunds = [] }: TopUp): TopUpRefund[] {
  return refunds.filter(({ status }) => status === 'PROCESSING');
}

/** The provider is asked again the more rarely the longer a refund is under way. */
function changed(topUp: TopUp, refunds: readonly TopUpRefund[], now: Instant): TopUp {
  const [oldest] = refundsUnderWay({ ...topUp, refunds });
  const wait = oldest && Math.min(LONGEST_WAIT_MS, Math.max(FIRST_WAIT_MS, now - oldest.at));
  const { nextRefundAt: _, ...same } = topUp;
  return {
    ...same,
    refunds,
    ...(wait !== undefined && { nextRefundAt: now + wait }),
    version: topUp.version + 1,
    updatedAt: Math.max(now, topUp.updatedAt),
  };
}
