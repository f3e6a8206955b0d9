import { formatCount, plural } from '../../../format/number.ts';
import type { PaymentMethod } from '../../../graphql/graphql.ts';

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
    payWith: 'Pay with',
    methods: { UPI: 'UPI', CARD: 'Card' } satisfies Record<PaymentMethod, string>,
    methodHints: {
      UPI: 'Any UPI app, or scan a QR code',
      CARD: 'Debit or credit card, on the bank’s page',
    } satisfies Record<PaymentMethod, string>,
    note: 'Note to yourself (optional)',
    outlook: 'After this top-up',
    newBalance: 'New balance',
    neverExpire: 'These credits never expire.',
    expire: (date: string, tier: string, days: number) =>
      `These credits expire ${date} (${tier}, ${formatCount(days)} ${plural(days, { one: 'day', other: 'days' })}).`,
    takesYouTo: (tier: string) => `This takes you to ${tier}.`,
    pay: (amount: string | null, method: string) =>
      amount === null ? `Pay with ${method}` : `Pay ${amount} with ${method}`,
    starting: 'Starting…',
    unsure: 'We don’t know yet whether the top-up has started.',
    notStarted: 'The top-up did not start. Nothing was charged.',
    offline: 'You’re offline. Adding credits works again once you are back.',
    loadingTopUp: 'Loading your top-up',
    topUpFailed: 'Your top-up didn’t load.',
    unknown: 'There is no such top-up in your wallet.',
    payNow: (amount: string) => `Pay ${amount}`,
    qr: (amount: string) => `UPI QR code for ${amount}`,
    scan: (amount: string) => `Scan with any UPI app and pay ${amount}.`,
    openUpi: 'Open a UPI app',
    onProvidersPage: 'You pay on the bank’s own page. We never see your card.',
    openPage: 'Open the payment page',
    timeLeft: (time: string) => `${time} left to pay`,
    timeOver: 'The time to pay is over.',
    staysOpen: 'This page sees by itself when you have paid.',
    confirming: (amount: string) => `Waiting for your bank to confirm ${amount}`,
    mayClose: 'You can close this page; your wallet is updated as soon as the money is there.',
    stillWaiting: 'Still waiting for your bank. You can close this page; we’ll update your wallet.',
    dontPayAgain: 'Please don’t pay again.',
    settled: (amount: string) => `${amount} added`,
    balanceNow: (amount: string) => `Your balance is ${amount}.`,
    backToOrder: 'Back to your order',
    useCredits: 'Use credits',
    declined: 'Your bank didn’t confirm the payment',
    expired: 'The time to pay ran out',
    nothingAdded: 'No credits were added.',
    lateMoney: 'If your bank takes the money after all, it is credited by itself.',
    tryAgain: 'Try again',
    otherMethod: (method: string) => `Use ${method} instead`,
  },
};

export type TopUpWords = typeof topUpWords;
