import { formatCount, plural } from '../../../format/number.ts';
import type { BacklogKind } from '../../../graphql/graphql.ts';

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
  backlogs: {
    title: 'What waits',
    kinds: {
      APPROVALS: 'Approvals',
      EXPIRIES: 'Wallets with something due',
      JOBS: 'Jobs',
      NOTIFICATIONS: 'Notifications of payments',
      PAYMENTS: 'Top-ups to ask about',
      REVIEWS: 'Payment reviews',
    } satisfies Record<BacklogKind, string>,
    nothing: 'Nothing',
    waiting: (count: number) => formatCount(count),
    some: 'Some',
    since: (what: string, age: string) => `${what}, for ${age}`,
  },
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
    notYet: 'None yet',
  },
};
