import type { Act } from '../domain/act.ts';
import type { LimitUse } from '../domain/act-limits.ts';
import type { Approval, ApprovalSlot } from '../domain/approval.ts';
import type { BulkCredit } from '../domain/bulk-credit.ts';
import type { Campaign, VoucherCode, VoucherUse } from '../domain/campaign.ts';
import type { Checkout, CheckoutOrder } from '../domain/checkout.ts';
import type { Customer } from '../domain/customer.ts';
import type { CardEntry } from '../domain/gift-card/card-entries.ts';
import type { Gift } from '../domain/gift-card/gift.ts';
import type { GiftCard, GiftCode } from '../domain/gift-card/gift-card.ts';
import type { Job, JobPart } from '../domain/job.ts';
import type { PaymentEvent } from '../domain/payment-event.ts';
import type { PaymentReview } from '../domain/payment-review.ts';
import type { Purchase } from '../domain/purchase.ts';
import type { Referral } from '../domain/referral.ts';
import type { Reward, RewardClaim } from '../domain/reward.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';

/** What the engine reads, by collection. A new aggregate is one more line here and in `STORED`. */
export interface Documents {
  readonly wallets: Wallet;
  readonly customers: Customer;
  readonly rewards: Reward;
  readonly claims: RewardClaim;
  readonly campaigns: Campaign;
  readonly voucherCodes: VoucherCode;
  readonly voucherUses: VoucherUse;
  readonly giftCards: GiftCard;
  readonly giftCardEntries: CardEntry;
  readonly giftCodes: GiftCode;
  readonly gifts: Gift;
  readonly referrals: Referral;
  readonly purchases: Purchase;
  readonly bulkCredits: BulkCredit;
  readonly checkouts: Checkout;
  readonly checkoutOrders: CheckoutOrder;
  readonly topUps: TopUp;
  readonly paymentEvents: PaymentEvent;
  readonly paymentReviews: PaymentReview;
  readonly limitUses: LimitUse;
  readonly approvals: Approval;
  readonly approvalSlots: ApprovalSlot;
  readonly jobs: Job;
  readonly jobParts: JobPart;
  readonly acts: Act;
  /** Whose wallet has a code; written with the wallet that takes it. */
  readonly shortCodes: string;
  /** Which campaign has a code for all; written with the campaign that takes it. */
  readonly sharedCodes: string;
}
export type DocumentName = keyof Documents;
