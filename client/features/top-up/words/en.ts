import { formatCount, plural } from '../../../format/number.ts';

const dayCount = (days: number): string =>
  `${formatCount(days)} ${plural(days, { one: 'day', other: 'days' })}`;

/** Buying credits. */
export const topUpWords = {
  add: {
    title: 'Add credits',
    loading: 'Loading your wallet',
    failed: 'Your wallet didn’t load.',
    noWallet: 'You don’t have a wallet yet. Create it on Home first.',
    howMuch: 'How much?',
    otherAmount: 'Amount in rupees',
    limits: (least: string, most: string) => `${least} to ${most} per top-up.`,
    outside: (limits: string) => `Choose ${limits}`,
    note: 'Note to yourself (optional)',
    outlook: 'After this top-up',
    newBalance: 'New balance',
    neverExpire: 'These credits never expire.',
    pay: (amount: string | null, method: string) =>
      amount === null ? `Pay with ${method}` : `Pay ${amount} with ${method}`,
    starting: 'Starting…',
    unsure: 'We don’t know yet whether the top-up has started.',
    notStarted: 'The top-up did not start. Nothing was charged.',
    loadingTopUp: 'Loading your top-up',
    topUpFailed: 'Your top-up didn’t load.',
    unknown: 'There is no such top-up in your wallet.',
    mayClose: 'You can close this page; your wallet is updated as soon as the money is there.',
    stillWaiting: 'Still waiting for your bank. You can close this page; we’ll update your wallet.',
    settled: (amount: string) => `${amount} added`,
    balanceNow: (amount: string) => `Your balance is ${amount}.`,
    backToOrder: 'Back to your order',
    useCredits: 'Use credits',
    declined: 'The payment didn’t go through',
    expired: 'The time to pay ran out',
    nothingAdded: 'No credits were added.',
    stillBalance: (amount: string) => `Your balance is still ${amount}.`,
    yourBalance: 'Your balance',
    withoutThis: (amount: string) => `${amount}, without this payment`,
    lateMoney:
      'We can’t see your bank account. Don’t pay again: if the payment reaches us, it is credited by itself, once. If it doesn’t, ask your bank with the reference.',
    tryAgain: (amount: string) => `Try ${amount} again`,
    addNote: 'Add a note (optional)',
    upFrom: (amount: string) => `New balance, up from ${amount}`,
    lastsShort: (amount: string, date: string, tier: string, days: number) =>
      `This ${amount} lasts to ${date} (${tier}, ${dayCount(days)})`,
    lasts: (amount: string, date: string, days: number, tier: string) =>
      `This ${amount} lasts to ${date}: ${dayCount(days)}, because you are ${tier} when you add it.`,
    reaches: (tier: string) => `Reaches ${tier}`,
    stays: (tier: string) => `${tier} stays`,
    youReach: (tier: string) => `You reach ${tier}.`,
    afterwardsLast: (days: number) => `Credits you add after this one last ${dayCount(days)}.`,
    afterwardsNever: 'Credits you add from then on never expire.',
    nowLast: (days: number) => `Credits you add from now on last ${dayCount(days)}.`,
    keepWhile: (tier: string, threshold: string, spare: string) =>
      `You stay ${tier} while your balance is ${threshold} or more. You can spend ${spare} before that changes.`,
    details: 'Payment details',
    payingTo: 'Paying to',
    amount: 'Amount',
    by: (amount: string, method: string) => `${amount} by ${method}`,
    cancelNote:
      'Changed your mind? Just leave: unpaid, it ends by itself. If you have approved it already and it arrives, it is added once.',
    known: 'What we know',
    started: 'Started',
    unknownYet: 'We don’t know yet',
    noAnswer: (amount: string) => `We have no answer about your ${amount} yet. It may have worked or not.`,
    whatToDo: 'What to do',
    doSteps: (amount: string): readonly (readonly [string, string])[] => [
      ['Look where you paid', `Does your UPI app or bank show ${amount}?`],
      ['If it says paid, do nothing', 'When the payment reaches us, it is added once, by itself.'],
      ['If it says failed, you can try again', 'Nothing is added for a payment that failed.'],
    ],
    help: 'Get help',
    thisTopUp: 'This top-up',
    added: 'Added',
    paidWith: 'Paid with',
    when: 'When',
    lastsTo: 'Lasts to',
    noEnd: 'No expiry',
    reached: (tier: string) => `You’ve reached ${tier}`,
    addedNow: (amount: string) => `${amount} added. Your balance is`,
    changes: (tier: string) => `What ${tier} changes`,
    seeTier: (tier: string) => `See ${tier} and its benefits`,
  },
};

export type TopUpWords = typeof topUpWords;
