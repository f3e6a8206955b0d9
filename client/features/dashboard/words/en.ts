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
    onHold: 'Paused',
    purchased: 'Purchased',
    granted: 'Rewards and promos',
    hide: 'Hide amounts',
    hidden: 'Amount hidden',
    talk: 'Talk to the shop',
    history: 'See history',
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

  held: {
    amount: (amount: string) => `${amount} held`,
    forOrder: (amount: string, orderId: string) => `${amount} held for order ${orderId}`,
    payRest: (rest: string, until: string) => `Pay the rest, ${rest}, by ${until} or it comes back`,
    confirming: 'Your bank is confirming the rest.',
    waits: (until: string) => `Pays the order, or comes back by ${until}`,
    disputed: 'Its payment is disputed. It waits for the bank’s decision.',
    goingBack: 'On its way back to where it was paid from.',
  },

  giftCards: {
    cards: (count: number) => `${formatCount(count)} ${plural(count, { one: 'card', other: 'cards' })}`,
    held: (amount: string) => `${amount} of it held for an order`,
  },

  activity: {
    title: 'Recent activity',
    all: 'See all',
  },

  balanceLine: {
    title: 'Balance over 90 days',
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
    title: 'Or start with something free',
    code: 'Enter a friend’s code',
    codeText: (amount: string, until: string) => `${amount} for you · until ${until}`,
    giftCode: 'Enter a gift card code',
    giftCodeText: 'Move what is on it in here',
    rewards: 'Claim a reward',
    rewardsText: 'See which are open to you',
  },

  firstSteps: {
    title: 'How your wallet works',
    steps: (min: string, max: string, shop: string): [string, string][] => [
      [`Add from ${min}`, `By UPI or card. ${min} to ${max} at a time.`],
      [`Pay at ${shop}`, 'The credits that end soonest are used first.'],
      ['See every rupee', 'Each entry says where it came from and when it ends.'],
    ],
  },

  newWallet: {
    title: (shop: string) => `Your wallet at ${shop}`,
    text: (nothing: string) => `One tap opens it. It costs nothing and starts at ${nothing}.`,
    gift: ['Got a gift or a gift code?', 'Create your wallet first, then open it.'],
    does: 'What it does',
    explained: ['Every rupee explained', 'Which credits paid for which order, and what is left of each.'],
    kept: ['Little is lost', 'The credits that end soonest are always used first.'],
    once: ['Paid once, added once', 'Even if you tap twice or the line breaks.'],
    startAs: (tier: string) => `You start as ${tier}`,
    lasts: (count: number | null) =>
      count === null ? 'Credits never expire.' : `Credits last ${days(count)}.`,
    next: (amount: string, tier: string, count: number | null) =>
      `From ${amount} you are ${tier} and they ${count === null ? 'never expire' : `last ${formatCount(count)}`}.`,
    questions: 'Questions?',
  },

  whileOnHold: {
    title: { FROZEN: 'While it is frozen', SUSPENDED: 'While it is suspended' },
    safe: 'Are my credits safe?',
    safeAnswer: (balance: string) => `Yes. ${balance} stays yours and stays counted.`,
    refund: 'Can I still get a refund?',
    refundAnswer: 'Yes, it lands in this wallet.',
  },

  totals: {
    title: 'Totals',
    period: 'Period',
    periods: { month: 'This month', all: 'All time' },
    earned: 'Added',
    spent: 'Spent',
    refunded: 'Refunded',
    transactions: 'Entries',
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
