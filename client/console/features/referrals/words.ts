import { formatCount } from '../../../format/number.ts';

/** The page of the referral programme. */
export const referralsWords = {
  title: 'Referrals',
  sub: 'Both bonuses of a pair, or neither. A bonus is never paid twice.',
  loading: 'Loading the referral programme',
  failed: 'The referral programme didn’t load.',
  usage: 'How it is used',
  usageText: (numerator: number, denominator: number) =>
    `${formatCount(numerator)} of ${formatCount(denominator)} wallets have brought at least one new customer.`,
  share: 'Share of wallets',
  of: (share: string, target: string | null) => (target === null ? share : `${share}, the goal is ${target}`),
  asOf: (when: string) => `Data as of ${when}`,
  rules: 'Rules',
  referrer: 'Who brings a friend gets',
  referred: 'The friend gets',
  window: 'A code can be entered',
  windowDays: (days: number) => `in the first ${formatCount(days)} days of a wallet`,
  validity: 'The credits last',
  days: (days: number) => `${formatCount(days)} days`,
  find: 'A single pair',
  findText:
    'Search for either of the two, or for the code: their page shows who brought whom and what was paid. A bonus that should not have been paid is taken back there by reversing its credit.',
  findLink: 'Find a customer',
};
