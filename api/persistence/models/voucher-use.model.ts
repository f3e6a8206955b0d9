import { index, modelOptions, prop } from '@typegoose/typegoose';
import { count, date, nullable, paise, record, text } from '../json-schema.ts';

/** A use of a code. `_id` is made of campaign, customer and how manieth it is of theirs. */
@modelOptions({ schemaOptions: { collection: 'voucher_uses', versionKey: false } })
@index({ customerId: 1, usedAt: -1 }, { name: 'customerId_usedAt' })
@index({ campaignId: 1, usedAt: 1, _id: 1 }, { name: 'campaignId_usedAt_id' })
export class VoucherUseModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  campaignId!: string;

  @prop({ type: () => String, required: true })
  customerId!: string;

  @prop({ type: () => String, default: null })
  codeId!: string | null;

  @prop({ type: () => String, required: true })
  entryId!: string;

  @prop({ type: () => BigInt, required: true })
  amount!: bigint;

  @prop({ type: () => Number, required: true })
  termsVersion!: number;

  @prop({ type: () => Date, required: true })
  usedAt!: Date;
}

export const voucherUseSchema = record({
  _id: text,
  campaignId: text,
  customerId: text,
  codeId: nullable(text),
  entryId: text,
  amount: paise,
  termsVersion: { ...count, minimum: 1 },
  usedAt: date,
});
