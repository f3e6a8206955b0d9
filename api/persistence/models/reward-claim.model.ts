import { index, modelOptions, prop } from '@typegoose/typegoose';
import { date, record, text } from '../json-schema.ts';

/** A claim. `_id` is made of reward and customer, so nobody claims a reward twice. */
@modelOptions({ schemaOptions: { collection: 'reward_claims', versionKey: false } })
@index({ customerId: 1, claimedAt: -1 }, { name: 'customerId_claimedAt' })
export class RewardClaimModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  rewardId!: string;

  @prop({ type: () => String, required: true })
  customerId!: string;

  @prop({ type: () => String, required: true })
  entryId!: string;

  @prop({ type: () => Date, required: true })
  claimedAt!: Date;
}

export const rewardClaimSchema = record({
  _id: text,
  rewardId: text,
  customerId: text,
  entryId: text,
  claimedAt: date,
});
