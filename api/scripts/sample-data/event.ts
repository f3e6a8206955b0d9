import type { ShownReason } from '../../domain/wallet/entries.ts';
import type { CreditSource } from '../../domain/wallet/lots.ts';
import type { WalletStatus } from '../../domain/wallet/wallet.ts';
import type { SampleRewardName } from './rewards.ts';

/** Something that happened to a customer, so many days before today, at a time of day in India. Amounts are in rupees. */
export interface SampleEvent {
  readonly customer: string;
  readonly daysAgo: number;
  readonly time: string;
  readonly act:
    | { readonly kind: 'OPEN' }
    | {
        readonly kind: 'CREDIT';
        readonly rupees: string;
        readonly source: CreditSource;
        readonly reason: string;
        /** On which day from today it expires; left out, the tier decides. */
        readonly expiresInDays?: number;
      }
    | { readonly kind: 'DEBIT'; readonly rupees: string; readonly order: string }
    /** Left to its deadline of 24 hours unless it is to last for more days. */
    | { readonly kind: 'HOLD'; readonly rupees: string; readonly order: string; readonly days?: number }
    | { readonly kind: 'CAPTURE'; readonly rupees: string; readonly order: string }
    | { readonly kind: 'REFUND'; readonly rupees?: string; readonly order: string; readonly reason: string }
    | {
        readonly kind: 'STATUS';
        readonly status: WalletStatus;
        readonly reason: string;
        readonly shownReason: ShownReason;
      }
    | { readonly kind: 'CLAIM'; readonly reward: SampleRewardName }
    | { readonly kind: 'VOUCHER'; readonly code: string }
    | { readonly kind: 'REFERRAL'; readonly referrer: string }
    | { readonly kind: 'PURCHASE'; readonly rupees: string; readonly order: string };
}

/** Tells the story of one customer; days count back from today. */
export class Story {
  readonly events: SampleEvent[] = [];
  readonly #customer: string;

  constructor(customer: string, openedDaysAgo: number) {
    this.#customer = customer;
    this.#tell(openedDaysAgo, '09:00', { kind: 'OPEN' });
  }

  topUp(daysAgo: number, time: string, rupees: string): this {
    return this.#tell(daysAgo, time, { kind: 'CREDIT', rupees, source: 'PURCHASE', reason: 'Top-up' });
  }

  gift(
    daysAgo: number,
    time: string,
    rupees: string,
    reason: string,
    options: { source?: CreditSource; expiresInDays?: number } = {},
  ): this {
    return this.#tell(daysAgo, time, { kind: 'CREDIT', rupees, source: 'PROMOTION', reason, ...options });
  }

  spend(daysAgo: number, time: string, rupees: string, order: string): this {
    return this.#tell(daysAgo, time, { kind: 'DEBIT', rupees, order });
  }

  /** Credits set aside for an order. */
  hold(daysAgo: number, time: string, rupees: string, order: string, days?: number): this {
    return this.#tell(daysAgo, time, { kind: 'HOLD', rupees, order, ...(days !== undefined && { days }) });
  }

  /** The order is sent: what it came to is spent, and the rest of what was set aside comes back. */
  capture(daysAgo: number, time: string, rupees: string, order: string): this {
    return this.#tell(daysAgo, time, { kind: 'CAPTURE', rupees, order });
  }

  refund(daysAgo: number, time: string, order: string, reason: string, rupees?: string): this {
    return this.#tell(daysAgo, time, {
      kind: 'REFUND',
      order,
      reason,
      ...(rupees !== undefined && { rupees }),
    });
  }

  /** Stops the wallet: a reason for staff, and what the customer is told. */
  stopped(
    daysAgo: number,
    time: string,
    status: WalletStatus,
    reason: string,
    shownReason: ShownReason,
  ): this {
    return this.#tell(daysAgo, time, { kind: 'STATUS', status, reason, shownReason });
  }

  /** Uses a code of a campaign. */
  redeem(daysAgo: number, time: string, code: string): this {
    return this.#tell(daysAgo, time, { kind: 'VOUCHER', code });
  }

  claim(daysAgo: number, time: string, reward: SampleRewardName): this {
    return this.#tell(daysAgo, time, { kind: 'CLAIM', reward });
  }

  /** Joins with the code of another customer. */
  broughtBy(referrer: string, daysAgo: number, time: string): this {
    return this.#tell(daysAgo, time, { kind: 'REFERRAL', referrer });
  }

  /** What the shop reports of an order: all that it came to. */
  purchase(daysAgo: number, time: string, rupees: string, order: string): this {
    return this.#tell(daysAgo, time, { kind: 'PURCHASE', rupees, order });
  }

  #tell(daysAgo: number, time: string, act: SampleEvent['act']): this {
    this.events.push({ customer: this.#customer, daysAgo, time, act });
    return this;
  }
}
