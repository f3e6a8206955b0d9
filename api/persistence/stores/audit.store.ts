import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import type { Entry } from '../../domain/wallet/entries.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import { together, type EndedStay } from '../../domain/programme.ts';
import type { LimitUse } from '../../domain/act-limits.ts';
import type { BulkCredit } from '../../domain/bulk-credit.ts';
import type { Campaign, VoucherCode, VoucherUse } from '../../domain/campaign.ts';
import type { CardEntry, CardIssue } from '../../domain/gift-card/card-entries.ts';
import type { GiftCard, GiftCode } from '../../domain/gift-card/gift-card.ts';
import type { Job } from '../../domain/job.ts';
import type { PaymentEvent } from '../../domain/payment-event.ts';
import type { Approval } from '../../domain/approval.ts';
import type { PaymentReview } from '../../domain/payment-review.ts';
import type { OrderPayments, Purchase } from '../../domain/purchase.ts';
import type { LargestOrders } from '../../domain/largest-orders.ts';
import type { Figures } from '../../domain/programme-figures.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Reward, RewardClaim } from '../../domain/reward.ts';
import { sum, type Paise } from '../../domain/money.ts';
import type { Gift } from '../../domain/gift-card/gift.ts';
import type { Checkout, CheckoutRefund, CheckoutOrder } from '../../domain/checkout.ts';
import type { TopUp } from '../../domain/top-up.ts';
import { keptFigures } from '../count-programme.ts';
import { collectionOf, MODELS, modelOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import type { JsonSchema } from '../json-schema.ts';
import { LimitUseModel, limitUseSchema } from '../models/limit-use.model.ts';
import { GiftCardEntryModel, giftCardEntrySchema } from '../models/gift-card-entry.model.ts';
import { GiftCardModel, giftCardSchema } from '../models/gift-card.model.ts';
import { GiftCodeModel, giftCodeSchema } from '../models/gift-code.model.ts';
import { CampaignModel, campaignSchema } from '../models/campaign.model.ts';
import { VoucherCodeModel, voucherCodeSchema } from '../models/voucher-code.model.ts';
import { VoucherUseModel, voucherUseSchema } from '../models/voucher-use.model.ts';
import { JobModel, jobSchema } from '../models/job.model.ts';
import { BulkCreditModel, bulkCreditSchema } from '../models/bulk-credit.model.ts';
import { LargestOrdersModel, largestOrdersSchema } from '../models/largest-orders.model.ts';
import { PaymentEventModel, paymentEventSchema } from '../models/payment-event.model.ts';
import { ApprovalModel, approvalSchema } from '../models/approval.model.ts';
import { PaymentReviewModel, paymentReviewSchema } from '../models/payment-review.model.ts';
import { ProgrammeStayModel } from '../models/programme-stay.model.ts';
import { PurchaseModel, purchaseSchema } from '../models/purchase.model.ts';
import { ReferralModel, referralSchema } from '../models/referral.model.ts';
import { RewardClaimModel, rewardClaimSchema } from '../models/reward-claim.model.ts';
import { RewardModel, rewardSchema } from '../models/reward.model.ts';
import { GiftModel, giftSchema } from '../models/gift.model.ts';
import { CheckoutOrderModel, checkoutOrderSchema } from '../models/checkout-order.model.ts';
import { CheckoutModel, checkoutSchema } from '../models/checkout.model.ts';
import { TopUpModel, topUpSchema } from '../models/top-up.model.ts';
import { UniqueValueModel, uniqueValueSchema } from '../models/unique-value.model.ts';
import { TransactionModel, transactionSchema } from '../models/transaction.model.ts';
import { WalletModel, walletSchema } from '../models/wallet.model.ts';
import { shapeCheck, type ShapeCheck } from '../shape-faults.ts';
import { campaignCodec, codeCodec, useCodec } from './campaign.store.ts';
import { cardCodec, cardEntryCodec, giftCodeCodec } from './gift-card.store.ts';
import { jobFromDocument } from './job.store.ts';
import { bulkCreditFromDocument } from './bulk-credit.store.ts';
import { toInstant } from './codec.ts';
import type { Session } from './document-store.ts';
import { entryFromDocument } from './entry-codec.ts';
import { paymentEventFromDocument } from './payment-event.store.ts';
import { approvalFromDocument } from './approval.store.ts';
import { reviewFromDocument } from './payment-review.store.ts';
import { largestOrdersFromDocument } from './largest-orders.store.ts';
import { paymentsByOrder } from './order-payments.ts';
import { purchaseFromDocument } from './purchase.store.ts';
import { rewardFromDocument } from './reward.store.ts';
import { giftFromDocument } from './gift.store.ts';
import { checkoutFromDocument, checkoutOrderFromDocument } from './checkout.store.ts';
import { topUpFromDocument } from './top-up.store.ts';
import { BEGUN, GIVEN, type Holding } from './unique-values.ts';
import { walletFromDocument } from './wallet.store.ts';

/** A document as it is stored, damaged or not. `value` is null when its shape is so wrong that it cannot be read. */
export interface Stored<T> {
  readonly id: string;
  /** A sentence for each field that is not what its collection's validator asks for. */
  readonly faults: readonly string[];
  readonly value: T | null;
}

export interface StoredEntry extends Stored<Entry> {
  readonly walletId: string;
}

/** A wallet with what is written beside it for finding it. */
export interface KeptWallet {
  readonly wallet: Wallet;
  readonly tier: string;
  readonly band: number | undefined;
  readonly nextExpiryAt: Instant | null;
}

/** A gift card with what is written beside it for finding it. */
export interface KeptCard {
  readonly card: GiftCard;
  readonly dueAt: Instant | null;
  /** In paise. */
  readonly held: bigint;
}

/** Collections whose documents are read for more than their shapes. */
const READ_IN_FULL: ReadonlySet<unknown> = new Set([
  GiftModel,
  WalletModel,
  TransactionModel,
  RewardModel,
  RewardClaimModel,
  CampaignModel,
  VoucherCodeModel,
  VoucherUseModel,
  GiftCardModel,
  GiftCardEntryModel,
  GiftCodeModel,
  ReferralModel,
  CheckoutModel,
  TopUpModel,
  PaymentEventModel,
  PaymentReviewModel,
  ApprovalModel,
  PurchaseModel,
  BulkCreditModel,
  JobModel,
  LimitUseModel,
  LargestOrdersModel,
  UniqueValueModel,
]);

/** As many documents travel at a time, where nobody else waits. */
const PAGE = 2_000;
const READ = { readConcern: { level: 'snapshot' }, allowDiskUse: true } as const;

export interface SnapshotOptions {
  /** Is handed the work of looking at the shapes of a page, and does it. */
  readonly reading: (work: () => void) => void;
  readonly page?: number;
  /** Waits between two pages. */
  readonly breathe?: () => Promise<void>;
}

type Storing<D, S> = (document: D) => S;

const storedWallet = storing<WalletModel, KeptWallet>(walletSchema, (document) => ({
  wallet: walletFromDocument(document),
  tier: document.tier,
  band: document.band,
  nextExpiryAt: toInstant(document.nextExpiryAt),
}));
const storedReward = storing<RewardModel, Reward>(rewardSchema, rewardFromDocument);
const storedClaim = storing<RewardClaimModel, RewardClaim>(
  rewardClaimSchema,
  ({ _id: id, claimedAt, ...same }) => ({ id, ...same, claimedAt: toInstant(claimedAt) }),
);
const storedCampaign = storing<CampaignModel, Campaign>(campaignSchema, campaignCodec.fromDocument);
const storedCode = storing<VoucherCodeModel, VoucherCode>(voucherCodeSchema, codeCodec.fromDocument);
const storedUse = storing<VoucherUseModel, VoucherUse>(voucherUseSchema, useCodec.fromDocument);
const storedCard = storing<GiftCardModel, KeptCard>(giftCardSchema, (document) => ({
  card: cardCodec.fromDocument(document),
  dueAt: toInstant(document.dueAt),
  held: document.held ?? 0n,
}));
const storedCardEntry = storing<GiftCardEntryModel, CardEntry>(
  giftCardEntrySchema,
  cardEntryCodec.fromDocument,
);
const storedGiftCode = storing<GiftCodeModel, GiftCode>(giftCodeSchema, giftCodeCodec.fromDocument);
const storedReferral = storing<ReferralModel, Referral>(
  referralSchema,
  ({ _id: id, createdAt, ...same }) => ({ id, ...same, createdAt: toInstant(createdAt) }),
);
const storedGift = storing<GiftModel, Gift>(giftSchema, giftFromDocument);
const storedCheckout = storing<CheckoutModel, Checkout>(checkoutSchema, checkoutFromDocument);
const storedOrder = storing<CheckoutOrderModel, CheckoutOrder>(
  checkoutOrderSchema,
  checkoutOrderFromDocument,
);
const storedTopUp = storing<TopUpModel, TopUp>(topUpSchema, topUpFromDocument);
const storedPaymentEvent = storing<PaymentEventModel, PaymentEvent>(
  paymentEventSchema,
  paymentEventFromDocument,
);
const storedReview = storing<PaymentReviewModel, PaymentReview>(paymentReviewSchema, reviewFromDocument);
const storedApproval = storing<ApprovalModel, Approval>(approvalSchema, approvalFromDocument);
const storedLimitUse = storing<LimitUseModel, LimitUse>(limitUseSchema, ({ _id: id, ...same }) => ({
  id,
  ...same,
}));
const storedJob = storing<JobModel, Job>(jobSchema, jobFromDocument);
const storedPurchase = storing<PurchaseModel, Purchase>(purchaseSchema, purchaseFromDocument);
const storedBulkCredit = storing<BulkCreditModel, BulkCredit>(bulkCreditSchema, bulkCreditFromDocument);
const storedLargestOrders = storing<LargestOrdersModel, LargestOrders>(
  largestOrdersSchema,
  largestOrdersFromDocument,
);
const storedHolding = storing<UniqueValueModel, Holding>(uniqueValueSchema, (document) => document);
const entryAlone = storing<TransactionModel, Entry>(transactionSchema, entryFromDocument);

function storedEntry(document: TransactionModel): StoredEntry {
  return { ...entryAlone(document), walletId: String(document.walletId) };
}

function storing<D extends { _id: string }, T>(
  schema: JsonSchema,
  read: (document: D) => T,
): Storing<D, Stored<T>> {
  const check: ShapeCheck = shapeCheck(schema);
  return (document) => {
    const faults: string[] = [];
    check(document, '', faults);
    return { id: String(document._id), faults, value: faults.length === 0 ? read(document) : null };
  };
}

/**
 * The whole database at one instant, read only. All reads of a snapshot see the same moment, whatever is written meanwhile.
 * The server keeps such a moment for five minutes (`minSnapshotHistoryWindowInSeconds`); who needs longer renews it, and then
 * what comes is of a later moment.
 */
export class AuditSnapshot {
  readonly #database: Database;
  readonly #options: SnapshotOptions;
  #session: Session;

  private constructor(database: Database, options: SnapshotOptions) {
    this.#database = database;
    this.#options = options;
    this.#session = database.getClient().startSession({ snapshot: true });
  }

  /** Fixes the instant with a first read; further reads, also several at once, follow it. */
  static async open(database: Database, options: SnapshotOptions): Promise<AuditSnapshot> {
    const snapshot = new AuditSnapshot(database, options);
    await snapshot.#fix();
    return snapshot;
  }

  /** Goes on to the present. What is being read at this moment ends with an error. */
  async renew(): Promise<void> {
    await this.close();
    this.#session = this.#database.getClient().startSession({ snapshot: true });
    await this.#fix();
  }

  async #fix(): Promise<void> {
    await this.#find<WalletModel>(WalletModel, {}, { limit: 1, projection: { _id: 1 } }).toArray();
  }

  async close(): Promise<void> {
    await this.#session.endSession();
  }

  /** All wallets by id, after one if it is named. */
  wallets(after?: string): AsyncGenerator<Stored<KeptWallet>[]> {
    const filter = after === undefined ? {} : { _id: { $gt: after } };
    return this.#pages(this.#find<WalletModel>(WalletModel, filter, { sort: { _id: 1 } }), storedWallet);
  }

  /** All entries by wallet and position, of the wallets after one if it is named. */
  entries(after?: string): AsyncGenerator<StoredEntry[]> {
    const filter = after === undefined ? {} : { walletId: { $gt: after } };
    const cursor = this.#find<TransactionModel>(TransactionModel, filter, { sort: { walletId: 1, seq: 1 } });
    return this.#pages(cursor, storedEntry);
  }

  /** All refunds, those of one debit together. */
  refunds(): AsyncGenerator<StoredEntry[]> {
    const cursor = this.#find<TransactionModel>(
      TransactionModel,
      { debitId: { $type: 'string' } },
      { sort: { debitId: 1 } },
    );
    return this.#pages(cursor, storedEntry);
  }

  rewards(): AsyncGenerator<Stored<Reward>[]> {
    return this.#pages(this.#find<RewardModel>(RewardModel), storedReward);
  }

  claims(): AsyncGenerator<Stored<RewardClaim>[]> {
    return this.#pages(this.#find<RewardClaimModel>(RewardClaimModel), storedClaim);
  }

  campaigns(): AsyncGenerator<Stored<Campaign>[]> {
    return this.#pages(this.#find<CampaignModel>(CampaignModel), storedCampaign);
  }

  voucherCodes(): AsyncGenerator<Stored<VoucherCode>[]> {
    return this.#pages(this.#find<VoucherCodeModel>(VoucherCodeModel), storedCode);
  }

  voucherUses(): AsyncGenerator<Stored<VoucherUse>[]> {
    return this.#pages(this.#find<VoucherUseModel>(VoucherUseModel), storedUse);
  }

  referrals(): AsyncGenerator<Stored<Referral>[]> {
    return this.#pages(this.#find<ReferralModel>(ReferralModel), storedReferral);
  }

  checkouts(): AsyncGenerator<Stored<Checkout>[]> {
    return this.#pages(this.#find<CheckoutModel>(CheckoutModel), storedCheckout);
  }

  /** What was given back of paid orders. */
  async *checkoutRefunds(): AsyncGenerator<CheckoutRefund> {
    const filter = { refunds: { $exists: true } };
    for await (const page of this.#pages(this.#find<CheckoutModel>(CheckoutModel, filter), storedCheckout))
      for (const { value } of page) yield* value?.refunds ?? [];
  }

  gifts(): AsyncGenerator<Stored<Gift>[]> {
    return this.#pages(this.#find<GiftModel>(GiftModel), storedGift);
  }

  giftsById(ids: readonly string[]): Promise<Map<string, Gift>> {
    return this.#byId(GiftModel, storedGift, ids);
  }

  topUps(): AsyncGenerator<Stored<TopUp>[]> {
    return this.#pages(this.#find<TopUpModel>(TopUpModel), storedTopUp);
  }

  paymentEvents(): AsyncGenerator<Stored<PaymentEvent>[]> {
    return this.#pages(this.#find<PaymentEventModel>(PaymentEventModel), storedPaymentEvent);
  }

  paymentReviews(): AsyncGenerator<Stored<PaymentReview>[]> {
    return this.#pages(this.#find<PaymentReviewModel>(PaymentReviewModel), storedReview);
  }

  approvals(): AsyncGenerator<Stored<Approval>[]> {
    return this.#pages(this.#find<ApprovalModel>(ApprovalModel), storedApproval);
  }

  jobs(): AsyncGenerator<Stored<Job>[]> {
    return this.#pages(this.#find<JobModel>(JobModel), storedJob);
  }

  limitUses(): AsyncGenerator<Stored<LimitUse>[]> {
    return this.#pages(this.#find<LimitUseModel>(LimitUseModel), storedLimitUse);
  }

  /** Which of these entries a review names as what it brought. */
  async entriesOfReviews(entryIds: readonly string[]): Promise<Set<string>> {
    if (entryIds.length === 0) return new Set();
    const filter = { entryId: { $type: 'string' as const, $in: [...new Set(entryIds)] } };
    const found = await this.#find<PaymentReviewModel>(PaymentReviewModel, filter, {
      projection: { entryId: 1 },
    }).toArray();
    return new Set(found.flatMap(({ entryId }) => entryId ?? []));
  }

  /** Which of these holds a review names as what is held for its dispute. */
  async holdsOfReviews(holdIds: readonly string[]): Promise<Set<string>> {
    if (holdIds.length === 0) return new Set();
    // The type says nothing new, but without it the database would not use the partial index.
    const filter = { 'claim.hold.id': { $type: 'string' as const, $in: [...new Set(holdIds)] } };
    const found = await this.#find<PaymentReviewModel>(PaymentReviewModel, filter, {
      projection: { 'claim.hold.id': 1 },
    }).toArray();
    return new Set(found.flatMap(({ claim }) => claim?.hold?.id ?? []));
  }

  /** Which of these holds a top-up names as what goes back to where it was paid from. */
  async holdsOfTopUps(holdIds: readonly string[]): Promise<Set<string>> {
    if (holdIds.length === 0) return new Set();
    const filter = { 'refunds.holdId': { $type: 'string' as const, $in: [...new Set(holdIds)] } };
    const found = await this.#find<TopUpModel>(TopUpModel, filter, {
      projection: { 'refunds.holdId': 1 },
    }).toArray();
    return new Set(found.flatMap(({ refunds = [] }) => refunds.map(({ holdId }) => holdId)));
  }

  /** What was captured, taken or given back of each of these holds, in paise; missing where nothing was. */
  async endedOfHolds(holdIds: readonly string[]): Promise<Map<string, Paise>> {
    const ended = new Map<string, Paise>();
    if (holdIds.length === 0) return ended;
    const filter = { holdId: { $type: 'string' as const, $in: [...new Set(holdIds)] } };
    const options = { projection: { holdId: 1, amount: 1 }, hint: 'holdId' };
    const found = await this.#find<TransactionModel>(TransactionModel, filter, options).toArray();
    for (const { holdId = '', amount = 0n } of found) ended.set(holdId, (ended.get(holdId) ?? 0n) + amount);
    return ended;
  }

  /** Which of these reviews there are. */
  async reviewsById(ids: readonly string[]): Promise<Map<string, PaymentReview>> {
    return this.#byId<PaymentReviewModel, PaymentReview>(PaymentReviewModel, storedReview, ids);
  }

  purchases(): AsyncGenerator<Stored<Purchase>[]> {
    return this.#pages(this.#find<PurchaseModel>(PurchaseModel), storedPurchase);
  }

  largestOrders(): AsyncGenerator<Stored<LargestOrders>[]> {
    return this.#pages(this.#find<LargestOrdersModel>(LargestOrdersModel), storedLargestOrders);
  }

  /** The reports of the orders of a count, and those of the same time that are larger than it says of all others. */
  async reportsBeside({ walletId, since, orders, others }: LargestOrders): Promise<Map<string, Purchase>> {
    const isOne = [{ _id: { $in: orders.map(({ orderId }) => orderId) } }, { amount: { $gt: others } }];
    const filter = { customerId: walletId, at: { $gte: new Date(since) }, $or: isOne };
    const found = new Map<string, Purchase>();
    for await (const page of this.#pages(this.#find<PurchaseModel>(PurchaseModel, filter), storedPurchase)) {
      for (const { id, value } of page) if (value) found.set(id, value);
    }
    return found;
  }

  /** What a count should know of these orders, and of those for which more was paid and kept than it says of all others. */
  async paymentsBeside(
    { walletId, since, upToSeq, others }: LargestOrders,
    orderIds: readonly string[],
  ): Promise<Map<string, OrderPayments>> {
    const isMore = { $expr: { $gt: [{ $subtract: ['$paid', '$refunded'] }, others] } };
    return paymentsByOrder(
      collectionOf<TransactionModel>(this.#database, TransactionModel),
      { walletId, seq: { $lte: upToSeq }, at: { $gte: new Date(since) } },
      { ...READ, session: this.#session },
      [{ $match: { $or: [{ _id: { $in: [...orderIds] } }, isMore] } }],
    );
  }

  /** All values that only one may have, without the notes that stand beside them. */
  holdings(): AsyncGenerator<Stored<Holding>[]> {
    const filter = { _id: { $nin: [BEGUN._id, GIVEN._id] } };
    return this.#pages(this.#find<UniqueValueModel>(UniqueValueModel, filter), storedHolding);
  }

  /** Who holds these values. */
  async holders(values: readonly string[]): Promise<Map<string, string>> {
    const held = await this.#byId<UniqueValueModel, Holding>(UniqueValueModel, storedHolding, values);
    return new Map([...held].map(([value, { holder }]) => [value, holder]));
  }

  giftCards(): AsyncGenerator<Stored<KeptCard>[]> {
    return this.#pages(this.#find<GiftCardModel>(GiftCardModel), storedCard);
  }

  cardEntries(): AsyncGenerator<Stored<CardEntry>[]> {
    return this.#pages(this.#find<GiftCardEntryModel>(GiftCardEntryModel), storedCardEntry);
  }

  giftCodes(): AsyncGenerator<Stored<GiftCode>[]> {
    return this.#pages(this.#find<GiftCodeModel>(GiftCodeModel), storedGiftCode);
  }

  /** The issues of cards that say what was counted against a limit. */
  async *countedIssues(): AsyncGenerator<CardIssue> {
    const filter = { kind: 'ISSUE' as const, counted: { $exists: true } };
    for await (const page of this.#pages(
      this.#find<GiftCardEntryModel>(GiftCardEntryModel, filter),
      storedCardEntry,
    ))
      for (const { value } of page) if (value?.kind === 'ISSUE') yield value;
  }

  /** The payments by which customers began to buy gift cards. */
  async *cardPayments(): AsyncGenerator<TopUp> {
    const filter = { giftCard: { $exists: true } };
    for await (const page of this.#pages(this.#find<TopUpModel>(TopUpModel, filter), storedTopUp))
      for (const { value } of page) if (value) yield value;
  }

  /** The journals of these cards, each oldest first. */
  async cardJournals(ids: readonly string[]): Promise<Map<string, CardEntry[]>> {
    const journals = new Map<string, CardEntry[]>();
    if (ids.length === 0) return journals;
    const filter = { cardId: { $in: [...ids] } };
    const entries = this.#find<GiftCardEntryModel>(GiftCardEntryModel, filter, {
      sort: { cardId: 1, seq: 1 },
    });
    for (const document of await entries.toArray()) {
      const { value } = storedCardEntry(document);
      if (value) journals.set(value.cardId, [...(journals.get(value.cardId) ?? []), value]);
    }
    return journals;
  }

  giftCardsById(ids: readonly string[]): Promise<Map<string, KeptCard>> {
    return this.#byId(GiftCardModel, storedCard, ids);
  }

  cardEntriesById(ids: readonly string[]): Promise<Map<string, CardEntry>> {
    return this.#byId(GiftCardEntryModel, storedCardEntry, ids);
  }

  giftCodesById(ids: readonly string[]): Promise<Map<string, GiftCode>> {
    return this.#byId(GiftCodeModel, storedGiftCode, ids);
  }

  bulkCredits(): AsyncGenerator<Stored<BulkCredit>[]> {
    return this.#pages(this.#find<BulkCreditModel>(BulkCreditModel), storedBulkCredit);
  }

  jobsById(ids: readonly string[]): Promise<Map<string, Job>> {
    return this.#byId<JobModel, Job>(JobModel, storedJob, ids);
  }

  bulkCreditsById(ids: readonly string[]): Promise<Map<string, BulkCredit>> {
    return this.#byId<BulkCreditModel, BulkCredit>(BulkCreditModel, storedBulkCredit, ids);
  }

  /** The documents of which nothing but the shape is looked at, collection by collection. */
  async *others(): AsyncGenerator<readonly [string, Stored<unknown>[]]> {
    for (const { model, schema } of MODELS) {
      if (READ_IN_FULL.has(model)) continue;
      const { collectionName } = modelOf(this.#database, model).collection;
      const store = storing<{ _id: string }, unknown>(schema, (document) => document);
      for await (const page of this.#pages(this.#find(model), store)) yield [collectionName, page];
    }
  }

  entriesById(ids: readonly string[]): Promise<Map<string, Entry>> {
    return this.#byId(TransactionModel, storedEntry, ids);
  }

  async walletsById(ids: readonly string[]): Promise<Map<string, Wallet>> {
    const kept = await this.#byId<WalletModel, KeptWallet>(WalletModel, storedWallet, ids);
    return new Map([...kept].map(([id, { wallet }]) => [id, wallet]));
  }

  /** The referral codes of these wallets. */
  async codesOf(
    ids: readonly string[],
  ): Promise<Map<string, Pick<WalletModel, '_id' | 'referralCode' | 'shortCode'>>> {
    if (ids.length === 0) return new Map();
    const projection = { referralCode: 1, shortCode: 1 };
    const found = await this.#find<WalletModel>(
      WalletModel,
      { _id: { $in: [...new Set(ids)] } },
      { projection },
    ).toArray();
    return new Map(found.map((wallet) => [wallet._id, wallet]));
  }

  claimsById(ids: readonly string[]): Promise<Map<string, RewardClaim>> {
    return this.#byId(RewardClaimModel, storedClaim, ids);
  }

  campaignsById(ids: readonly string[]): Promise<Map<string, Campaign>> {
    return this.#byId(CampaignModel, storedCampaign, ids);
  }

  voucherCodesById(ids: readonly string[]): Promise<Map<string, VoucherCode>> {
    return this.#byId(VoucherCodeModel, storedCode, ids);
  }

  voucherUsesById(ids: readonly string[]): Promise<Map<string, VoucherUse>> {
    return this.#byId(VoucherUseModel, storedUse, ids);
  }

  referralsById(ids: readonly string[]): Promise<Map<string, Referral>> {
    return this.#byId(ReferralModel, storedReferral, ids);
  }

  checkoutsById(ids: readonly string[]): Promise<Map<string, Checkout>> {
    return this.#byId(CheckoutModel, storedCheckout, ids);
  }

  checkoutOrdersById(ids: readonly string[]): Promise<Map<string, CheckoutOrder>> {
    return this.#byId(CheckoutOrderModel, storedOrder, ids);
  }

  topUpsById(ids: readonly string[]): Promise<Map<string, TopUp>> {
    return this.#byId(TopUpModel, storedTopUp, ids);
  }

  purchasesById(ids: readonly string[]): Promise<Map<string, Purchase>> {
    return this.#byId(PurchaseModel, storedPurchase, ids);
  }

  /** What was paid with credits of an order, in paise. */
  async paidWithCredits({ customerId: walletId, id: orderId }: Purchase): Promise<Paise> {
    const filter = { walletId, orderId, kind: 'DEBIT' as const };
    const debits = await this.#find<TransactionModel>(TransactionModel, filter).toArray();
    return sum(debits.map(({ amount }) => amount ?? 0n));
  }

  /** What was written down of wallets that left a month; null before the first server that does so has run. */
  async programme(): Promise<EndedStay[] | null> {
    const shares = await this.#find<ProgrammeStayModel>(ProgrammeStayModel).toArray();
    return shares.length === 0
      ? null
      : together(shares.map(({ last, next, totals }) => ({ last, next, totals })));
  }

  /** The sums over all wallets as they are kept; null before the first server that keeps them has run. */
  figures(): Promise<Figures | null> {
    return keptFigures(this.#database, this.#session);
  }

  /** Those of these documents that are there and can be read. */
  async #byId<D extends { _id: string }, T>(
    model: Parameters<typeof collectionOf>[1],
    store: Storing<D, Stored<T>>,
    ids: readonly string[],
  ): Promise<Map<string, T>> {
    if (ids.length === 0) return new Map();
    const filter = { _id: { $in: [...new Set(ids)] } } as mongoose.mongo.Filter<D>;
    const found = new Map<string, T>();
    for await (const page of this.#pages(this.#find<D>(model, filter), store)) {
      for (const { id, value } of page) if (value) found.set(id, value);
    }
    return found;
  }

  #find<D extends { _id: string }>(
    model: Parameters<typeof collectionOf>[1],
    filter: mongoose.mongo.Filter<D> = {},
    options: mongoose.mongo.FindOptions = {},
  ): mongoose.mongo.FindCursor<mongoose.mongo.WithId<D>> {
    return collectionOf<D>(this.#database, model).find(filter, {
      ...READ,
      batchSize: this.#options.page ?? PAGE,
      ...options,
      session: this.#session,
    });
  }

  /** The documents of a cursor, page by page. While a page is worked on, the server prepares the next. */
  async *#pages<D extends { _id: string }, S>(
    cursor: mongoose.mongo.FindCursor<mongoose.mongo.WithId<D>>,
    store: Storing<D, S>,
  ): AsyncGenerator<S[]> {
    let hasPage = await cursor.hasNext();
    try {
      while (hasPage) {
        const documents = cursor.readBufferedDocuments() as unknown as D[];
        const next = cursor.hasNext();
        // Who stops reading half way never asks whether there was more.
        next.catch(() => {});
        let page: S[] = [];
        this.#options.reading(() => (page = documents.map(store)));
        yield page;
        await this.#options.breathe?.();
        hasPage = await next;
      }
    } finally {
      await cursor.close();
    }
  }
}
