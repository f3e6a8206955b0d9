import { index, modelOptions, prop } from '@typegoose/typegoose';
import { count, date, nullable, record, text } from '../json-schema.ts';

/** A code that is used once. `_id` is a fingerprint of it: the code itself is nowhere. `version` guards every write. */
@modelOptions({ schemaOptions: { collection: 'voucher_codes', versionKey: false } })
@index({ campaignId: 1, number: 1 }, { name: 'campaignId_number' })
export class VoucherCodeModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  campaignId!: string;

  @prop({ type: () => Number, required: true })
  number!: number;

  @prop({ type: () => String, required: true })
  keyId!: string;

  @prop({ type: () => String, default: null })
  usedBy!: string | null;

  @prop({ type: () => Date, default: null })
  usedAt!: Date | null;
}

export const voucherCodeSchema = record({
  _id: text,
  version: { ...count, minimum: 1 },
  campaignId: text,
  number: { ...count, minimum: 1 },
  keyId: text,
  usedBy: nullable(text),
  usedAt: nullable(date),
});
