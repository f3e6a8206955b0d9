import { index, modelOptions, prop } from '@typegoose/typegoose';
import { date, paise, record, text } from '../json-schema.ts';

/** How long the operational log of expiries is kept: 90 days (product rule 5). The journal keeps the expiries themselves for ever. */
const KEPT_SECONDS = 7_776_000;

/** One expiry, for operators to look at. `_id` is the id of its journal entry, so it is logged once. */
@modelOptions({ schemaOptions: { collection: 'credit_expiry_logs', versionKey: false } })
@index({ customerId: 1 }, { name: 'customerId' })
@index({ createdAt: 1 }, { name: 'createdAt', expireAfterSeconds: KEPT_SECONDS })
export class CreditExpiryLogModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  customerId!: string;

  @prop({ type: () => BigInt, required: true })
  amount!: bigint;

  @prop({ type: () => Date, required: true })
  originalExpiry!: Date;

  @prop({ type: () => Date, required: true })
  expiredAt!: Date;

  @prop({ type: () => String, required: true })
  reason!: string;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;
}

export const creditExpiryLogSchema = record({
  _id: text,
  customerId: text,
  amount: paise,
  originalExpiry: date,
  expiredAt: date,
  reason: text,
  createdAt: date,
});
