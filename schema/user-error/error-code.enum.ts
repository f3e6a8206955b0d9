import { registerEnumType } from 'type-graphql';

export const ErrorCode = {
  CUSTOMER_NOT_FOUND: 'CUSTOMER_NOT_FOUND',
  WALLET_NOT_FOUND: 'WALLET_NOT_FOUND',
  WALLET_EXISTS: 'WALLET_EXISTS',
  WALLET_FROZEN: 'WALLET_FROZEN',
  WALLET_SUSPENDED: 'WALLET_SUSPENDED',
  INSUFFICIENT_FUNDS: 'INSUFFICIENT_FUNDS',
  AMOUNT_OUT_OF_RANGE: 'AMOUNT_OUT_OF_RANGE',
  WALLET_LIMIT_EXCEEDED: 'WALLET_LIMIT_EXCEEDED',
  TOO_MANY_LOTS: 'TOO_MANY_LOTS',
  EXPIRES_IN_PAST: 'EXPIRES_IN_PAST',
  ORDER_ALREADY_PAID: 'ORDER_ALREADY_PAID',
  DEBIT_NOT_FOUND: 'DEBIT_NOT_FOUND',
  REFUND_EXCEEDS_DEBIT: 'REFUND_EXCEEDS_DEBIT',
  TOO_MANY_REFUNDS: 'TOO_MANY_REFUNDS',
  CREDIT_NOT_FOUND: 'CREDIT_NOT_FOUND',
  CREDIT_USED_UP: 'CREDIT_USED_UP',
  HOLD_NOT_FOUND: 'HOLD_NOT_FOUND',
  HOLD_ENDED: 'HOLD_ENDED',
  HOLD_EXPIRED: 'HOLD_EXPIRED',
  HOLD_EXCEEDED: 'HOLD_EXCEEDED',
  TOO_MANY_HOLDS: 'TOO_MANY_HOLDS',
  CHECKOUT_NOT_FOUND: 'CHECKOUT_NOT_FOUND',
  CHECKOUT_OPEN: 'CHECKOUT_OPEN',
  CHECKOUT_ENDED: 'CHECKOUT_ENDED',
  PAYMENT_CONFIRMING: 'PAYMENT_CONFIRMING',
  REWARD_NOT_FOUND: 'REWARD_NOT_FOUND',
  REWARD_NOT_ACTIVE: 'REWARD_NOT_ACTIVE',
  REWARD_NOT_YET_VALID: 'REWARD_NOT_YET_VALID',
  REWARD_EXPIRED: 'REWARD_EXPIRED',
  REWARD_EXHAUSTED: 'REWARD_EXHAUSTED',
  REWARD_CHANGED: 'REWARD_CHANGED',
  REWARD_ALREADY_CLAIMED: 'REWARD_ALREADY_CLAIMED',
  MINIMUM_PURCHASE_NOT_MET: 'MINIMUM_PURCHASE_NOT_MET',
  CODE_NOT_USABLE: 'CODE_NOT_USABLE',
  TOO_MANY_ATTEMPTS: 'TOO_MANY_ATTEMPTS',
  CAMPAIGN_NOT_FOUND: 'CAMPAIGN_NOT_FOUND',
  CAMPAIGN_NOT_RUNNING: 'CAMPAIGN_NOT_RUNNING',
  CAMPAIGN_ENDED: 'CAMPAIGN_ENDED',
  CAMPAIGN_OWN: 'CAMPAIGN_OWN',
  CAMPAIGN_CHANGED: 'CAMPAIGN_CHANGED',
  VOUCHER_USED: 'VOUCHER_USED',
  VOUCHER_NOT_FOR_YOU: 'VOUCHER_NOT_FOR_YOU',
  GIFT_CARD_NOT_FOUND: 'GIFT_CARD_NOT_FOUND',
  GIFT_CARD_ENDED: 'GIFT_CARD_ENDED',
  GIFT_NOT_FOUND: 'GIFT_NOT_FOUND',
  GIFT_ENDED: 'GIFT_ENDED',
  GIFTS_UNAVAILABLE: 'GIFTS_UNAVAILABLE',
  BUYING_LIMIT_REACHED: 'BUYING_LIMIT_REACHED',
  GIFT_CARD_HELD: 'GIFT_CARD_HELD',
  GIFT_CARD_STOPPED: 'GIFT_CARD_STOPPED',
  LIMIT_REACHED: 'LIMIT_REACHED',
  REFERRAL_CODE_UNKNOWN: 'REFERRAL_CODE_UNKNOWN',
  REFERRAL_SELF: 'REFERRAL_SELF',
  REFERRAL_LOOP: 'REFERRAL_LOOP',
  REFERRAL_ALREADY_APPLIED: 'REFERRAL_ALREADY_APPLIED',
  REFERRAL_WINDOW_CLOSED: 'REFERRAL_WINDOW_CLOSED',
  REFERRAL_LIMIT_REACHED: 'REFERRAL_LIMIT_REACHED',
  PAYMENT_UNAVAILABLE: 'PAYMENT_UNAVAILABLE',
  SESSION_NOT_FOUND: 'SESSION_NOT_FOUND',
  REVIEW_NOT_FOUND: 'REVIEW_NOT_FOUND',
  REVIEW_ENDED: 'REVIEW_ENDED',
  REVIEW_TAKEN: 'REVIEW_TAKEN',
  NOT_REFUNDABLE: 'NOT_REFUNDABLE',
  APPROVAL_PENDING: 'APPROVAL_PENDING',
  APPROVAL_NOT_FOUND: 'APPROVAL_NOT_FOUND',
  APPROVAL_ENDED: 'APPROVAL_ENDED',
  APPROVAL_OWN: 'APPROVAL_OWN',
  APPROVAL_NOT_YOURS: 'APPROVAL_NOT_YOURS',
  APPROVAL_CHANGED: 'APPROVAL_CHANGED',
  APPROVAL_ASKER_GONE: 'APPROVAL_ASKER_GONE',
  JOB_NOT_FOUND: 'JOB_NOT_FOUND',
  JOB_ENDED: 'JOB_ENDED',
  QUOTE_CHANGED: 'QUOTE_CHANGED',
  IDEMPOTENCY_CONFLICT: 'IDEMPOTENCY_CONFLICT',
  INVALID_INPUT: 'INVALID_INPUT',
  TRY_AGAIN: 'TRY_AGAIN',
  OUTCOME_UNKNOWN: 'OUTCOME_UNKNOWN',
} as const;
export type ErrorCode = keyof typeof ErrorCode;

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description:
    'Why a rule said no, and nothing was written; of a row of a bulk credit also that it is not decided yet. Branch on the code, not on the message; codes never change their meaning.',
  valuesConfig: {
    CUSTOMER_NOT_FOUND: { description: 'The shop has no customer with this id.' },
    WALLET_NOT_FOUND: { description: 'The customer has no wallet yet: create one first.' },
    WALLET_EXISTS: { description: 'The customer has a wallet already. `since` says from when.' },
    WALLET_FROZEN: { description: 'Staff have frozen the wallet for now. `since` says from when.' },
    WALLET_SUSPENDED: { description: 'An admin has suspended the wallet. `since` says from when.' },
    INSUFFICIENT_FUNDS: {
      description:
        'The wallet holds too little. `available` and `shortBy` say how much there is and how much is missing.',
    },
    AMOUNT_OUT_OF_RANGE: {
      description: 'The amount is too small or too large. `min` and `max` say what is allowed.',
    },
    WALLET_LIMIT_EXCEEDED: {
      description:
        'The wallet would hold more than it may. `max` is the limit, `available` what it holds now.',
    },
    TOO_MANY_LOTS: {
      description: 'The wallet holds as many separate credits as it can; some must be spent first.',
    },
    EXPIRES_IN_PAST: { description: 'The expiry date named is not in the future.' },
    ORDER_ALREADY_PAID: {
      description:
        'The order has a debit already, and `onlyOnce` asked to pay it once. `transaction` is the latest debit. What was given back of it is told by its `refunds`.',
    },
    DEBIT_NOT_FOUND: { description: 'There is no debit with this id.' },
    REFUND_EXCEEDS_DEBIT: {
      description: 'More than is left to refund of this debit. `refundable` says how much is left.',
    },
    TOO_MANY_REFUNDS: {
      description:
        'The debit has been refunded so often that only all that is left of it can still be refunded. `refundable` is how much.',
    },
    CREDIT_NOT_FOUND: { description: 'There is no credit with this id.' },
    CREDIT_USED_UP: {
      description:
        'Nothing of the credit is left, or all that is left is set aside by open holds: `held` says how much.',
    },
    HOLD_NOT_FOUND: { description: 'There is no hold with this id.' },
    HOLD_ENDED: { description: 'The hold was captured, released or has expired already. `since` says when.' },
    HOLD_EXPIRED: {
      description:
        'The hold ended at its deadline and gave back what it kept. `since` says when, `wouldWork` whether a plain debit of the amount would work now, and `available` what the wallet holds.',
    },
    HOLD_EXCEEDED: { description: 'More than the hold still keeps. `held` says how much that is.' },
    TOO_MANY_HOLDS: { description: 'The wallet has as many open holds as it can; one must end first.' },
    CHECKOUT_NOT_FOUND: { description: 'There is no checkout with this id.' },
    CHECKOUT_OPEN: {
      description:
        'The order has an open checkout, of this total or another. `checkout` is that one, `since` says since when: go on with it or cancel it.',
    },
    CHECKOUT_ENDED: {
      description:
        'The checkout has ended, or the order is paid by one. `checkout` is that one where the order was named; `since` says when.',
    },
    PAYMENT_CONFIRMING: {
      description: 'The bank is working on the payment of the checkout: wait until that is known.',
    },
    REWARD_NOT_FOUND: { description: 'There is no reward with this id.' },
    REWARD_NOT_ACTIVE: { description: 'The reward is switched off.' },
    REWARD_NOT_YET_VALID: { description: 'The reward cannot be claimed yet. `since` says from when it can.' },
    REWARD_EXPIRED: { description: 'The reward can no longer be claimed. `since` says when it ended.' },
    REWARD_EXHAUSTED: { description: 'The reward has been claimed as often as it may.' },
    REWARD_CHANGED: {
      description:
        'Somebody has changed the reward since it was read, and nothing was written over. `since` says when it last changed, and the answer holds the reward as it is now.',
    },
    REWARD_ALREADY_CLAIMED: {
      description: 'The customer has claimed this reward before. `since` says when.',
    },
    MINIMUM_PURCHASE_NOT_MET: {
      description:
        'The reward asks for a larger order. `required` and `largest` say how large, and what the largest was.',
    },
    CODE_NOT_USABLE: {
      description: 'There is no such code, or it is worth nothing to anybody. It is not said which.',
    },
    TOO_MANY_ATTEMPTS: {
      description:
        'Too many codes were tried that do not exist. `retryAfterSeconds` says for how long to wait; then the same call may be sent again.',
    },
    CAMPAIGN_NOT_FOUND: { description: 'There is no campaign with this id.' },
    CAMPAIGN_NOT_RUNNING: {
      description:
        'The campaign has not begun yet or is paused. `since` says when it begins, where that is known.',
    },
    CAMPAIGN_ENDED: {
      description:
        'The campaign is over, or its budget is spent. `since` says when it ended, where it did so by its time.',
    },
    CAMPAIGN_OWN: {
      description:
        'It may come to more than one admin gives out alone: another than who wrote its terms has to start it.',
    },
    CAMPAIGN_CHANGED: {
      description: 'Somebody has changed the campaign since it was looked at. Look again.',
    },
    VOUCHER_USED: {
      description:
        'The code was used, or the customer has used the campaign as often as may be. `since` says when.',
    },
    VOUCHER_NOT_FOR_YOU: {
      description: 'The code is for other customers: for new ones, or for those of other tiers.',
    },
    GIFT_CARD_NOT_FOUND: { description: 'There is no gift card with this id.' },
    GIFT_CARD_ENDED: {
      description:
        'The gift card was claimed, cancelled or used up, or has expired. `since` says when. Told to who claimed it and to people of the shop; others hear CODE_NOT_USABLE.',
    },
    GIFT_CARD_HELD: {
      description:
        'An open checkout holds something of the gift card, `held`. Told to whose checkout that is and to people of the shop; others hear CODE_NOT_USABLE.',
    },
    GIFT_CARD_STOPPED: {
      description:
        'The payment for the gift card is disputed, so nothing of it can be used until that is settled. Told to people of the shop, to who has the link of a gift and to its sender; others hear CODE_NOT_USABLE.',
    },
    GIFT_NOT_FOUND: { description: 'There is no gift with this id, or its link is not good, or no more.' },
    GIFT_ENDED: {
      description:
        'The gift was claimed, recalled or taken back, or has expired, or it is too early for that. `since` says when.',
    },
    GIFTS_UNAVAILABLE: { description: 'This shop cannot send gifts now. Nothing was charged.' },
    BUYING_LIMIT_REACHED: {
      description:
        'That is more than one customer may buy in gift cards today. `available` says what is left.',
    },
    LIMIT_REACHED: {
      description:
        'It is more than one person may do alone: `max` at once, and what is left of the day as `available`. Do less, or have another person do it.',
    },
    REFERRAL_CODE_UNKNOWN: { description: 'Nobody has this referral code, or it cannot be used now.' },
    REFERRAL_SELF: { description: 'It is the referral code of the customer who sent it.' },
    REFERRAL_LOOP: { description: 'It is the referral code of somebody whom the customer has brought.' },
    REFERRAL_ALREADY_APPLIED: {
      description: 'The customer has used a referral code before; once in a life. `since` says when.',
    },
    REFERRAL_WINDOW_CLOSED: {
      description: 'The wallet is too old for a referral code. `since` says since when.',
    },
    REFERRAL_LIMIT_REACHED: {
      description: 'The owner of the code has brought as many people this month as may be.',
    },
    PAYMENT_UNAVAILABLE: {
      description:
        'The payment provider does not answer, or payments are switched off. Nothing was charged: send the same call with the same key again later.',
    },
    SESSION_NOT_FOUND: {
      description: 'The caller has no session with this id, or it has ended already.',
    },
    REVIEW_NOT_FOUND: { description: 'There is no review with this id.' },
    REVIEW_ENDED: { description: 'The review has been decided already. `since` says when.' },
    REVIEW_TAKEN: {
      description: 'Somebody else has taken the review. `since` says when; an admin can take it over.',
    },
    NOT_REFUNDABLE: {
      description: 'There is nothing to refund to where it came from, or the payment provider refuses to.',
    },
    APPROVAL_PENDING: {
      description:
        'Another approval of the same act on the same subject waits already; one at a time. `since` says since when.',
    },
    APPROVAL_NOT_FOUND: { description: 'There is no approval with this id.' },
    APPROVAL_ENDED: {
      description:
        'The approval was decided, withdrawn or has expired. `since` says when. Ask anew with another key.',
    },
    APPROVAL_OWN: { description: 'Who asks never decides: another admin has to.' },
    APPROVAL_NOT_YOURS: { description: 'Only who has asked for it takes it back.' },
    APPROVAL_CHANGED: {
      description:
        'Nothing was done: the act is no longer what was shown. The approval holds a fresh `preview`; look at it and decide with another key.',
    },
    APPROVAL_ASKER_GONE: {
      description: 'Who asked for it no longer works here in that role. Refuse it, or do it yourself.',
    },
    JOB_NOT_FOUND: { description: 'There is no job with this id.' },
    JOB_ENDED: { description: 'The job is done or was stopped. `since` says when.' },
    QUOTE_CHANGED: {
      description:
        'The wallet has moved since it was previewed. `moved` says what came since, and the answer holds a fresh `preview`.',
    },
    IDEMPOTENCY_CONFLICT: {
      description:
        'The idempotency key was used for something else before. `firstUsedAt` says when. Use a new key for a new act.',
    },
    INVALID_INPUT: { description: 'A value is well written but makes no sense here. `field` says which.' },
    TRY_AGAIN: {
      description:
        'Of one row of a bulk credit: it is not decided yet, and this call wrote nothing for it. Send the same call with the same key again. Of a whole call it is said by a top-level error.',
    },
    OUTCOME_UNKNOWN: {
      description:
        'Of one row of a bulk credit: the database did not confirm whether it was written. Send the same call with the same key again, which tells and credits at most once. Of a whole call it is said by a top-level error.',
    },
  },
});
