import { index, modelOptions, prop } from '@typegoose/typegoose';
import { date, paise, record, text } from '../json-schema.ts';

/** An order that the shop reported. `_id` is the order's id, so each is recorded once. */
@modelOptions({ schemaOptions: { collection: 'purchases', versionKey: false } })
@index({ customerId: 1, at: 1 }, { name: 'customerId_at' })
@index({ customerId: 1, recordedAt: 1 }, { name: 'customerId_recordedAt' })
export class PurchaseModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  customerId!: string;

  @prop({ type: () => BigInt, required: true })
  amount!: bigint;

  @prop({ type: () => Date, required: true })
  at!: Date;

  @prop({ type: () => Date, required: true })
  recordedAt!: Date;
}

export const purchaseSchema = record({
  _id: text,
  customerId: text,
  amount: paise,
  at: date,
  recordedAt: date,
});
