import type { Instant } from './calendar.ts';
import type { EndedCheckout } from './checkout-status.ts';
import type { CardEnd } from './gift-card/card-end.ts';
import type { GiftStatus } from './gift-card/gift-status.ts';
import type { DebitEntry, Entry } from './wallet/entries.ts';
import type { EndedHold } from './wallet/hold-story.ts';
import type { Paise } from './money.ts';

/**
 * Everything a rule can answer instead of acting. A refusal is an answer, not an error: nothing was written.
 * Each code carries what a client needs to act on it. The union is closed, so the compiler lists the cases.
 */
export type Refusal =
  | { readonly code: 'CUSTOMER_NOT_FOUND'; readonly customerId: string }
  | { readonly code: 'WALLET_NOT_FOUND'; readonly customerId: string }
  | { readonly code: 'WALLET_EXISTS'; readonly since: Instant }
  | { readonly code: 'WALLET_FROZEN'; readonly since: Instant }
  | { readonly code: 'WALLET_SUSPENDED'; readonly since: Instant }
  | { readonly code: 'INSUFFICIENT_FUNDS'; readonly available: Paise; readonly shortBy: Paise }
  | { readonly code: 'AMOUNT_OUT_OF_RANGE'; readonly min: Paise; readonly max: Paise }
  | { readonly code: 'WALLET_LIMIT_EXCEEDED'; readonly max: Paise; readonly available: Paise }
  | { readonly code: 'TOO_MANY_LOTS'; readonly limit: number }
  | { readonly code: 'EXPIRES_IN_PAST' }
  | { readonly code: 'ORDER_ALREADY_PAID'; readonly debit: DebitEntry }
  | { readonly code: 'DEBIT_NOT_FOUND' }
  /** `of` says what: left out, a debit. */
  | { readonly code: 'REFUND_EXCEEDS_DEBIT'; readonly refundable: Paise; readonly of?: 'ORDER' }
  | {
      readonly code: 'TOO_MANY_REFUNDS';
      readonly limit: number;
      readonly refundable: Paise;
      readonly of?: 'ORDER';
    }
  | { readonly code: 'CREDIT_NOT_FOUND' }
  /** Nothing of it is free; `held` is what open holds keep of it, left out where they keep nothing. */
  | { readonly code: 'CREDIT_USED_UP'; readonly held?: Paise }
  | { readonly code: 'HOLD_NOT_FOUND' }
  | { readonly code: 'HOLD_ENDED'; readonly status: EndedHold; readonly since: Instant }
  /** Its deadline ended it; `wouldWork` tells whether a plain debit of the amount would be accepted now. */
  | {
      readonly code: 'HOLD_EXPIRED';
      readonly since: Instant;
      readonly available: Paise;
      readonly wouldWork: boolean;
    }
  | { readonly code: 'HOLD_EXCEEDED'; readonly held: Paise }
  | { readonly code: 'TOO_MANY_HOLDS'; readonly limit: number }
  | { readonly code: 'CHECKOUT_NOT_FOUND' }
  | { readonly code: 'CHECKOUT_OPEN'; readonly since: Instant }
  | { readonly code: 'CHECKOUT_ENDED'; readonly status: EndedCheckout; readonly since: Instant }
  /** The bank is at work on it. */
  | { readonly code: 'PAYMENT_CONFIRMING' }
  | { readonly code: 'REWARD_NOT_FOUND' }
  | { readonly code: 'REWARD_NOT_ACTIVE' }
  | { readonly code: 'REWARD_NOT_YET_VALID'; readonly since: Instant }
  | { readonly code: 'REWARD_EXPIRED'; readonly since: Instant }
  | { readonly code: 'REWARD_EXHAUSTED' }
  | { readonly code: 'REWARD_ALREADY_CLAIMED'; readonly since: Instant }
  | { readonly code: 'REWARD_CHANGED'; readonly since: Instant }
  | { readonly code: 'MINIMUM_PURCHASE_NOT_MET'; readonly required: Paise; readonly largest: Paise }
  | { readonly code: 'CODE_NOT_USABLE' }
  | { readonly code: 'TOO_MANY_ATTEMPTS'; readonly waitSeconds: number }
  | { readonly code: 'CAMPAIGN_NOT_FOUND' }
  | { readonly code: 'CAMPAIGN_NOT_RUNNING'; readonly since: Instant | null }
  | { readonly code: 'CAMPAIGN_ENDED'; readonly since: Instant | null }
  | { readonly code: 'CAMPAIGN_OWN' }
  | { readonly code: 'CAMPAIGN_CHANGED'; readonly termsVersion: number }
  | { readonly code: 'VOUCHER_USED'; readonly since: Instant }
  | { readonly code: 'VOUCHER_NOT_FOR_YOU'; readonly because: 'NOT_NEW' | 'TIER' }
  | { readonly code: 'REFERRAL_CODE_UNKNOWN' }
  | { readonly code: 'REFERRAL_SELF' }
  | { readonly code: 'REFERRAL_LOOP' }
  | { readonly code: 'REFERRAL_ALREADY_APPLIED'; readonly since: Instant }
  | { readonly code: 'REFERRAL_WINDOW_CLOSED'; readonly since: Instant }
  | { readonly code: 'REFERRAL_LIMIT_REACHED' }
  | { readonly code: 'PAYMENT_UNAVAILABLE' }
  | { readonly code: 'SESSION_NOT_FOUND' }
  | { readonly code: 'REVIEW_NOT_FOUND' }
  | { readonly code: 'REVIEW_ENDED'; readonly since: Instant }
  | { readonly code: 'REVIEW_TAKEN'; readonly since: Instant }
  /** `about` says what: left out, a review. */
  | { readonly code: 'NOT_REFUNDABLE'; readonly about?: 'topUpId' | 'checkoutId' }
  | { readonly code: 'GIFT_CARD_NOT_FOUND' }
  /** For whoever may know: a stranger hears CODE_NOT_USABLE, whatever the cause. */
  | { readonly code: 'GIFT_CARD_ENDED'; readonly because: CardEnd; readonly since: Instant }
  /** Orders hold something of it; for whoever may know, as above. In paise. */
  | { readonly code: 'GIFT_CARD_HELD'; readonly held: Paise }
  | { readonly code: 'GIFT_CARD_STOPPED' }
  /** What one person may do alone of it is used up; amounts in paise, `available` is what is left of the day. */
  | { readonly code: 'BUYING_LIMIT_REACHED'; readonly available: Paise }
  | { readonly code: 'GIFT_NOT_FOUND' }
  | { readonly code: 'GIFT_ENDED'; readonly status: GiftStatus; readonly since: Instant }
  | { readonly code: 'GIFTS_UNAVAILABLE' }
  | { readonly code: 'LIMIT_REACHED'; readonly max: Paise; readonly available: Paise }
  | { readonly code: 'APPROVAL_PENDING'; readonly since: Instant }
  | { readonly code: 'APPROVAL_NOT_FOUND' }
  | { readonly code: 'APPROVAL_ENDED'; readonly since: Instant }
  | { readonly code: 'APPROVAL_OWN' }
  | { readonly code: 'APPROVAL_NOT_YOURS' }
  | { readonly code: 'APPROVAL_CHANGED' }
  | { readonly code: 'APPROVAL_ASKER_GONE' }
  | { readonly code: 'JOB_NOT_FOUND' }
  | { readonly code: 'JOB_ENDED'; readonly since: Instant }
  | { readonly code: 'QUOTE_CHANGED'; readonly moved: readonly Entry[] }
  | { readonly code: 'IDEMPOTENCY_CONFLICT'; readonly firstUsedAt: Instant }
  | { readonly code: 'INVALID_INPUT'; readonly field: string; readonly problem: string };

export type RefusalCode = Refusal['code'];

/** Whether a decision said no. Accepted decisions are lists of entries, which carry no code of their own. */
export function isRefusal(decision: object): decision is Refusal {
  return 'code' in decision;
}
