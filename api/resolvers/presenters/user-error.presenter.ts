import type { UserError } from '../../../schema/user-error/user-error.type.ts';
import type { EndedCheckout } from '../../domain/checkout-status.ts';
import type { GiftStatus } from '../../domain/gift-card/gift-status.ts';
import type { CardEnd } from '../../domain/gift-card/card-end.ts';
import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import { isMoneyEntry, type Entry, type EntryKind } from '../../domain/wallet/entries.ts';
import type { EndedHold } from '../../domain/wallet/hold-story.ts';
import type { Undecided } from '../../services/bulk-add-credits.ts';
import { presentMoney } from './money.presenter.ts';
import { presentDebit, presentTransaction } from './transaction.presenter.ts';
import { rupees } from './rupees.ts';

type Said = Omit<UserError, 'code'>;
type Words = { readonly [C in RefusalCode]: (refusal: Extract<Refusal, { code: C }>) => Said };

const CARD_ENDED: { readonly [E in CardEnd]: string } = {
  CLAIMED: 'What was on this gift card is in a wallet already.',
  EXPIRED: 'This gift card has expired.',
  CANCELLED: 'The shop has cancelled this gift card.',
  USED: 'All that was on this gift card has been spent.',
};

/** What each refusal says to a person, and the details that a program can act on. The compiler lists the codes. */
const words: Words = {
  CUSTOMER_NOT_FOUND: () => about('customerId', 'The shop has no customer with this id.'),
  WALLET_NOT_FOUND: () => about('customerId', 'This customer has no wallet yet.'),
  WALLET_EXISTS: ({ since }) => ({ ...about('customerId', 'This customer has a wallet already.'), since }),
  WALLET_FROZEN: ({ since }) => ({
    ...inGeneral('The wallet is frozen at the moment. Customer support can release it.'),
    since,
  }),
  WALLET_SUSPENDED: ({ since }) => ({
    ...inGeneral('The wallet is suspended. Only an admin can lift that.'),
    since,
  }),
  INSUFFICIENT_FUNDS: ({ available, shortBy }) => ({
    ...about('amount', `The wallet holds ${rupees(available)}, which is ${rupees(shortBy)} too little.`),
    available: presentMoney(available),
    shortBy: presentMoney(shortBy),
  }),
  AMOUNT_OUT_OF_RANGE: ({ min, max }) => ({
    ...about('amount', `The amount must be between ${rupees(min)} and ${rupees(max)}.`),
    min: presentMoney(min),
    max: presentMoney(max),
  }),
  WALLET_LIMIT_EXCEEDED: ({ max, available }) => ({
    ...about('amount', `A wallet can hold at most ${rupees(max)}; this one holds ${rupees(available)}.`),
    max: presentMoney(max),
    available: presentMoney(available),
  }),
  TOO_MANY_LOTS: ({ limit }) =>
    inGeneral(`The wallet holds ${limit} separate credits, as many as it can. Some must be spent first.`),
  EXPIRES_IN_PAST: () => about('expiresAt', 'The expiry date must be in the future.'),
  ORDER_ALREADY_PAID: ({ debit }) => ({
    ...about(
      'orderId',
      `This order has been paid with ${rupees(debit.amount)} before. Pay once more only if that is meant.`,
    ),
    transaction: presentDebit(debit),
  }),
  DEBIT_NOT_FOUND: () => about('debitId', 'There is no debit with this id.'),
  REFUND_EXCEEDS_DEBIT: ({ refundable, of }) => ({
    ...about(
      'amount',
      refundable === 0n
        ? `This ${of === 'ORDER' ? 'order' : 'debit'} has been refunded in full.`
        : `Of this ${of === 'ORDER' ? 'order' : 'debit'}, ${rupees(refundable)} can still be refunded.`,
    ),
    refundable: presentMoney(refundable),
  }),
  TOO_MANY_REFUNDS: ({ limit, refundable, of }) => ({
    ...about(
      'amount',
      `${of === 'ORDER' ? 'An order' : 'A debit'} has at most ${limit} refunds, and the last gives all that is left: ${rupees(refundable)}.`,
    ),
    refundable: presentMoney(refundable),
  }),
  CREDIT_NOT_FOUND: () => about('creditId', 'There is no credit with this id.'),
  CREDIT_USED_UP: ({ held }) =>
    held === undefined
      ? about('creditId', 'Nothing of this credit is left.')
      : {
          ...about('creditId', `All that is left of this credit, ${rupees(held)}, is set aside for orders.`),
          held: presentMoney(held),
        },
  HOLD_NOT_FOUND: () => about('holdId', 'There is no hold with this id.'),
  HOLD_ENDED: ({ status, since }) => ({ ...about('holdId', ENDED[status]), since }),
  HOLD_EXPIRED: ({ since, available, wouldWork }) => ({
    ...about(
      'holdId',
      `This hold has expired, and what it kept is spendable again. A plain debit ${wouldWork ? 'would work' : 'would not work'} now.`,
    ),
    available: presentMoney(available),
    ...{ since, wouldWork },
  }),
  HOLD_EXCEEDED: ({ held }) => ({
    ...about('amount', `Of this hold, ${rupees(held)} can still be captured.`),
    held: presentMoney(held),
  }),
  TOO_MANY_HOLDS: ({ limit }) =>
    inGeneral(`The wallet has ${limit} open holds, as many as it can. One must end first.`),
  CHECKOUT_NOT_FOUND: () => about('checkoutId', 'There is no checkout with this id.'),
  CHECKOUT_OPEN: ({ since }) => ({
    ...about('orderId', 'This order has an open checkout. Go on with that, or call it off first.'),
    since,
  }),
  CHECKOUT_ENDED: ({ status, since }) => ({ ...inGeneral(CHECKOUT[status]), since }),
  PAYMENT_CONFIRMING: () =>
    inGeneral('The bank is working on the payment. Wait for it, and do not pay again.'),
  SESSION_NOT_FOUND: () => about('sessionId', 'There is no such session, or it has ended already.'),
  REWARD_NOT_FOUND: () => about('rewardId', 'There is no reward with this id.'),
  REWARD_NOT_ACTIVE: () => about('rewardId', 'This reward is not offered at the moment.'),
  REWARD_NOT_YET_VALID: ({ since }) => ({ ...about('rewardId', 'This reward has not started yet.'), since }),
  REWARD_EXPIRED: ({ since }) => ({ ...about('rewardId', 'This reward has ended.'), since }),
  REWARD_EXHAUSTED: () => about('rewardId', 'This reward has been claimed by as many as could.'),
  REWARD_CHANGED: ({ since }) => ({
    ...about('expectedRevision', 'Somebody has changed the reward since it was read. Look at it again.'),
    since,
  }),
  REWARD_ALREADY_CLAIMED: ({ since }) => ({
    ...about('rewardId', 'This reward has been claimed before; it can be claimed once.'),
    since,
  }),
  MINIMUM_PURCHASE_NOT_MET: ({ required, largest }) => ({
    ...about(
      'rewardId',
      `This reward asks for one order of at least ${rupees(required)}; the largest so far came to ${rupees(largest)}.`,
    ),
    required: presentMoney(required),
    largest: presentMoney(largest),
  }),
  CODE_NOT_USABLE: () => about('code', 'This code cannot be used. Check its letters and digits.'),
  TOO_MANY_ATTEMPTS: ({ waitSeconds: retryAfterSeconds }) => ({
    ...about('code', `Too many codes were tried. Wait ${retryAfterSeconds} seconds, then try again.`),
    retryAfterSeconds,
  }),
  CAMPAIGN_NOT_FOUND: () => about('campaignId', 'There is no campaign with this id.'),
  CAMPAIGN_NOT_RUNNING: ({ since }) => ({
    ...about('code', 'This code cannot be used at the moment. Try again later.'),
    ...(since !== null && { since }),
  }),
  CAMPAIGN_ENDED: ({ since }) => ({
    ...inGeneral('This campaign is over: nothing of it is left.'),
    ...(since !== null && { since }),
  }),
  CAMPAIGN_OWN: () =>
    about('campaignId', 'It may cost too much for one person alone: another admin has to start it.'),
  CAMPAIGN_CHANGED: ({ termsVersion }) =>
    about(
      'version',
      `Somebody has changed the campaign since: its version is ${termsVersion} now. Look again.`,
    ),
  GIFT_CARD_NOT_FOUND: () => about('giftCardId', 'There is no gift card with this id.'),
  GIFT_CARD_ENDED: ({ because, since }) => ({ ...inGeneral(CARD_ENDED[because]), since }),
  GIFT_NOT_FOUND: () =>
    inGeneral(
      'There is no such gift. See whether the link is whole, and whether a newer mail has replaced it.',
    ),
  GIFT_ENDED: ({ status, since }) => ({ ...inGeneral(GIFT_ENDED[status]), since }),
  GIFTS_UNAVAILABLE: () => inGeneral('Gifts cannot be sent at the moment. Nothing was charged.'),
  BUYING_LIMIT_REACHED: ({ available }) => ({
    ...about(
      'amount',
      `You may buy gift cards for ${rupees(available)} more today. Buy less, or go on tomorrow.`,
    ),
    available: presentMoney(available),
  }),
  GIFT_CARD_STOPPED: () =>
    inGeneral(
      'The payment for this gift card is disputed at the bank. Nothing of it can be used until that is settled.',
    ),
  GIFT_CARD_HELD: ({ held }) => ({
    ...inGeneral(
      `Of this gift card ${rupees(held)} is set aside for an order. Pay that order or call it off, then try again.`,
    ),
    held: presentMoney(held),
  }),
  LIMIT_REACHED: ({ max, available }) => ({
    ...about(
      'amount',
      `Alone you may give out ${rupees(max)} at once, and ${rupees(available)} more today. Give out less, or ask another admin.`,
    ),
    ...{ max: presentMoney(max), available: presentMoney(available) },
  }),
  VOUCHER_USED: ({ since }) => ({
    ...about('code', 'This code has been used, as often as it can be.'),
    since,
  }),
  VOUCHER_NOT_FOR_YOU: ({ because }) =>
    about(
      'code',
      because === 'NOT_NEW'
        ? 'This code is for customers who have not ordered yet.'
        : 'This code is for customers of other tiers.',
    ),
  REFERRAL_CODE_UNKNOWN: () => about('code', 'This referral code is not valid.'),
  REFERRAL_SELF: () => about('code', 'A referral code is for friends, not for oneself.'),
  REFERRAL_LOOP: () => about('code', 'This is the code of somebody who was brought by this customer.'),
  REFERRAL_ALREADY_APPLIED: ({ since }) => ({
    ...about('code', 'A referral code has been used before; it can be used once.'),
    since,
  }),
  REFERRAL_WINDOW_CLOSED: ({ since }) => ({
    ...about('code', 'A referral code can only be used soon after a wallet was created.'),
    since,
  }),
  REFERRAL_LIMIT_REACHED: () => about('code', 'This code has been used as often as it can be this month.'),
  PAYMENT_UNAVAILABLE: () =>
    inGeneral('Payments cannot be taken at the moment. Nothing was charged; try again in a while.'),
  REVIEW_NOT_FOUND: () => about('reviewId', 'There is no review with this id.'),
  REVIEW_ENDED: ({ since }) => ({ ...about('reviewId', 'This review has been decided already.'), since }),
  REVIEW_TAKEN: ({ since }) => ({
    ...about('reviewId', 'Somebody else has taken this review. An admin can take it over.'),
    since,
  }),
  NOT_REFUNDABLE: (refused) =>
    about(refused.about ?? 'reviewId', 'This cannot be refunded to where it came from.'),
  APPROVAL_PENDING: ({ since }) => ({
    ...inGeneral('The same was asked for before, and nobody has decided on it yet.'),
    since,
  }),
  APPROVAL_NOT_FOUND: () => about('approvalId', 'There is no approval with this id.'),
  APPROVAL_ENDED: ({ since }) => ({
    ...about('approvalId', 'This approval was decided, withdrawn or has expired.'),
    since,
  }),
  APPROVAL_OWN: () => about('approvalId', 'Who asks never decides: another admin has to.'),
  APPROVAL_NOT_YOURS: () => about('approvalId', 'Only who has asked for it takes it back.'),
  APPROVAL_CHANGED: () => about('approvalId', 'It is no longer what was shown. Look at it again.'),
  APPROVAL_ASKER_GONE: () =>
    about('approvalId', 'Who asked for it no longer works here in that role. Refuse it, or do it yourself.'),
  JOB_NOT_FOUND: () => about('jobId', 'There is no such job.'),
  JOB_ENDED: ({ since }) => ({
    ...about('jobId', 'It has ended already: send the rest as a new file.'),
    since,
  }),
  QUOTE_CHANGED: ({ moved }) => ({
    ...about('expectedSeq', `The wallet has moved since it was previewed${whatMoved(moved)}. Look again.`),
    moved: moved.filter(isMoneyEntry).map((entry) => presentTransaction(entry)),
  }),
  IDEMPOTENCY_CONFLICT: ({ firstUsedAt }) => ({
    ...about(
      'idempotencyKey',
      'This idempotency key was used for something else before. Use a new one for a new act.',
    ),
    firstUsedAt,
  }),
  INVALID_INPUT: ({ field, problem }) => about(field, problem),
};

const CHECKOUT: { readonly [S in EndedCheckout]: string } = {
  PAID: 'This order is paid.',
  FAILED: 'The payment of this checkout failed. Start another.',
  EXPIRED: 'The time to pay was over. Start another checkout.',
  CANCELLED: 'This checkout was called off.',
};

const ENDED: { readonly [S in EndedHold]: string } = {
  CAPTURED: 'This hold was captured already.',
  RELEASED: 'This hold was released already.',
  EXPIRED: 'This hold has expired.',
};

/** What an entry is called where only its amount is said besides. */
const HAPPENED: { readonly [K in EntryKind]: string } = {
  OPEN: 'opened',
  CREDIT: 'added',
  DEBIT: 'spent',
  REFUND: 'refunded',
  EXPIRY: 'expired',
  REVERSAL: 'taken back',
  STATUS: 'another status',
  EXTENSION: 'a later expiry',
  PURCHASE: 'an order',
  SETTLEMENT: 'less is owed',
  HOLD: 'set aside',
  RELEASE: 'given back',
};

function whatMoved(entries: readonly Entry[]): string {
  const said = entries.map((entry) =>
    isMoneyEntry(entry) ? `${rupees(entry.amount)} ${HAPPENED[entry.kind]}` : HAPPENED[entry.kind],
  );
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
}

/** What is said of one row of many that nobody has decided yet, or of which that is not known. */
const undecided: Readonly<Record<Undecided['undecided'], string>> = {
  TRY_AGAIN:
    'This row is not decided yet, and nothing was written for it by this call. Send the same call again, with the same idempotency key.',
  OUTCOME_UNKNOWN:
    'The database did not confirm whether this row was written. Send the same call again, with the same idempotency key, to find out.',
};

/** A refusal as the API says it. */
export function presentRefusal(refusal: Refusal): UserError {
  const say = words[refusal.code] as (refusal: Refusal) => Said;
  return { code: refusal.code, ...say(refusal) };
}

/** The same where nothing was sent that a path could lead to. */
export function presentRefusalOfNoField(refusal: Refusal): UserError {
  return { ...presentRefusal(refusal), field: null };
}

/** The same about one row of many. */
export function presentRefusalOfRow(refusal: Refusal, index: number): UserError {
  const said = presentRefusal(refusal);
  // The key is the whole call's, whichever row it met.
  if (refusal.code === 'IDEMPOTENCY_CONFLICT') return said;
  return { ...said, field: ['rows', String(index), ...(said.field?.slice(1) ?? [])] };
}

export function presentUndecidedRow(code: Undecided['undecided'], index: number): UserError {
  return { code, message: undecided[code], field: ['rows', String(index)] };
}

function about(field: string, message: string): Said {
  return { message, field: ['input', field] };
}

function inGeneral(message: string): Said {
  return { message, field: null };
}

const GIFT_ENDED: Readonly<Record<GiftStatus, string>> = {
  UNPAID: 'This gift is not paid yet.',
  SCHEDULED: 'This gift has not been sent yet.',
  SENT: 'This gift has been sent, and waits to be claimed.',
  UNCLAIMED: 'Nobody has claimed this gift.',
  CLAIMED: 'This gift has been claimed.',
  RECALLED: 'This gift was recalled.',
  RETURNED: 'This gift went back to its sender.',
  EXPIRED: 'This gift has expired.',
};
