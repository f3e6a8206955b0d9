import { formatCount, plural } from '../../../format/number.ts';

const days = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'day', other: 'days' })}`;

const friends = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'friend', other: 'friends' })}`;

/** Refer a friend. */
export const referralWords = {
  refer: {
    title: 'Refer a friend',
    loading: 'Loading your code',
    loadFailed: 'Your code didn’t load.',
    refreshFailed: 'Refreshing didn’t work. What you see below is from before.',
    deal: (own: string, theirs: string) => `You get ${own}. Your friend gets ${theirs}.`,
    when: (count: number) =>
      `Paid to both as soon as your friend enters your code. Both last ${days(count)}.`,
    yourCode: 'Your code',
    showQr: 'Show QR',
    hideQr: 'Hide QR',
    qrTitle: 'QR code that opens the shop with your code',
    friends: 'Your friends',
    joined: (count: number) => `${formatCount(count)} joined`,
    joinedOn: (date: string) => `Joined ${date}`,
    bonusPaid: 'Bonus paid',
    noFriends: 'Nobody has joined with your code yet. Share it to start.',
    earned: 'You’ve earned',
    fromFriends: (count: number) => `From ${friends(count)}.`,
    how: 'How it works',
    steps: (windowDays: number): [string, string][] => [
      ['Share your code', 'By message, or let them scan it.'],
      [`They join within ${days(windowDays)}`, 'They enter it in their new wallet.'],
      ['Both get credits', 'Both bonuses arrive at once.'],
    ],
    haveCode: 'Have a code?',
    applied: (amount: string) => `${amount} added. Your friend got a bonus too.`,
    tooLate: (count: number, opened: string) =>
      `Codes can be entered in a wallet’s first ${days(count)}. Yours opened ${opened}.`,
    broughtBy: (name: string) => `You joined with the code of ${name}.`,
    onHold: 'While your wallet is on hold you can’t refer anybody. What you have earned stays yours.',
  },

  friendsCode: {
    label: 'Your friend’s code',
    missing: 'Enter the code your friend gave you.',
    use: 'Use this code',
    using: 'Checking…',
    unknown: 'We don’t know yet whether the code was used.',
    failed: 'The code was not used.',
  },
};

export type ReferralWords = typeof referralWords;
