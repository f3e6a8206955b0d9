import { dayOf, type Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import type { Policy } from '../policy.ts';
import type { Refusal } from '../refusal.ts';
import { mustBeWithin } from '../wallet/checks.ts';

/** Who bought a card, and by which payment; a card that the shop issued has none of it. */
export interface Bought {
  readonly by: string;
  readonly paymentId: string;
  /** It is a gift, known by a link and never by a code. Left out where it is not. */
  readonly isGift?: true;
}

/** Names what a customer has begun to buy in gift cards on the day of an instant, in India. */
export function boughtOnDayId(customerId: string, at: Instant): string {
  return `${BUYING}:${dayOf(at)}:${customerId}`;
}

/** What begins the names of those days, among those of the acts of people of the shop. */
export const BUYING = 'buyGiftCard';

/**
 * Why a card of this amount cannot be bought by who has begun to buy `begun` on the day, both in paise; null when it can. What was
 * begun counts, paid or not (product rule 19).
 */
export function whyNotBought(
  amount: Paise,
  begun: Paise,
  { amount: range, buyerDay }: Policy['giftCards'],
): Refusal | null {
  const available = begun < buyerDay ? buyerDay - begun : 0n;
  const refused = mustBeWithin(amount, range);
  if (refused) return refused;
  return amount > available ? { code: 'BUYING_LIMIT_REACHED', available } : null;
}
