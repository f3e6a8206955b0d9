import type { TierBasis } from '../../../graphql/graphql.ts';

/** The page of tiers and their benefits. */
export const tierWords = {
  tiers: {
    title: 'Tier and benefits',
    failed: 'The tiers didn’t load.',
    compare: 'Compare tiers',
    caption: 'Benefits by tier',
    benefit: 'Benefit',
    here: 'You are here',
    needed: {
      BALANCE: 'Balance you need',
      LIFETIME_CREDITS: 'Credits received in all',
      ROLLING_SPEND: 'Spent in 12 months',
    } satisfies Record<TierBasis, string>,
    lifetime: 'New credits last',
    said: (benefit: string) => benefit,
    yes: 'Yes',
    no: 'No',
    rules: {
      BALANCE:
        'Your tier follows your balance and can go down when you spend. Credits keep the expiry they got when added.',
      LIFETIME_CREDITS:
        'Your tier counts all credits you ever received. Spending does not lower it. Credits keep the expiry they got when added.',
      ROLLING_SPEND:
        'Your tier counts what you spent in the last 12 months, and goes down when older spending drops out. Credits keep the expiry they got when added.',
    } satisfies Record<TierBasis, string>,
  },
};

export type TierWords = typeof tierWords;
