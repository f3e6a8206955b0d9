import { formatCount, plural } from '../../../format/number.ts';

const days = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'day', other: 'days' })}`;

const onDay = (date: string | null): string => (date === null ? 'today' : `on ${date}`);

/** The dashboard and its cards. */
export const dashboardWords = {
  dashboard: {
    title: 'Home',
    greeting: (part: 'morning' | 'afternoon' | 'evening', name: string) => `Good ${part}, ${name}`,
    loading: 'Loading your wallet',
    failed: 'Your wallet didn’t load.',
    refreshFailed: 'Refreshing didn’t work. What you see below is from before.',
    attention: 'Needs your attention',
    benefits: 'Benefits',
  },

  balance: {
    add: 'Add credits',
    use: 'Use credits',
    label: 'Your balance',
    ready: 'Ready to spend',
    empty: 'Your wallet is open. Nothing in it yet.',
    onHold: 'On hold',
    purchased: 'Purchased',
    granted: 'Rewards and promos',
    hide: 'Hide amounts',
    hidden: 'Amount hidden',
    safe: 'Your credits are safe. Adding and using them is paused.',
  },

  expiring: {
    one: (amount: string, daysLeft: number, date: string) =>
      daysLeft <= 0 ? `${amount} expires today.` : `${amount} expires in ${days(daysLeft)} – ${date}.`,
    several: (amount: string, daysLeft: number, date: string) =>
      daysLeft <= 0
        ? `${amount} expires within 30 days, the first of it today.`
        : `${amount} expires within 30 days, the first of it in ${days(daysLeft)} – ${date}.`,
    usedFirst: 'It’s used first automatically.',
    whileFrozen: 'A freeze does not stop expiry. If it lasts past that day, tell the shop.',
    details: 'See details',
    hideDetails: 'Hide details',
    lots: 'Credits that expire within 30 days, soonest first',
    lotDate: (date: string, daysLeft: number) =>
      daysLeft <= 0 ? `Expires today, ${date}` : `Expires ${date}, in ${days(daysLeft)}`,
  },

  activity: {
    title: 'Recent activity',
    all: 'See all',
    empty: 'Nothing here yet. Your first entry will say where it came from and when it expires.',
  },

  balanceLine: {
    title: 'Balance over time',
    moved: (
      since: string,
      first: string,
      last: string,
      { highest, lowest }: Record<'highest' | 'lowest', { amount: string; date: string | null }>,
    ) =>
      `Between ${since} and today your balance went from ${first} to ${last}. Highest ${highest.amount} ${onDay(highest.date)}, lowest ${lowest.amount} ${onDay(lowest.date)}.`,
    level: (since: string, amount: string) => `Between ${since} and today your balance stayed at ${amount}.`,
    hidden: (since: string) => `How your balance moved between ${since} and today. Amounts are hidden.`,
    empty:
      'Nothing to draw yet. From the day after your first credits, a line here shows how your balance moves.',
    failed: 'The line didn’t load.',
    notLoaded: 'This part of the page didn’t load. Reload the page to try again.',
    asTable: 'View as table',
    caption: 'Balance at the end of each day on which it changed, newest first',
    day: 'Day',
    balance: 'Balance',
  },

  starters: {
    title: 'Ways to start',
    add: 'Add credits',
    addText: 'By UPI or card',
    code: 'Enter a friend’s code',
    codeText: (amount: string) => `Get ${amount}`,
    rewards: 'See rewards',
    rewardsText: 'Claim what is yours',
  },

  totals: {
    title: 'Totals',
    period: 'Period',
    periods: { month: 'This month', all: 'All time' },
    earned: 'Added',
    spent: 'Spent',
    refunded: 'Refunded',
    transactions: 'Transactions',
    see: 'See these entries',
  },

  friendsCode: {
    waiting: (code: string) => `A friend gave you the code ${code}.`,
    useIt: 'Use it now',
  },

  pendingTopUps: {
    payment: (amount: string) => `A top-up of ${amount} is waiting for your payment.`,
    confirming: (amount: string) => `Your bank is confirming a top-up of ${amount}.`,
    resume: 'Continue',
    watch: 'See how far it is',
    dontPayAgain: 'Please don’t pay again.',
  },
};

export type DashboardWords = typeof dashboardWords;
