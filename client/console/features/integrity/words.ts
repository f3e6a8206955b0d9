import { formatCount, plural } from '../../../format/number.ts';

/** The page that says whether the books are right and payments work. */
export const integrityWords = {
  title: 'Integrity',
  loading: 'Loading the last audit',
  failed: 'The last audit didn’t load.',
  passed: 'All checks passed',
  violations: (count: number) =>
    `${formatCount(count)} ${plural(count, { one: 'difference', other: 'differences' })}`,
  never: 'Not checked yet',
  run: (when: string) => `Last run ${when}`,
  took: (seconds: string) => `took ${seconds} s`,
  checks: 'Checks',
  what: 'Every balance is the sum of its journal and of its lots, entries follow on without gaps, no lot is below zero or above its amount, refunds stay within their payment, and counters and top-ups agree with the entries.',
  lookedAt: 'Looked at',
  wallets: (count: number) => `${formatCount(count)} ${plural(count, { one: 'wallet', other: 'wallets' })}`,
  entries: (count: number) => `${formatCount(count)} ${plural(count, { one: 'entry', other: 'entries' })}`,
  differences: 'Differences',
  holds: 'Everything holds.',
  neverText:
    'No audit has run on these books yet. It runs every night, and an operator can start it at any time.',
  repair: 'A repair is another entry that a second person approves, never an edit.',
  columns: { rule: 'What must hold', record: 'Where', problem: 'What is wrong' },
  entry: (id: string) => `entry ${id}`,
  notices: 'Worth a look',
  payments: {
    title: 'Payments',
    none: 'No payments are taken here.',
    provider: 'Provider',
    state: 'State',
    works: 'Answers',
    fails: (count: number) =>
      `${formatCount(count)} ${plural(count, { one: 'call has', other: 'calls have' })} failed in a row`,
    lastAnswer: 'Last answer',
    lastFailure: 'Last failure',
    notifications: 'Notifications waiting',
    poll: 'Top-ups to ask about',
    reviews: 'Payment reviews open',
    zero: 'None',
    since: (count: number, age: string) => `${formatCount(count)}, for ${age}`,
    due: (age: string) => `for ${age}`,
    notYet: 'None yet',
  },
};
