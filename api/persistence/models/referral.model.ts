import { index, modelOptions, prop } from '@typegoose/typegoose';
import { date, record, text } from '../json-schema.ts';

/** Who brought whom. `_id` is the referred customer's, who can be brought once. */
@modelOptions({ schemaOptions: { collection: 'referrals', versionKey: false } })
@index({ referrerId: 1, createdAt: 1 }, { name: 'referrerId_createdAt' })
export class ReferralModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  referrerId!: string;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;
}

export const referralSchema = record({ _id: text, referrerId: text, createdAt: date });
