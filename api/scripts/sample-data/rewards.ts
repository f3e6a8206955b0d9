/** A reward of the sample shop. Days count from today, as customers would say them: it can be claimed on the first and on the last. */
export interface SampleReward {
  readonly name: string;
  readonly description: string;
  /** In rupees. */
  readonly credit: string;
  readonly minPurchase?: string;
  readonly maxUses?: number;
  readonly madeDaysAgo: number;
  readonly firstDay: number;
  /** Left out, it does not end. */
  readonly lastDay?: number;
  readonly switchedOffDaysAgo?: number;
  readonly campaign: string;
}

/** One of each kind: open to all, with a minimum purchase, sold out, ended, yet to come, switched off. */
export const SAMPLE_REWARDS = {
  earlyRiser: {
    name: 'Early riser bonus',
    description: 'A little extra to start the day with.',
    credit: '75',
    maxUses: 100,
    madeDaysAgo: 21,
    firstDay: -20,
    lastDay: 7,
    campaign: 'autumn',
  },
  winter: {
    name: 'Winter warm-up',
    description: 'Something warm for your bigger orders.',
    credit: '200',
    minPurchase: '500',
    maxUses: 250,
    madeDaysAgo: 23,
    firstDay: -22,
    lastDay: 38,
    campaign: 'winter',
  },
  mug: {
    name: 'Bring your own mug',
    description: 'A thank-you for carrying a cup.',
    credit: '50',
    maxUses: 200,
    madeDaysAgo: 50,
    firstDay: -50,
    campaign: 'green',
  },
  firstThree: {
    name: 'First three',
    description: 'For the first three people who ask.',
    credit: '150',
    maxUses: 3,
    madeDaysAgo: 36,
    firstDay: -35,
    lastDay: 7,
    campaign: 'autumn',
  },
  weekend: {
    name: 'Weekend saver reward',
    description: 'For any customer, on a weekend or not.',
    credit: '150',
    maxUses: 120,
    madeDaysAgo: 8,
    firstDay: -7,
    lastDay: 7,
    campaign: 'weekend',
  },
  newYear: {
    name: 'New Year head start',
    description: 'A little extra to start the day with.',
    credit: '250',
    maxUses: 500,
    madeDaysAgo: 3,
    firstDay: 8,
    lastDay: 38,
    campaign: 'new-year',
  },
  diwali: {
    name: 'Diwali double',
    description: 'Twice the usual gift, for the festival.',
    credit: '250',
    madeDaysAgo: 42,
    firstDay: -40,
    lastDay: -10,
    campaign: 'diwali',
  },
  birthday: {
    name: 'Birthday treat',
    description: 'A present from us on your day.',
    credit: '100',
    madeDaysAgo: 62,
    firstDay: -60,
    switchedOffDaysAgo: 12,
    campaign: 'birthday',
  },
} as const satisfies Readonly<Record<string, SampleReward>>;

export type SampleRewardName = keyof typeof SAMPLE_REWARDS;
