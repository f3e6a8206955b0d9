import type { Policy } from '../../domain/policy.ts';
import type { Database } from '../connection.ts';
import type { Patience } from '../patience.ts';
import { awaitedStores } from './awaited-stores.ts';
import { AccountStore } from './account.store.ts';
import { ActStore } from './act.store.ts';
import { BulkCreditStore } from './bulk-credit.store.ts';
import { ApprovalSlotStore, ApprovalStore } from './approval.store.ts';
import { AuditRunStore } from './audit-run.store.ts';
import { CampaignStore, SharedCodes, VoucherCodeStore, VoucherUseStore } from './campaign.store.ts';
import { CensusStore } from './census.store.ts';
import { CheckoutOrderStore, CheckoutStore } from './checkout.store.ts';
import { CustomerStore } from './customer.store.ts';
import { DirectoryStore } from './directory.store.ts';
import { FigureStore } from './figure.store.ts';
import { GiftCardEntryStore, GiftCardStore, GiftCodeStore } from './gift-card.store.ts';
import { GiftStore } from './gift.store.ts';
import { JournalStore } from './journal.store.ts';
import { JobPartStore, JobStore } from './job.store.ts';
import { LargestOrdersStore } from './largest-orders.store.ts';
import { LimitUseStore } from './limit-use.store.ts';
import { LeaseStore } from './lease.store.ts';
import { PaymentEventStore } from './payment-event.store.ts';
import { PaymentReviewStore } from './payment-review.store.ts';
import { ProgrammeStore } from './programme.store.ts';
import { PurchaseStore } from './purchase.store.ts';
import { ReferralStore } from './referral.store.ts';
import { RewardClaimStore } from './reward-claim.store.ts';
import { RewardStore } from './reward.store.ts';
import { SavedViewStore } from './saved-views.store.ts';
import { ShortCodes } from './short-codes.ts';
import { TopUpStore } from './top-up.store.ts';
import { WalletStore } from './wallet.store.ts';

/** All doors to the database. */
export interface Stores {
  readonly customers: CustomerStore;
  readonly directory: DirectoryStore;
  readonly wallets: WalletStore;
  readonly shortCodes: ShortCodes;
  readonly journal: JournalStore;
  readonly rewards: RewardStore;
  readonly claims: RewardClaimStore;
  readonly campaigns: CampaignStore;
  readonly sharedCodes: SharedCodes;
  readonly voucherCodes: VoucherCodeStore;
  readonly voucherUses: VoucherUseStore;
  readonly giftCards: GiftCardStore;
  readonly giftCardEntries: GiftCardEntryStore;
  readonly giftCodes: GiftCodeStore;
  readonly gifts: GiftStore;
  readonly referrals: ReferralStore;
  readonly purchases: PurchaseStore;
  readonly largestOrders: LargestOrdersStore;
  readonly bulkCredits: BulkCreditStore;
  readonly programme: ProgrammeStore;
  readonly figures: FigureStore;
  readonly audits: AuditRunStore;
  readonly census: CensusStore;
  readonly checkouts: CheckoutStore;
  readonly checkoutOrders: CheckoutOrderStore;
  readonly topUps: TopUpStore;
  readonly paymentEvents: PaymentEventStore;
  readonly paymentReviews: PaymentReviewStore;
  readonly approvals: ApprovalStore;
  readonly approvalSlots: ApprovalSlotStore;
  readonly limitUses: LimitUseStore;
  readonly jobs: JobStore;
  readonly jobParts: JobPartStore;
  readonly leases: LeaseStore;
  /** The same stores for somebody who does not wait for ever. */
  awaited(patience: Patience): Stores;
  readonly savedViews: SavedViewStore;
  readonly acts: ActStore;
  readonly accounts: AccountStore;
}

/**
 * The stores on one connection. The policy decides which tier is written beside a wallet; the writer is a name of this
 * process that others are unlikely to have.
 */
export function openStores(database: Database, policy: Policy, writer: string): Stores {
  const programme = new ProgrammeStore(database, writer);
  const figures = new FigureStore(database, policy, writer);
  const stores: Stores = {
    customers: new CustomerStore(database),
    directory: new DirectoryStore(database),
    wallets: new WalletStore(database, policy),
    shortCodes: new ShortCodes(database),
    journal: new JournalStore(database),
    rewards: new RewardStore(database),
    claims: new RewardClaimStore(database),
    campaigns: new CampaignStore(database),
    sharedCodes: new SharedCodes(database),
    voucherCodes: new VoucherCodeStore(database),
    voucherUses: new VoucherUseStore(database),
    giftCards: new GiftCardStore(database),
    giftCardEntries: new GiftCardEntryStore(database),
    giftCodes: new GiftCodeStore(database),
    gifts: new GiftStore(database),
    referrals: new ReferralStore(database),
    purchases: new PurchaseStore(database),
    largestOrders: new LargestOrdersStore(database),
    bulkCredits: new BulkCreditStore(database),
    programme,
    figures,
    audits: new AuditRunStore(database),
    census: new CensusStore(database, { figures, programme }),
    checkouts: new CheckoutStore(database),
    checkoutOrders: new CheckoutOrderStore(database),
    topUps: new TopUpStore(database),
    paymentEvents: new PaymentEventStore(database),
    paymentReviews: new PaymentReviewStore(database),
    approvals: new ApprovalStore(database),
    approvalSlots: new ApprovalSlotStore(database),
    limitUses: new LimitUseStore(database),
    jobs: new JobStore(database),
    jobParts: new JobPartStore(database),
    leases: new LeaseStore(database),
    awaited: (patience) => awaitedStores(stores, database, patience),
    savedViews: new SavedViewStore(database),
    acts: new ActStore(database),
    accounts: new AccountStore(database),
  };
  return stores;
}
