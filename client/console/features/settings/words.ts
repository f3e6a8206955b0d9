import { formatCount } from '../../../format/number.ts';
import type { TierBasis } from '../../../graphql/graphql.ts';

/** The page of the rules that hold for everybody. */
export const settingsWords = {
  title: 'Settings',
  sub: 'What holds for every wallet. An operator changes it in the configuration; here it is only read.',
  loading: 'Loading the settings',
  failed: 'The settings didn’t load.',
  limits: 'Limits',
  maxBalance: 'A wallet holds at most',
  maxOperation: 'One operation, at most',
  topUp: 'One top-up',
  range: (least: string, most: string) => `${least} to ${most}`,
  approvals:
    'What a person may do alone, for one act and for a day, is set by role. Above it the act waits for another admin, and its form says so before it is sent.',
  policy: 'Policy',
  order: 'Credits are used',
  refund: 'Refunds',
  grace: 'A refund to a lot that has expired lives',
  days: (count: number) => `${formatCount(count)} days more`,
  basis: 'Tiers go by',
  bases: {
    BALANCE: 'the balance',
    LIFETIME_CREDITS: 'all credits ever added',
    ROLLING_SPEND: 'what was spent in the last 12 months',
  } satisfies Record<TierBasis, string>,
  zone: 'Days are those of',
  tiers: 'Tiers',
  tierTable: 'What each tier brings',
  columns: { tier: 'Tier', from: 'From', lasts: 'New credits last', benefits: 'Benefits' },
  lasts: (days: number | null) => (days === null ? 'without end' : `${formatCount(days)} days`),
  accounts: 'People',
  accountsText:
    'Accounts of staff and admins are opened and closed by an operator, and each of these acts stands in the audit log.',
  own: 'Your account: second step, sessions, look',
  acts: 'Acts on accounts',
  shop: 'The shop, as customers see it',
  phone: 'Phone',
  email: 'Email',
  hours: 'Hours',
};
