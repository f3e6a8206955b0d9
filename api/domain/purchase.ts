import type { Instant } from './calendar.ts';
import type { Paise } from './money.ts';

/** An order that the shop reported. Its id is the order's: each is recorded once. */
export interface Purchase {
  readonly id: string;
  readonly customerId: string;
  /** What the whole order came to, in paise. */
  readonly amount: Paise;
  readonly at: Instant;
  readonly recordedAt: Instant;
}

/** What moved between a wallet and one order in some time, in paise. */
export interface OrderPayments {
  readonly paid: Paise;
  readonly refunded: Paise;
}

/**
 * What an order counts with for a minimum purchase, in paise: what it came to, by the report of the shop or by the credits that
 * paid it, whichever is more, less what was refunded.
 */
export function worthOf(reported: Paise, { paid, refunded }: OrderPayments): Paise {
  return (reported > paid ? reported : paid) - refunded;
}
