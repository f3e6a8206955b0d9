import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import type { ReviewKind, ReviewStatus } from '../../../graphql/graphql.ts';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import type { StateTone } from '../../parts/state.tsx';
import { reviewsWords } from './words.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const { inbox } = reviewsWords;

export const statusLooks: Record<ReviewStatus, { icon: IconName; tone: StateTone }> = {
  OPEN: { icon: 'clock', tone: 'neutral' },
  CREDITED: { icon: 'ok', tone: 'ok' },
  REFUNDED: { icon: 'back', tone: 'warn' },
  DISMISSED: { icon: 'ban', tone: 'neutral' },
};

/** "15 h": how long something has waited. */
export function ageOf(since: string, now: number): string {
  const age = Math.max(0, now - Date.parse(since));
  if (age < HOUR_MS) return inbox.minutes(Math.floor(age / MINUTE_MS));
  return age < DAY_MS ? inbox.hours(Math.floor(age / HOUR_MS)) : inbox.days(Math.floor(age / DAY_MS));
}

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
