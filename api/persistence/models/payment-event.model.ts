import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { PaymentClaim, PaymentEventStatus } from '../../domain/payment-event.ts';
import type { PaymentReport } from '../../domain/top-up.ts';
import { count, date, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';

/** A notification of the payment provider. `_id` is the provider and its event id, so a repeat is never a second one. */
@modelOptions({
  schemaOptions: { collection: 'payment_events', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ status: 1, receivedAt: 1 }, { name: 'status_receivedAt' })
// What waits to be looked at: few, however many have been.
@index({ nextLookAt: 1 }, { name: 'received_nextLookAt', partialFilterExpression: { status: 'RECEIVED' } })
export class PaymentEventModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  provider!: string;

  @prop({ type: () => String, required: true })
  eventId!: string;

  @prop({ type: () => String, required: true })
  name!: string;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  report!: PaymentReport | null;

  @prop({ type: () => [String], required: true })
  providerIds!: string[];

  @prop({ type: () => String, default: null })
  reference!: string | null;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  status!: PaymentEventStatus;

  @prop({ type: () => String, default: null })
  topUpId!: string | null;

  @prop({ type: () => String, default: null })
  problem!: string | null;

  @prop({ type: () => Date, required: true })
  receivedAt!: Date;

  @prop({ type: () => Date, default: null })
  processedAt!: Date | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed })
  claim?: PaymentClaim | null;

  @prop({ type: () => Number })
  attempts?: number;

  @prop({ type: () => Date })
  nextLookAt?: Date | null;
}

export const paymentEventSchema = record(
  {
    _id: text,
    provider: text,
    eventId: text,
    name: text,
    report: nullable(
      record(
        {
          kind: oneOf(['PROCESSING', 'CAPTURED', 'DECLINED', 'FAILED', 'EXPIRED']),
          paymentId: text,
          amount: paise,
          currency: text,
          reason: text,
        },
        ['paymentId', 'amount', 'currency', 'reason'],
      ),
    ),
    providerIds: listOf(text, 20),
    reference: nullable(text),
    version: { ...count, minimum: 1 },
    status: oneOf(['RECEIVED', 'APPLIED', 'NO_CHANGE', 'REVIEW', 'IGNORED']),
    topUpId: nullable(text),
    problem: nullable(text),
    receivedAt: date,
    processedAt: nullable(date),
    claim: nullable(
      record({
        kind: oneOf(['REFUND', 'DISPUTE']),
        id: text,
        paymentId: text,
        amount: paise,
        currency: text,
        state: oneOf(['PENDING', 'FINAL', 'DROPPED']),
        receipt: nullable(text),
      }),
    ),
    attempts: count,
    nextLookAt: nullable(date),
  },
  ['claim', 'attempts', 'nextLookAt'],
);
