import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { Actor } from '../../domain/actor.ts';
import {
  CAMPAIGN_CODES,
  CAMPAIGN_STATES,
  type CampaignCodes,
  type CampaignState,
} from '../../domain/campaign.ts';
import type { TierLevel } from '../../domain/policy.ts';
import { count, date, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';
import { actorSchema } from './actor.schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** Credits for whoever has one of its codes. `version` guards every write. */
@modelOptions({
  schemaOptions: { collection: 'campaigns', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ createdAt: 1, _id: 1 }, { name: 'createdAt_id' })
export class CampaignModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => Number, required: true })
  termsVersion!: number;

  @prop({ type: () => String, required: true })
  termsBy!: string;

  @prop({ type: () => String, required: true })
  state!: CampaignState;

  @prop({ type: () => String, required: true })
  codes!: CampaignCodes;

  @prop({ type: () => String, default: null })
  sharedCode!: string | null;

  @prop({ type: () => Number, required: true })
  codeCount!: number;

  @prop({ type: () => String, required: true })
  name!: string;

  @prop({ type: () => BigInt, required: true })
  value!: bigint;

  @prop({ type: () => Date, required: true })
  startsAt!: Date;

  @prop({ type: () => Date, default: null })
  endsAt!: Date | null;

  @prop({ type: () => BigInt, default: null })
  budget!: bigint | null;

  @prop({ type: () => BigInt, required: true })
  spent!: bigint;

  @prop({ type: () => Number, default: null })
  maxUses!: number | null;

  @prop({ type: () => Number, required: true })
  uses!: number;

  @prop({ type: () => Number, required: true })
  customers!: number;

  @prop({ type: () => Number, required: true })
  usesPerCustomer!: number;

  @prop({ type: () => BigInt, default: null })
  minPurchaseAmount!: bigint | null;

  @prop({ type: () => Boolean, required: true })
  newCustomersOnly!: boolean;

  @prop({ type: () => [String], required: true })
  tiers!: TierLevel[];

  @prop({ type: () => Number, default: null })
  creditLifetimeDays!: number | null;

  @prop({ type: () => Mixed, required: true })
  createdBy!: Actor;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;

  @prop({ type: () => String, required: true })
  intent!: string;
}

const positive = { ...count, minimum: 1 };

export const campaignSchema = record({
  _id: text,
  version: positive,
  termsVersion: positive,
  termsBy: text,
  state: oneOf(CAMPAIGN_STATES),
  codes: oneOf(CAMPAIGN_CODES),
  sharedCode: nullable(text),
  codeCount: count,
  name: text,
  value: paise,
  startsAt: date,
  endsAt: nullable(date),
  budget: nullable(paise),
  spent: paise,
  maxUses: nullable(count),
  uses: count,
  customers: count,
  usesPerCustomer: positive,
  minPurchaseAmount: nullable(paise),
  newCustomersOnly: { bsonType: 'bool' },
  tiers: listOf(text, 10),
  creditLifetimeDays: nullable(count),
  createdBy: actorSchema,
  createdAt: date,
  updatedAt: date,
  intent: text,
});
