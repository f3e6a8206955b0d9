import { formatCount } from '../../../../format/number.ts';
import type { GiftCardEntryKind, GiftCardStatus } from '../../../../graphql/graphql.ts';

/** Null: of an order of somebody else's. */
type Told = (orderId: string | null) => string;

/** Buying gift cards. */
export const buyingWords = {
  buy: {
    title: 'Buy a gift card',
    loading: 'Loading what a gift card can be',
    failed: 'This page didn’t load.',
    noWallet: 'You don’t have a wallet yet. Create it on Home first.',
    howMuch: 'How much is to be on it?',
    amount: 'Amount in rupees',
    limits: (least: string, most: string) => `${least} to ${most} on a card.`,
    outside: (limits: string) => `Choose ${limits}`,
    outlook: 'What you get',
    code: 'A code of 17 letters and digits, as soon as it is paid.',
    use: 'It pays at checkout, in parts too, or becomes credit in a wallet.',
    lasts: (days: number) => `It lasts ${formatCount(days)} days.`,
    notFromCredits: 'Paid by UPI or card, not from your credits.',
    pay: (amount: string | null, method: string) =>
      amount === null ? `Pay with ${method}` : `Pay ${amount} with ${method}`,
    beginning: 'Starting…',
    unknown: 'We don’t know yet whether the purchase has started.',
    notBegun: 'The purchase did not start. Nothing was charged.',
  },

  list: {
    title: 'Gift cards you bought',
    none: 'Buy a card for yourself, or to hand to somebody.',
    buy: 'Buy a gift card',
    apart:
      'What is on a card is not part of your balance. It pays at checkout, or moves into a wallet and keeps its end date.',
    ending: (code: string) => `Card ending ${code}`,
    unnamed: (date: string) => `Card begun ${date}`,
    until: (date: string) => `Good until ${date}`,
    endedOn: (date: string) => `Ended ${date}`,
    of: (amount: string) => `of ${amount}`,
  },

  statuses: {
    ACTIVE: 'Ready',
    PART_USED: 'Part used',
    USED: 'Used up',
    CLAIMED: 'In a wallet',
    CANCELLED: 'Cancelled',
    EXPIRED: 'Expired',
  } satisfies Record<GiftCardStatus, string>,
  stopped: 'Stopped',
  notPaid: 'Not paid',
  confirming: 'Confirming',

  one: {
    title: 'Your gift card',
    loading: 'Loading your gift card',
    failed: 'Your gift card didn’t load.',
    notFresh: 'Checking didn’t work. What you see is from before.',
    unknown: 'You have bought no such gift card.',
    mayClose: 'You can close this page; the card is made once the money is there.',
    notPaid: 'The payment didn’t go through',
    nothingCame:
      'There is no card. If money left your account all the same, the card is made when it reaches us.',
    again: 'Buy a gift card again',
    details: 'Details',
    amount: 'Bought with',
    left: 'Left on it',
    held: 'Set aside for an order',
    used: 'Has paid',
    until: 'Good until',
    endedOn: 'Ended',
    begun: 'Bought',
    paidWith: 'Paid with',
    card: 'Card',
  },

  ends: {
    ACTIVE: {
      title: (left: string) => `${left} on your card`,
      text: 'Whoever has its code can pay with it at checkout, or move it into a wallet.',
    },
    PART_USED: {
      title: (left: string) => `${left} left on your card`,
      text: 'Some of it has paid an order or is set aside for one. The rest is for whoever has its code.',
    },
    USED: { title: () => 'This card is used up', text: 'All that was on it has paid orders.' },
    CLAIMED: {
      title: () => 'This card was claimed',
      text: 'What was on it went into the wallet of whoever had its code.',
    },
    CANCELLED: { title: () => 'This card was cancelled', text: 'The shop took back what was on it.' },
    EXPIRED: { title: () => 'This card has expired', text: 'Its time is over, and what was on it with it.' },
  } satisfies Record<GiftCardStatus, { title: (left: string) => string; text: string }>,
  stoppedText: 'Its payment is disputed. Until that is settled nothing of it can be used.',

  happened: {
    title: 'What happened to it',
    kinds: {
      ISSUE: () => 'Bought',
      CLAIM: () => 'Moved into a wallet',
      CANCELLATION: () => 'Taken back by the shop',
      EXPIRY: () => 'Expired unused',
      REISSUE: () => 'Got a new code',
      STOP: () => 'Stopped, its payment is disputed',
      RESUMPTION: () => 'Can be used again',
      HOLD: (orderId) => (orderId === null ? 'Held for an order' : `Held for order ${orderId}`),
      RELEASE: (orderId) => (orderId === null ? 'Back from an order' : `Back from order ${orderId}`),
      DEBIT: (orderId) => (orderId === null ? 'Paid an order' : `Paid order ${orderId}`),
      REFUND: (orderId) => (orderId === null ? 'Refund of an order' : `Refund of order ${orderId}`),
    } as Record<GiftCardEntryKind, Told>,
    left: (amount: string) => `${amount} left`,
  },

  code: {
    title: 'Its code',
    protects:
      'Whoever has the code has the money, so give it only to whom the card is for. Only you can see it here, for 30 days after you bought it, and each time is written down.',
    label: 'Gift card code',
    show: 'Show the code',
    showing: 'Fetching…',
    hide: 'Hide',
    copy: 'Copy the code',
    copied: 'Copied',
    failed: 'The code was not shown.',
    withheld:
      'The code is not shown any more: the 30 days are over, the card has ended, or it got another code. If you need one, the shop can give the card another.',
  },
};

export type BuyingWords = typeof buyingWords;
