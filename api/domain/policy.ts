import type { Paise } from './money.ts';

export type TierLevel = 'BRONZE' | 'SILVER' | 'GOLD' | 'PLATINUM';

/** What a tier is measured by (product rule 7). */
export type TierBasis = 'BALANCE' | 'LIFETIME_CREDITS' | 'ROLLING_SPEND';

export interface TierTerms {
  readonly level: TierLevel;
  readonly name: string;
  /** The qualifying amount from which the tier is held, in paise. */
  readonly threshold: Paise;
  /** How long a credit added at this tier lives; null means it never expires. */
  readonly creditLifetimeDays: number | null;
  readonly benefits: readonly string[];
}

export interface AmountRange {
  readonly min: Paise;
  readonly max: Paise;
}

/** Every tunable of the money rules in one place (product rules 6, 7, 8, 11, 14). */
export interface Policy {
  readonly tierBasis: TierBasis;
  /** Lowest first; the first threshold is 0, so every wallet has a tier. */
  readonly tiers: readonly [TierTerms, ...TierTerms[]];
  readonly operation: AmountRange;
  readonly topUp: AmountRange;
  readonly maxBalance: Paise;
  readonly maxOpenLots: number;
  readonly maxBulkRows: number;
  readonly refundGraceDays: number;
  /** How often one debit can be refunded; the last refund must give all that is left. */
  readonly maxRefundsPerDebit: number;
  readonly referral: {
    readonly referrerBonus: Paise;
    readonly referredBonus: Paise;
    readonly validityDays: number;
    readonly windowDays: number;
    /** How many new customers one referrer may bring in a month. */
    readonly monthlyLimit: number;
  };
}

const RUPEE = 100n;

/** Each tier lists all that it offers, so that tiers can be compared line by line. */
const FOR_EVERYBODY = ['Pay with credits at checkout', 'Claim rewards', 'Refer friends'];
const LONGER = 'Longer validity of new credits';

export const defaultPolicy: Policy = {
  tierBasis: 'BALANCE',
  tiers: [
    {
      level: 'BRONZE',
      name: 'Bronze',
      threshold: 0n,
      creditLifetimeDays: 365,
      benefits: FOR_EVERYBODY,
    },
    {
      level: 'SILVER',
      name: 'Silver',
      threshold: 1_000n * RUPEE,
      creditLifetimeDays: 730,
      benefits: [...FOR_EVERYBODY, LONGER],
    },
    {
      level: 'GOLD',
      name: 'Gold',
      threshold: 5_000n * RUPEE,
      creditLifetimeDays: 1_095,
      benefits: [...FOR_EVERYBODY, LONGER],
    },
    {
      level: 'PLATINUM',
      name: 'Platinum',
      threshold: 10_000n * RUPEE,
      creditLifetimeDays: null,
      benefits: [...FOR_EVERYBODY, LONGER, 'New credits never expire'],
    },
  ],
  operation: { min: 1n * RUPEE, max: 1_00_000n * RUPEE },
  topUp: { min: 10n * RUPEE, max: 10_000n * RUPEE },
  maxBalance: 10_00_000n * RUPEE,
  maxOpenLots: 1_000,
  maxBulkRows: 1_000,
  refundGraceDays: 30,
  maxRefundsPerDebit: 100,
  referral: {
    referrerBonus: 100n * RUPEE,
    referredBonus: 50n * RUPEE,
    validityDays: 365,
    windowDays: 30,
    monthlyLimit: 20,
  },
};
