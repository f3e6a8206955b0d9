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
