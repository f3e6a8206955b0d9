import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import type { ReviewKind, ReviewStatus } from '../../../graphql/graphql.ts';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import type { StateTone } from '../../parts/state.tsx';

export const statusLooks: Record<ReviewStatus, { icon: IconName; tone: StateTone }> = {
  OPEN: { icon: 'clock', tone: 'neutral' },
  CREDITED: { icon: 'ok', tone: 'ok' },
  REFUNDED: { icon: 'back', tone: 'warn' },
  DISMISSED: { icon: 'ban', tone: 'neutral' },
};

/** Of money in another currency only the currency is known here. */
export function amountText(review: { collected: MoneyValue | null; currency: string }): string {
  return review.collected === null ? review.currency : formatMoney(review.collected);
}

/** What the provider settles by itself: here one can only note it. */
export function isOfPayment(kind: ReviewKind): boolean {
  return kind !== 'DISPUTE' && kind !== 'PROVIDER_REFUND';
}

export function reviewPath(id: string): string {
  return `/admin/reviews/${encodeURIComponent(id)}`;
}
