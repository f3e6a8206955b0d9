import { formatCount, plural } from '../../../format/number.ts';

const wallets = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'wallet', other: 'wallets' })}`;

const percent = new Intl.NumberFormat('en-IN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "27.0 %". */
const share = (value: number): string => `${percent.format(value * 100)}\u00a0%`;
/** "3.0 points", of a distance between two shares. */
const points = (distance: number): string => {
  const text = percent.format(Math.abs(distance) * 100);
  return `${text} ${text === '1.0' ? 'point' : 'points'}`;
};

/** The page of the programme's figures. */
export const analyticsWords = {
  title: 'Analytics',
  loading: 'Loading the figures',
  failed: 'The figures didn’t load.',
  asOf: (time: string) => `Data as of ${time}`,
  same: 'The tables have the same numbers as the charts.',
  empty: { title: 'No wallet yet', text: 'Figures appear here once the first customer has a wallet.' },
  share,
  wallets,

  period: {
    label: 'Period',
    usual: {
      month: 'This month',
      half: 'Six months',
      year: 'Twelve months',
      financial: 'Financial year',
    },
    from: 'First month',
    to: 'Last month',
    compare: 'Compare with the period before',
    name: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    unfinished: (date: string) => `to ${date}`,
    notOver: 'The period is not over yet: it is compared with whole months.',
  },
  show: { label: 'Show', charts: 'Charts', tables: 'Tables' },

  csv: {
    figures: 'Figures (CSV)',
    table: 'CSV',
    tableOf: (title: string) => `${title} as CSV`,
    preparing: 'Preparing…',
    failed: 'The file couldn’t be made.',
    saved: 'Your file is saved.',
  },

  cohorts: {
    title: 'Who comes back',
    asOf: (day: string) => `All spending before ${day}, counted every night.`,
    never: 'It is counted every night, and has not been counted yet.',
    first: 'First spent in',
    customers: 'Customers',
    later: (months: number) => (months === 0 ? 'Same month' : `+${formatCount(months)}`),
    nobody: '–',
    file: 'who-comes-back.csv',
    fileColumns: ['first_month', 'months_later', 'customers', 'spent'],
    hint: 'In each month after the first, how many of them spent credits again.',
    hintAmounts: 'In each month, how many of them spent credits and how much, before refunds.',
  },

  means: 'What it means',
  meansOf: (figure: string) => `: ${figure}`,

  tiles: {
    label: 'Targets',
    adoption: 'Adoption',
    averageBalance: 'Average balance',
    prepaidRevenue: 'Prepaid revenue',
    referralUsage: 'Referral usage',
    target: (target: string) => `Target ${target}`,
    met: 'Met',
    notYet: 'Not yet',
    ofCustomers: (part: number, whole: number) => `${formatCount(part)} of ${formatCount(whole)} customers`,
    median: (count: number, median: string) => `${wallets(count)}, median ${median}`,
    inMonth: (month: string) => `in ${month}`,
    inPeriod: (amount: string) => `${amount} in the whole period`,
    ofWallets: (part: number, whole: number) => `${formatCount(part)} of ${wallets(whole)}`,
    of: (value: string, target: string) => `${value}, target ${target}`,
  },
  trend: {
    up: (by: string) => `Up ${by}`,
    down: (by: string) => `Down ${by}`,
    same: 'No change',
    thanBefore: (change: string) => `${change} from the period before`,
    points,
  },

  moved: {
    title: 'Movement per month',
    month: 'Month',
    parts: {
      openingBalance: 'Opening',
      purchased: 'Purchased',
      granted: 'Granted',
      refunded: 'Refunded',
      spent: 'Used',
      expired: 'Expired',
      reversed: 'Reversed',
      closingBalance: 'Closing',
    },
    lost: 'Expired, reversed',
    none: 'None',
    sentence: (period: string, came: string, went: string, owed: string) =>
      `Movement of ${period}: ${came} came in, ${went} went out, and ${owed} is owed at the end.`,
    addsUp:
      'Opening + purchased + granted + refunded − used − expired − reversed = closing: checked for every month.',
    faulty: (months: string) => `Does not add up in ${months}.`,
    look: 'See the integrity of the books',
  },

  compared: {
    what: 'What',
    now: 'In the period',
    before: 'Period before',
    beforeIs: (period: string) => `The period before: ${period}.`,
    change: 'Change',
    breakage: 'Breakage, expired of issued',
  },

  granted: { title: 'What was granted', none: 'Nothing was granted in this period.', all: 'Granted' },

  liability: {
    title: 'Owed, by expiry month',
    month: 'Expires in',
    purchased: 'Purchased',
    granted: 'Granted',
    together: 'Together',
    soon: 'Next 12 months',
    later: (month: string) => `After ${month}`,
    never: 'No expiry',
    all: 'Owed to customers',
    nothing: 'Nothing is owed now.',
    sentence: (soon: string, all: string, most: string, month: string) =>
      `Of ${all} that is owed, ${soon} expires within twelve months; most of it in ${month}, with ${most}.`,
    quiet: (all: string) => `Of ${all} that is owed, nothing expires within twelve months.`,
    onCards: 'Owed on gift cards',
    ofCards: (amount: string, count: number) =>
      `${amount} besides, on ${formatCount(count)} ${plural(count, { one: 'card', other: 'cards' })}`,
    addsUp: 'The months add up to what is owed.',
    faulty: 'The months do not add up to what is owed.',
  },

  tiers: {
    title: 'Tier distribution',
    tier: 'Tier',
    wallets: 'Wallets',
    share: 'Share',
    target: 'Target',
    noTarget: 'None',
    reached: (target: string) => `Target ${target} reached.`,
    toGo: (target: string, distance: number) => `Line: target ${target}, ${points(distance)} to go.`,
    claims: 'Reward claim rate',
    claimed: (rate: string, of: string) => `${rate}, ${of}`,
  },
};
