import { getModelForClass, type ReturnModelType } from '@typegoose/typegoose';
import type { AnyParamConstructor } from '@typegoose/typegoose/lib/types.js';
import type { mongoose } from '@typegoose/typegoose';
import { driverOf, type Database } from './database.ts';
import type { JsonSchema } from './json-schema.ts';
import { ActModel, actSchema } from './models/act.model.ts';
import { AccountModel, accountSchema } from './models/account.model.ts';
import { ApiProcessModel, apiProcessSchema } from './models/api-process.model.ts';
import { ApprovalModel, approvalSchema } from './models/approval.model.ts';
import { ApprovalSlotModel, approvalSlotSchema } from './models/approval-slot.model.ts';
import { AuditRunModel, auditRunSchema } from './models/audit-run.model.ts';
import { BulkCreditModel, bulkCreditSchema } from './models/bulk-credit.model.ts';
import { CampaignModel, campaignSchema } from './models/campaign.model.ts';
import { CheckoutOrderModel, checkoutOrderSchema } from './models/checkout-order.model.ts';
import { CheckoutModel, checkoutSchema } from './models/checkout.model.ts';
import { CreditExpiryLogModel, creditExpiryLogSchema } from './models/credit-expiry-log.model.ts';
import { CustomerModel, customerSchema } from './models/customer.model.ts';
import { JobModel, jobSchema } from './models/job.model.ts';
import { GiftCardEntryModel, giftCardEntrySchema } from './models/gift-card-entry.model.ts';
import { GiftCardModel, giftCardSchema } from './models/gift-card.model.ts';
import { GiftCodeModel, giftCodeSchema } from './models/gift-code.model.ts';
import { GiftModel, giftSchema } from './models/gift.model.ts';
import { JobPartModel, jobPartSchema } from './models/job-part.model.ts';
import { LeaseModel, leaseSchema } from './models/lease.model.ts';
import { LimitUseModel, limitUseSchema } from './models/limit-use.model.ts';
import { LargestOrdersModel, largestOrdersSchema } from './models/largest-orders.model.ts';
import { SavedViewsModel, savedViewsSchema } from './models/saved-views.model.ts';
import { SchemaVersionModel, schemaVersionSchema } from './models/schema-version.model.ts';
import { SessionModel, sessionSchema } from './models/session.model.ts';
import { SignInCodeModel, signInCodeSchema } from './models/sign-in-code.model.ts';
import { PaymentEventModel, paymentEventSchema } from './models/payment-event.model.ts';
import { PaymentReviewModel, paymentReviewSchema } from './models/payment-review.model.ts';
import { ProgrammeFigureModel, programmeFigureSchema } from './models/programme-figure.model.ts';
import { ProgrammeStayModel, programmeStaySchema } from './models/programme-stay.model.ts';
import { PurchaseModel, purchaseSchema } from './models/purchase.model.ts';
import { ReferralModel, referralSchema } from './models/referral.model.ts';
import { RewardClaimModel, rewardClaimSchema } from './models/reward-claim.model.ts';
import { RewardModel, rewardSchema } from './models/reward.model.ts';
import { TopUpModel, topUpSchema } from './models/top-up.model.ts';
import { UniqueValueModel, uniqueValueSchema } from './models/unique-value.model.ts';
import { VoucherCodeModel, voucherCodeSchema } from './models/voucher-code.model.ts';
import { VoucherUseModel, voucherUseSchema } from './models/voucher-use.model.ts';
import { awaitedLike } from './patience.ts';
import { TransactionModel, transactionSchema } from './models/transaction.model.ts';
import { WalletModel, walletSchema } from './models/wallet.model.ts';

type ModelClass = AnyParamConstructor<{ _id: string | number }>;

/** A collection by the class of its documents, which also names its indexes, and the validator that stands behind it. */
export interface Collection {
  readonly model: ModelClass;
  readonly schema: JsonSchema;
}

/** Every collection. A new one is a line here and a version in `schema-versions/versions.ts`. */
export const MODELS: readonly Collection[] = [
  { model: CustomerModel, schema: customerSchema },
  { model: WalletModel, schema: walletSchema },
  { model: TransactionModel, schema: transactionSchema },
  { model: SavedViewsModel, schema: savedViewsSchema },
  { model: RewardModel, schema: rewardSchema },
  { model: RewardClaimModel, schema: rewardClaimSchema },
  { model: CampaignModel, schema: campaignSchema },
  { model: VoucherCodeModel, schema: voucherCodeSchema },
  { model: VoucherUseModel, schema: voucherUseSchema },
  { model: GiftCardModel, schema: giftCardSchema },
  { model: GiftCardEntryModel, schema: giftCardEntrySchema },
  { model: GiftCodeModel, schema: giftCodeSchema },
  { model: GiftModel, schema: giftSchema },
  { model: ReferralModel, schema: referralSchema },
  { model: PurchaseModel, schema: purchaseSchema },
  { model: LargestOrdersModel, schema: largestOrdersSchema },
  { model: BulkCreditModel, schema: bulkCreditSchema },
  { model: CheckoutModel, schema: checkoutSchema },
  { model: CheckoutOrderModel, schema: checkoutOrderSchema },
  { model: TopUpModel, schema: topUpSchema },
  { model: UniqueValueModel, schema: uniqueValueSchema },
  { model: PaymentEventModel, schema: paymentEventSchema },
  { model: PaymentReviewModel, schema: paymentReviewSchema },
  { model: ProgrammeFigureModel, schema: programmeFigureSchema },
  { model: ProgrammeStayModel, schema: programmeStaySchema },
  { model: CreditExpiryLogModel, schema: creditExpiryLogSchema },
  { model: ApprovalModel, schema: approvalSchema },
  { model: ApprovalSlotModel, schema: approvalSlotSchema },
  { model: LimitUseModel, schema: limitUseSchema },
  { model: JobModel, schema: jobSchema },
  { model: JobPartModel, schema: jobPartSchema },
  { model: ActModel, schema: actSchema },
  { model: AuditRunModel, schema: auditRunSchema },
  { model: AccountModel, schema: accountSchema },
  { model: SessionModel, schema: sessionSchema },
  { model: SignInCodeModel, schema: signInCodeSchema },
  { model: SchemaVersionModel, schema: schemaVersionSchema },
  { model: LeaseModel, schema: leaseSchema },
  { model: ApiProcessModel, schema: apiProcessSchema },
];

/** The Typegoose model of a class on this connection. */
export function modelOf<T extends ModelClass>(database: Database, model: T): ReturnModelType<T> {
  // Several connections live side by side in tests, so models belong to their connection and not to a global cache.
  const made = database.models[model.name] as ReturnModelType<T> | undefined;
  return made ?? getModelForClass(model, { existingConnection: database, options: { disableCaching: true } });
}

/** The driver's collection of a class: no documents, casting or hooks between the engine and the database. */
export function collectionOf<D extends mongoose.mongo.Document>(
  database: Database,
  model: ModelClass,
): mongoose.mongo.Collection<D> {
  const db = driverOf(database);
  const ofDatabase = collections.get(db) ?? new Map<ModelClass, mongoose.mongo.Collection>();
  collections.set(db, ofDatabase);
  const collection =
    ofDatabase.get(model) ?? db.collection(modelOf(database, model).collection.collectionName);
  ofDatabase.set(model, collection);
  return awaitedLike(database, collection as unknown as mongoose.mongo.Collection<D>);
}

/** Made once for each database. */
const collections = new WeakMap<mongoose.mongo.Db, Map<ModelClass, mongoose.mongo.Collection>>();
