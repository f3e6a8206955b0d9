import { index, modelOptions, prop, Severity, mongoose } from '@typegoose/typegoose';
import type { RewardStatus } from '../../domain/reward.ts';
import { count, date, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';

/** A credit that customers may claim. `version` guards every write. */
@modelOptions({
  schemaOptions: { collection: 'loyalty_rewards', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ status: 1, validUntil: 1 }, { name: 'status_validUntil' })
@index({ createdAt: 1 }, { name: 'createdAt' })
export class RewardModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  name!: string;

  @prop({ type: () => String, required: true })
  description!: string;

  @prop({ type: () => BigInt, required: true })
  creditAmount!: bigint;

  @prop({ type: () => BigInt, default: null })
  minPurchaseAmount!: bigint | null;

  @prop({ type: () => Number, default: null })
  maxUses!: number | null;

  @prop({ type: () => Number, required: true })
  totalUses!: number;

  @prop({ type: () => String, required: true })
  status!: RewardStatus;

  @prop({ type: () => Date, required: true })
  validFrom!: Date;

  @prop({ type: () => Date, default: null })
  validUntil!: Date | null;

  @prop({ type: () => [mongoose.Schema.Types.Mixed], required: true })
  metadata!: { key: string; value: string }[];

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;

  @prop({ type: () => String, required: true })
  intent!: string;
}

export const rewardSchema = record({
  _id: text,
  version: count,
  name: text,
  description: { bsonType: 'string', minLength: 1, maxLength: 2_000 },
  creditAmount: paise,
  minPurchaseAmount: nullable(paise),
  maxUses: nullable(count),
  totalUses: count,
  status: oneOf(['ACTIVE', 'INACTIVE']),
  validFrom: date,
  validUntil: nullable(date),
  metadata: listOf(record({ key: text, value: { bsonType: 'string', maxLength: 400 } }), 50),
  createdAt: date,
  updatedAt: date,
  intent: text,
});
