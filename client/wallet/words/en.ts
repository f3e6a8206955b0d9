import type { ProblemCode } from '../../apollo/problem.ts';
import { formatCount, plural } from '../../format/number.ts';
import type {
  CreditFunding,
  CreditSource,
  ErrorCode,
  ShownReason,
  TierLevel,
} from '../../graphql/graphql.ts';
import type { ShownKind } from '../entry/transaction-look.ts';

/** The shop has named its tiers; other languages go by the level. */
export interface NamedTier {
  level: TierLevel;
  name: string;
}

const days = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'day', other: 'days' })}`;

/** What several screens say of a wallet and its entries, and why something failed or was refused. */
export const walletWords = {
  kinds: {
    CREDIT: { word: 'Added', spoken: 'Credit' },
    DEBIT: { word: 'Spent', spoken: 'Debit' },
    REFUND: { word: 'Refunded', spoken: 'Refund' },
    EXPIRY: { word: 'Expired', spoken: 'Expired' },
    REVERSAL: { word: 'Reversed', spoken: 'Reversal' },
    HOLD: { word: 'Set aside', spoken: 'Set aside' },
    RELEASE: { word: 'Given back', spoken: 'Given back' },
    OTHER: { word: 'Entry', spoken: 'Entry' },
  } satisfies Record<ShownKind, { word: string; spoken: string }>,

  sources: {
    PURCHASE: 'Top-up',
    REFERRAL: 'Referral',
    PROMOTION: 'Promotion',
    LOYALTY: 'Reward',
    REFUND: 'Refund',
    MANUAL: 'Shop',
  } satisfies Record<CreditSource, string>,

  entry: {
    order: (orderId: string) => `Order ${orderId}`,
    refundOf: (orderId: string) => `Refund for order ${orderId}`,
    balanceAfter: 'Balance after',
    shopOrder: 'Shop order',
    heldPayment: 'A payment of yours',
    expiry: 'Expiry',
    reversal: 'Correction',
    titles: {
      CREDIT: 'Credits added',
      DEBIT: 'Credits spent',
      REFUND: 'Refund',
      EXPIRY: 'Credits expired, unused part',
      REVERSAL: 'Credits taken back by the shop',
      HOLD: 'Set aside',
      RELEASE: 'Given back',
      OTHER: 'Wallet entry',
    } satisfies Record<ShownKind, string>,
  },

  draws: {
    funding: { PURCHASED: 'Purchased', GRANTED: 'Reward or promo' } satisfies Record<CreditFunding, string>,
    left: (amount: string) => `${amount} left`,
    stays: (amount: string) => `${amount} stays`,
    usedUp: 'Used up',
    expires: (date: string) => `expires ${date}`,
    never: 'never expires',
  },

  reference: {
    label: 'Reference',
    copy: 'Copy reference',
    copied: 'Reference copied',
  },

  receipt: {
    share: 'Share',
    print: 'Print',
    copied: 'Receipt copied',
  },

  status: {
    ACTIVE: 'Active',
    FROZEN: 'Frozen',
    SUSPENDED: 'Suspended',
    today: (time: string) => `today at ${time}`,
    on: (date: string, time: string) => `on ${date}, ${time}`,
    frozen: (since: string) => `The shop froze your wallet ${since}.`,
    suspended: (since: string) => `The shop suspended your wallet ${since}.`,
    reasons: {
      DEVICE_LOST: 'A phone or another device of yours was reported lost.',
      CUSTOMER_REQUEST: 'You asked for it.',
      UNUSUAL_ACTIVITY: 'It saw something unusual and keeps your credits safe.',
      PAYMENT_CHECKED: 'It is looking into a payment.',
      DETAILS_MISSING: 'It needs something from you first.',
    } satisfies Record<ShownReason, string>,
    noReason: 'It tells you why when you ask.',
    onlyShop: 'Only the shop can open it again.',
    refundsArrive: 'Refunds and payments you’ve made still arrive',
    historyOpen: 'History and statements stay open',
    spendingPaused: 'Adding, using, claiming and referring are paused',
    contact: 'Talk to the shop',
  },

  shop: {
    title: 'Talk to the shop',
    call: (phone: string) => `Call ${phone}`,
    write: 'Write to the shop',
    askThere: (shop: string) => `Ask at ${shop}: they see your wallet there.`,
    quote: { before: 'Quote', after: 'and they find your wallet at once.' },
    fillsIn: (reference: string) => `We fill in ${reference} for you`,
  },

  tier: {
    title: 'Your tier',
    name: ({ name }: NamedTier) => name,
    progress: 'Tier progress',
    member: (tier: string) => `${tier} member`,
    noWallet: 'No wallet yet',
    toNext: (amount: string, next: string) => `${amount} more to reach ${next}`,
    top: (tier: string) => `${tier}: the top tier`,
    lifetime: (next: number | null, current: number | null) => {
      const now = current === null ? '' : `, not ${formatCount(current)}`;
      return next === null ? 'Then new credits never expire.' : `Then new credits last ${days(next)}${now}.`;
    },
    topLifetime: 'New credits never expire.',
    basis: {
      BALANCE: 'Your tier follows your balance.',
      LIFETIME_CREDITS: 'Your tier counts all credits you ever received. Spending does not lower it.',
      ROLLING_SPEND: 'Your tier counts what you spent in the last 12 months.',
    },
    lasts: (count: number | null) => (count === null ? 'No expiry' : days(count)),
  },

  invitation: {
    title: 'Bring a friend',
    offer: (own: string, theirs: string) => `You get ${own}, your friend gets ${theirs}.`,
    validity: (count: number) => `Both last ${days(count)}.`,
    message: (written: string, _code: string, _bonus: string) => written,
    share: 'Share your code',
    whatsApp: 'WhatsApp',
    sms: 'Text message',
    email: 'Email',
    subject: 'Credits at Early Bird',
    copyMessage: 'Copy message',
  },

  wallet: {
    missingTitle: 'You don’t have a wallet yet',
    missing: 'It takes one tap. It costs nothing, and it starts empty.',
    create: 'Create my wallet',
    creating: 'Creating…',
    created: 'Your wallet is open.',
    failed: 'Your wallet wasn’t created.',
  },

  unknown: {
    text: 'The shop’s answer did not arrive, so we keep asking and tell you here. Nothing is done twice.',
    ask: 'Ask now',
    wallet: 'We don’t know yet whether your wallet was created.',
  },

  freshness: {
    updated: (time: string) => `Updated ${time}`,
    updating: 'Updating…',
  },

  problems: {
    request: 'Request',
    OFFLINE: 'The shop can’t be reached. Check your connection.',
    UNAUTHENTICATED: 'Your session has ended. Sign in again.',
    FORBIDDEN: 'Your account may not see this.',
    NOT_FOUND: 'It isn’t there any more.',
    BAD_USER_INPUT: 'The address of this page asks for something the shop doesn’t understand.',
    RATE_LIMITED: 'Too many requests at once. Wait a moment.',
    TRY_AGAIN: 'The shop is busy. Nothing was lost; try again in a moment.',
    OUTCOME_UNKNOWN: 'We don’t know yet whether it worked. Trying again is safe.',
    INTERNAL_SERVER_ERROR: 'Something went wrong on our side.',
  } satisfies Record<ProblemCode | 'request', string>,

  refusals: {
    CUSTOMER_NOT_FOUND: 'The shop doesn’t know this customer yet.',
    WALLET_EXISTS: 'You already have a wallet. Refresh to see it.',
    WALLET_NOT_FOUND: 'You don’t have a wallet yet. Create it on Home.',
    WALLET_FROZEN: 'Your wallet is frozen. Contact the shop to have it opened again.',
    WALLET_SUSPENDED: 'Your wallet is suspended. Contact the shop.',
    INSUFFICIENT_FUNDS: 'There are not enough credits in your wallet.',
    AMOUNT_OUT_OF_RANGE: 'The amount is outside what the shop allows.',
    WALLET_LIMIT_EXCEEDED: 'Your wallet would hold more than the shop allows.',
    TOO_MANY_LOTS: 'Your wallet holds too many separate credits. Use some first.',
    TOO_MANY_REFUNDS: 'This payment has been refunded too often. Refund all that is left of it.',
    REWARD_NOT_FOUND: 'This reward doesn’t exist any more.',
    REWARD_NOT_ACTIVE: 'The shop has paused this reward.',
    REWARD_NOT_YET_VALID: 'This reward has not started yet.',
    REWARD_EXPIRED: 'This reward has ended.',
    REWARD_EXHAUSTED: 'Someone claimed the last one.',
    REWARD_CHANGED: 'This reward has been changed since you opened it.',
    REWARD_ALREADY_CLAIMED: 'You have claimed this reward already.',
    MINIMUM_PURCHASE_NOT_MET: 'One of your orders has to be larger first.',
    CODE_NOT_USABLE: 'This code cannot be used. Check the letters and digits.',
    TOO_MANY_ATTEMPTS: 'Too many codes were tried. Wait a little, then try again.',
    CAMPAIGN_NOT_FOUND: 'There is no such campaign.',
    CAMPAIGN_NOT_RUNNING: 'This code cannot be used at the moment. Try again later.',
    CAMPAIGN_ENDED: 'This offer is over: nothing of it is left.',
    CAMPAIGN_OWN: 'Another admin has to start it: it may cost too much for one person alone.',
    CAMPAIGN_CHANGED: 'Somebody has changed the campaign since. Look again.',
    GIFT_CARD_NOT_FOUND: 'There is no such gift card.',
    GIFT_CARD_ENDED: 'There is nothing on this gift card any more.',
    GIFT_NOT_FOUND: 'There is no such gift. The link must be whole, and the one of the newest mail.',
    GIFT_ENDED: 'Nothing can be done with this gift any more, or not yet.',
    GIFTS_UNAVAILABLE: 'Gifts cannot be sent at the moment. Nothing was charged.',
    BUYING_LIMIT_REACHED: 'That is more than you can buy in gift cards today. Buy less, or go on tomorrow.',
    GIFT_CARD_STOPPED:
      'The bank is looking into the payment for this gift. Until that is settled nothing can be done with it.',
    GIFT_CARD_HELD: 'This gift card is set aside for an order. Pay the order or call it off first.',
    LIMIT_REACHED: 'That is more than one person may give out alone today.',
    VOUCHER_USED: 'This code has been used, as often as it can be.',
    VOUCHER_NOT_FOR_YOU: 'This code is for other customers.',
    REFERRAL_CODE_UNKNOWN: 'No one has this code. Check the letters and digits.',
    REFERRAL_SELF: 'This is your own code. Share it with a friend instead.',
    REFERRAL_LOOP: 'This friend joined with your code, so theirs can’t be used by you.',
    REFERRAL_ALREADY_APPLIED: 'You have used a friend’s code already. It works once.',
    REFERRAL_WINDOW_CLOSED: 'Codes can only be entered while a wallet is new.',
    REFERRAL_LIMIT_REACHED: 'This code has been used as often as the shop allows.',
    REVIEW_NOT_FOUND: 'There is no such payment to look at.',
    REVIEW_ENDED: 'This has been decided already.',
    REVIEW_TAKEN: 'Somebody else is looking at this.',
    NOT_REFUNDABLE: 'This cannot be refunded to where it came from.',
    PAYMENT_UNAVAILABLE: 'The payment provider can’t be reached. Try again in a moment.',
    SESSION_NOT_FOUND: 'This session has ended already.',
    CREDIT_NOT_FOUND: 'This credit doesn’t exist.',
    CREDIT_USED_UP: 'Nothing is left of this credit.',
    HOLD_NOT_FOUND: 'Nothing was set aside under this number.',
    HOLD_ENDED: 'What was set aside has been used or given back already.',
    HOLD_EXPIRED: 'The time for this is over, and the credits are back in the wallet.',
    HOLD_EXCEEDED: 'That is more than was set aside.',
    TOO_MANY_HOLDS: 'Credits are set aside for too many orders at once.',
    CHECKOUT_NOT_FOUND: 'This checkout doesn’t exist.',
    CHECKOUT_OPEN: 'This order is being paid already.',
    CHECKOUT_ENDED: 'This checkout is over.',
    PAYMENT_CONFIRMING: 'The bank is still working on the payment. Please don’t pay again.',
    ORDER_ALREADY_PAID: 'This order has been paid before.',
    DEBIT_NOT_FOUND: 'This payment doesn’t exist.',
    EXPIRES_IN_PAST: 'The new expiry date has to lie in the future.',
    REFUND_EXCEEDS_DEBIT: 'That is more than is left to refund of this payment.',
    APPROVAL_PENDING: 'The same was asked for before. It waits for somebody to decide.',
    APPROVAL_NOT_FOUND: 'This request does not exist.',
    JOB_NOT_FOUND: 'This job could not be found.',
    JOB_ENDED: 'This job is done or was stopped.',
    APPROVAL_ENDED: 'This request was decided, taken back or has expired.',
    APPROVAL_OWN: 'Who asks never decides. Another admin has to.',
    APPROVAL_NOT_YOURS: 'Only the person who asked can take it back.',
    APPROVAL_CHANGED: 'This is no longer what you were shown. Look again before you decide.',
    APPROVAL_ASKER_GONE: 'The person who asked no longer works here in that role.',
    QUOTE_CHANGED: 'The wallet has moved since you looked. Look again before you decide.',
    IDEMPOTENCY_CONFLICT: 'This was sent before with other details. Close it and start again.',
    INVALID_INPUT: 'The shop could not accept this.',
    TRY_AGAIN: 'The shop is busy. Nothing was lost; try again in a moment.',
    OUTCOME_UNKNOWN: 'We don’t know yet whether it worked. Trying again is safe.',
  } satisfies Record<ErrorCode, string>,

  refusalFigures: {
    range: (min: string, max: string) => `Choose an amount from ${min} to ${max}.`,
    short: (amount: string) => `You are ${amount} short.`,
    walletLimit: (max: string) => `A wallet may hold ${max} at most.`,
    minimum: (order: { required: string; largest: string | null; since: string | null }) => {
      const opens = `One order of ${order.required} opens this.`;
      if (order.largest === null) return opens;
      const since = order.since === null ? '' : ` since ${order.since}`;
      return `Your largest order${since} is ${order.largest}. ${opens}`;
    },
  },
};

export type WalletWords = typeof walletWords;
