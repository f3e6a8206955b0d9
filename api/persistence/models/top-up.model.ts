import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import { MOST_CARDS_OF_CHECKOUT } from '../../domain/checkout.ts';
import {
  DOUBT_KINDS,
  type DoubtKind,
  type PaymentMethod,
  type TopUpRefund,
  type TopUpStatus,
} from '../../domain/top-up.ts';
import { MOST_TO_SOURCE } from '../../domain/top-up-refund.ts';
import { count, date, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';
import { actorSchema } from './actor.schema.ts';

const { Mixed } = mongoose.Schema.Types;

/**
 * A payment on its way in. `_id` begins with the wallet, so the same key can never start two. `version` guards every write.
 * What must not be counted for two, its reference and the provider's names for it and its payments, is in `unique_values`.
 */
@modelOptions({
  schemaOptions: { collection: 'top_ups', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ walletId: 1, createdAt: -1, _id: -1 }, { name: 'walletId_createdAt' })
@index({ nextPollAt: 1 }, { name: 'nextPollAt', partialFilterExpression: { nextPollAt: { $type: 'date' } } })
@index(
  { nextRefundAt: 1 },
  { name: 'nextRefundAt', partialFilterExpression: { nextRefundAt: { $type: 'date' } } },
)
@index(
  { 'refunds.holdId': 1 },
  { name: 'refundHold', partialFilterExpression: { 'refunds.holdId': { $type: 'string' } } },
)
export class TopUpModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  walletId!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => BigInt, required: true })
  amount!: bigint;

  @prop({ type: () => String, required: true })
  currency!: string;

  @prop({ type: () => String, required: true })
  method!: PaymentMethod;

  @prop({ type: () => String, default: null })
  note!: string | null;

  @prop({ type: () => String, required: true })
  reference!: string;

  @prop({ type: () => String, required: true })
  status!: TopUpStatus;

  @prop({ type: () => String, required: true })
  provider!: string;

  @prop({ type: () => [String], required: true })
  providerIds!: string[];

  @prop({ type: () => String, default: null })
  checkoutUrl!: string | null;

  @prop({ type: () => String, default: null })
  upiIntent!: string | null;

  @prop({ type: () => String, default: null })
  failureReason!: string | null;

  @prop({ type: () => [Mixed], required: true })
  payments!: { id: string; amount: bigint; entryId: string | null }[];

  @prop({ type: () => [Mixed], required: true })
  doubts!: { paymentId: string; kind: DoubtKind; amount: bigint; currency: string; at: Date }[];

  @prop({ type: () => Date, default: null })
  nextPollAt!: Date | null;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;

  @prop({ type: () => Date, default: null })
  settledAt!: Date | null;

  /** Missing where it was never made payable again. */
  @prop({ type: () => [Date], default: undefined })
  renewals?: Date[];

  /** Missing while nothing of it was sent back. */
  @prop({ type: () => [Mixed], default: undefined })
  refunds?: (Omit<TopUpRefund, 'at' | 'endedAt'> & { at: Date; endedAt: Date | null })[];

  @prop({ type: () => Date })
  nextRefundAt?: Date;

  @prop({ type: () => String, required: true })
  intent!: string;

  /** Missing where it is credited to the wallet. */
  @prop({ type: () => Mixed, default: undefined })
  checkout?: { id: string; orderId: string; giftCardIds?: readonly string[] };

  /** Missing where it buys no gift card. */
  @prop({ type: () => Mixed, default: undefined })
  giftCard?: { id: string; isGift?: true };
}

const address = { bsonType: 'string', minLength: 1, maxLength: 2_000 };

export const topUpSchema = record(
  {
    _id: text,
    walletId: text,
    version: { ...count, minimum: 1 },
    amount: { ...paise, minimum: 1n },
    currency: oneOf(['INR']),
    method: oneOf(['CARD', 'UPI']),
    note: nullable(text),
    reference: text,
    status: oneOf(['CREATED', 'AWAITING_PAYMENT', 'CONFIRMING', 'SETTLED', 'FAILED', 'EXPIRED']),
    provider: text,
    providerIds: listOf(text, 20),
    checkoutUrl: nullable(address),
    upiIntent: nullable(address),
    failureReason: nullable(text),
    payments: listOf(record({ id: text, amount: { ...paise, minimum: 1n }, entryId: nullable(text) }), 50),
    doubts: listOf(
      record({
        paymentId: text,
        kind: oneOf(DOUBT_KINDS),
        amount: paise,
        currency: text,
        at: date,
      }),
      50,
    ),
    nextPollAt: nullable(date),
    expiresAt: date,
    createdAt: date,
    updatedAt: date,
    settledAt: nullable(date),
    renewals: listOf(date, 10),
    refunds: listOf(
      record({
        status: oneOf(['PROCESSING', 'DONE', 'FAILED']),
        paymentId: text,
        creditId: text,
        holdId: text,
        amount: { ...paise, minimum: 1n },
        receipt: text,
        refundId: nullable(text),
        by: actorSchema,
        at: date,
        endedAt: nullable(date),
      }),
      MOST_TO_SOURCE,
    ),
    nextRefundAt: date,
    intent: text,
    checkout: record({ id: text, orderId: text, giftCardIds: listOf(text, MOST_CARDS_OF_CHECKOUT) }, [
      'giftCardIds',
    ]),
    giftCard: record({ id: text, isGift: { bsonType: 'bool' } }, ['isGift']),
  },
  ['renewals', 'refunds', 'nextRefundAt', 'checkout', 'giftCard'],
);
