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

/** The acts of people of the shop that have a limit. */
export const LIMITED_ACTS = [
  ...([
    'addCredits',
    'refundCredits',
    'refundTopUp',
    'settleReceivable',
    'writeOffReceivable',
    'bulkAddCredits',
    'creditReview',
    'refundReview',
  ] as const),
] as const;
export type LimitedAct = (typeof LIMITED_ACTS)[number];

/** What somebody may do of an act without another person, in paise: at once, and in all on one day in India. */
export interface ActLimit {
  readonly each: Paise;
  readonly day: Paise;
}

export type ActLimits = { readonly [A in LimitedAct]: ActLimit };

/** Every tunable of the money rules in one place (product rules 6, 7, 8, 11, 14). */
export interface Policy {
  readonly tierBasis: TierBasis;
  /** Lowest first; the first threshold is 0, so every wallet has a tier. */
  readonly tiers: readonly [TierTerms, ...TierTerms[]];
  readonly operation: AmountRange;
  readonly topUp: AmountRange;
  readonly maxBalance: Paise;
  readonly maxOpenLots: number;
  readonly holds: {
    /** How many may be open in a wallet at once. */
    readonly maxOpen: number;
    /** How long one lasts whose end nobody named, and how long one may last. */
    readonly defaultHours: number;
    readonly maxDays: number;
  };
  readonly checkouts: {
    /** What an order may come to, and the least that is left to a payment. */
    readonly max: Paise;
    readonly minPayment: Paise;
    /** How long one is open. */
    readonly minutes: number;
  };
  readonly maxBulkRows: number;
  /** Of a file that the server works through. */
  readonly maxJobRows: number;
  /** What a campaign may come to in all. */
  readonly maxCampaignBudget: Paise;
  /** Product rule 19. */
  readonly giftCards: {
    /** Of one card. */
    readonly amount: AmountRange;
    /** How long one lasts of which nobody says until when. */
    readonly days: number;
    /** What one customer may begin to buy on one day in India. */
    readonly buyerDay: Paise;
  };
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
  /** Product rule 22: what people of the shop may do without another, and how long one waits for another. */
  readonly approvals: {
    readonly limits: { readonly STAFF: ActLimits; readonly ADMIN: ActLimits };
    readonly days: number;
    /** Ids of those who have no limit: the shop's own services. */
    readonly exempt: readonly string[];
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
  holds: { maxOpen: 50, defaultHours: 24, maxDays: 30 },
  checkouts: { max: 1_00_000n * RUPEE, minPayment: 1n * RUPEE, minutes: 30 },
  maxBulkRows: 1_000,
  maxJobRows: 50_000,
  maxCampaignBudget: 10_00_000n * RUPEE,
  giftCards: { amount: { min: 100n * RUPEE, max: 10_000n * RUPEE }, days: 365, buyerDay: 50_000n * RUPEE },
  refundGraceDays: 30,
  maxRefundsPerDebit: 100,
  referral: {
    referrerBonus: 100n * RUPEE,
    referredBonus: 50n * RUPEE,
    validityDays: 365,
    windowDays: 30,
    monthlyLimit: 20,
  },
  approvals: {
    limits: {
      STAFF: {
        addCredits: { each: 0n, day: 0n },
        refundCredits: { each: 5_000n * RUPEE, day: 25_000n * RUPEE },
        refundTopUp: { each: 5_000n * RUPEE, day: 25_000n * RUPEE },
        settleReceivable: { each: 5_000n * RUPEE, day: 25_000n * RUPEE },
        writeOffReceivable: { each: 0n, day: 0n },
        bulkAddCredits: { each: 0n, day: 0n },
        creditReview: { each: 5_000n * RUPEE, day: 25_000n * RUPEE },
        refundReview: { each: 5_000n * RUPEE, day: 25_000n * RUPEE },
      },
      ADMIN: {
        addCredits: { each: 25_000n * RUPEE, day: 10_00_000n * RUPEE },
        refundCredits: { each: 1_00_000n * RUPEE, day: 10_00_000n * RUPEE },
        refundTopUp: { each: 1_00_000n * RUPEE, day: 10_00_000n * RUPEE },
        settleReceivable: { each: 1_00_000n * RUPEE, day: 10_00_000n * RUPEE },
        writeOffReceivable: { each: 25_000n * RUPEE, day: 10_00_000n * RUPEE },
        bulkAddCredits: { each: 1_00_000n * RUPEE, day: 5_00_000n * RUPEE },
        creditReview: { each: 1_00_000n * RUPEE, day: 10_00_000n * RUPEE },
        refundReview: { each: 1_00_000n * RUPEE, day: 10_00_000n * RUPEE },
      },
    },
    days: 7,
    exempt: [],
  },
};
