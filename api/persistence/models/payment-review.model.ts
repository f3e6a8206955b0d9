import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { Actor } from '../../domain/actor.ts';
import {
  MOST_KEYS_OF_REVIEW,
  type ClaimHold,
  type ReviewClaim,
  type ReviewKind,
  type ReviewRefund,
  type ReviewStatus,
} from '../../domain/payment-review.ts';
import { count, date, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';
import { actorSchema } from './actor.schema.ts';

const { Mixed } = mongoose.Schema.Types;

type ReviewClaimDocument = Omit<ReviewClaim, 'takenAt' | 'hold'> & {
  takenAt: Date | null;
  hold?: Omit<ClaimHold, 'endedAt'> & { endedAt: Date | null };
};

/** Something about a payment that a person looks at. `_id` names what it is about, so each has one. `version` guards every write. */
@modelOptions({
  schemaOptions: { collection: 'payment_reviews', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ createdAt: 1, _id: 1 }, { name: 'createdAt_id' })
@index({ status: 1, createdAt: 1, _id: 1 }, { name: 'status_createdAt_id' })
@index({ paymentId: 1 }, { name: 'paymentId' })
@index({ entryId: 1 }, { name: 'entryId', partialFilterExpression: { entryId: { $type: 'string' } } })
@index(
  { 'claim.hold.id': 1 },
  { name: 'claimHold', partialFilterExpression: { 'claim.hold.id': { $type: 'string' } } },
)
@index({ nextTryAt: 1 }, { name: 'nextTryAt', partialFilterExpression: { nextTryAt: { $type: 'date' } } })
export class PaymentReviewModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  provider!: string;

  @prop({ type: () => String, required: true })
  kind!: ReviewKind;

  @prop({ type: () => String, required: true })
  status!: ReviewStatus;

  @prop({ type: () => String, required: true })
  paymentId!: string;

  @prop({ type: () => String, required: true })
  providerReference!: string;

  @prop({ type: () => BigInt, required: true })
  collected!: bigint;

  @prop({ type: () => String, required: true })
  currency!: string;

  @prop({ type: () => BigInt, default: null })
  expected!: bigint | null;

  @prop({ type: () => String, default: null })
  topUpId!: string | null;

  @prop({ type: () => String, default: null })
  walletId!: string | null;

  @prop({ type: () => String, default: null })
  entryId!: string | null;

  @prop({ type: () => String, required: true })
  problem!: string;

  @prop({ type: () => Mixed, default: null })
  assignment!: { actor: Actor; at: Date } | null;

  @prop({ type: () => Mixed, default: null })
  refund!: (Omit<ReviewRefund, 'at'> & { at: Date }) | null;

  @prop({ type: () => Mixed, default: null })
  claim!: ReviewClaimDocument | null;

  @prop({ type: () => Mixed, default: null })
  ending!: { by: Actor; at: Date; reason: string | null } | null;

  @prop({ type: () => [Mixed], required: true })
  keys!: { key: string; intent: string; at: Date }[];

  @prop({ type: () => Date, default: null })
  nextTryAt!: Date | null;

  @prop({ type: () => Number, required: true })
  attempts!: number;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;
}

export const paymentReviewSchema = record({
  _id: text,
  version: { ...count, minimum: 1 },
  provider: text,
  kind: oneOf([
    'AMOUNT_MISMATCH',
    'UNKNOWN_ORDER',
    'LATE_PAYMENT',
    'CURRENCY_MISMATCH',
    'DISPUTE',
    'PROVIDER_REFUND',
    'CHECKOUT_ENDED',
  ]),
  status: oneOf(['OPEN', 'CREDITED', 'REFUNDED', 'DISMISSED']),
  paymentId: text,
  providerReference: text,
  collected: paise,
  currency: text,
  expected: nullable(paise),
  topUpId: nullable(text),
  walletId: nullable(text),
  entryId: nullable(text),
  problem: text,
  assignment: nullable(record({ actor: actorSchema, at: date })),
  refund: nullable(
    record({
      status: oneOf(['PROCESSING', 'DONE', 'FAILED']),
      amount: { ...paise, minimum: 1n },
      receipt: text,
      refundId: nullable(text),
      by: actorSchema,
      at: date,
    }),
  ),
  claim: nullable(
    record(
      {
        state: oneOf(['PENDING', 'FINAL', 'DROPPED']),
        takenAt: nullable(date),
        taken: paise,
        receivable: paise,
        parts: { ...count, minimum: 2 },
        hold: record({ id: nullable(text), amount: paise, endedAt: nullable(date) }),
      },
      ['parts', 'hold'],
    ),
  ),
  ending: nullable(record({ by: actorSchema, at: date, reason: nullable(text) })),
  keys: listOf(record({ key: text, intent: text, at: date }), MOST_KEYS_OF_REVIEW),
  nextTryAt: nullable(date),
  attempts: count,
  createdAt: date,
  updatedAt: date,
});
