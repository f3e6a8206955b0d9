import type { ActSubject, Note } from './act.ts';
import { formatRupees } from './money.ts';
import type { CreditEntry, Entry } from './wallet/entries.ts';

/** What an entry of the journal is called among acts, by the operation that makes it, and what happened in words. */
export const ENTRY_ACTS = {
  createWallet: 'Opened a wallet',
  addCredits: 'Added credits',
  bulkAddCredits: 'Added credits, as a row of a bulk credit',
  claimReward: 'Claimed a reward for a customer',
  redeemVoucher: 'Redeemed a voucher for a customer',
  claimGiftCard: 'Claimed a gift card for a customer',
  applyReferral: 'Applied a referral code for a customer',
  settleTopUp: 'Credited a payment',
  deductCredits: 'Spent credits of a customer',
  refundCredits: 'Refunded credits',
  expireCredits: 'Booked an expiry',
  reverseCredit: 'Took back a mistaken credit',
  setWalletStatus: 'Stopped or released a wallet',
  extendExpiry: 'Gave a credit more time',
  settleReceivable: 'Noted that a customer paid what was owed',
  writeOffReceivable: 'Gave up what a customer owed',
  recordPurchase: 'Reported an order',
  placeHold: 'Set credits of a customer aside for an order',
  captureHold: 'Spent credits that were set aside',
  releaseHold: 'Gave back credits that were set aside',
} as const;

export type EntryAct = keyof typeof ENTRY_ACTS;

/** Whether acts of this name are entries of a journal. */
export function isEntryAct(name: string): name is EntryAct {
  return Object.hasOwn(ENTRY_ACTS, name);
}

/** What a checkout books all day: spending, orders, and what is set aside for them. */
const AT_CHECKOUT = ['deductCredits', 'recordPurchase', 'placeHold', 'captureHold', 'releaseHold'];

/** Whether it is none of what a checkout books all day. */
export function isMadeAtDesk(name: string): boolean {
  return !AT_CHECKOUT.includes(name);
}

/** The name of an entry among acts. */
export function actOfEntry(entry: Entry): EntryAct {
  switch (entry.kind) {
    case 'OPEN':
      return 'createWallet';
    case 'CREDIT':
      return actOfCredit(entry);
    case 'DEBIT':
      return entry.holdId === undefined ? 'deductCredits' : 'captureHold';
    case 'HOLD':
      return 'placeHold';
    case 'RELEASE':
      return 'releaseHold';
    case 'REFUND':
      return 'refundCredits';
    case 'EXPIRY':
      return 'expireCredits';
    case 'REVERSAL':
      return 'reverseCredit';
    case 'STATUS':
      return 'setWalletStatus';
    case 'EXTENSION':
      return 'extendExpiry';
    case 'SETTLEMENT':
      return entry.how === 'PAID' ? 'settleReceivable' : 'writeOffReceivable';
    case 'PURCHASE':
      return 'recordPurchase';
  }
}

/** What an entry was done to. */
export function subjectOfEntry({ walletId }: Entry): ActSubject {
  return { kind: 'WALLET', id: walletId };
}

/** What an entry changed, as far as an act tells it; the journal tells all. */
export function notesOfEntry(entry: Entry): {
  readonly before: readonly Note[];
  readonly after: readonly Note[];
} {
  if (entry.kind === 'STATUS') {
    return {
      before: [{ key: 'status', value: entry.previous }],
      after: [
        { key: 'status', value: entry.status },
        ...(entry.shownReason ? [{ key: 'shownReason', value: entry.shownReason }] : []),
      ],
    };
  }
  const facts = {
    amount: 'amount' in entry ? formatRupees(entry.amount) : null,
    balance: 'amount' in entry ? formatRupees(entry.balanceAfter) : null,
    settled: entry.kind === 'SETTLEMENT' ? formatRupees(entry.settled) : null,
    orderId: 'orderId' in entry ? entry.orderId : null,
  };
  const after = Object.entries(facts).flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
  return { before: [], after };
}

function actOfCredit({ origin }: CreditEntry): EntryAct {
  switch (origin?.kind) {
    // That it was a payment which somebody looked at, the act beside it says.
    case 'REVIEW':
    case undefined:
      return 'addCredits';
    case 'BULK':
      return 'bulkAddCredits';
    case 'REWARD':
      return 'claimReward';
    case 'VOUCHER':
      return 'redeemVoucher';
    case 'GIFT_CARD':
      return origin.checkoutId === undefined ? 'claimGiftCard' : 'refundCredits';
    case 'REFERRAL':
      return 'applyReferral';
    case 'TOP_UP':
      return 'settleTopUp';
  }
}
