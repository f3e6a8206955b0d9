import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import {
  GIFT_DESIGNS,
  GIFT_LANGUAGES,
  LONGEST_MESSAGE,
  MOST_KEYS_OF_GIFT,
  type Gift,
  type GiftDesign,
  type GiftLanguage,
} from '../../domain/gift-card/gift.ts';
import { GIFT_STATES, type GiftState } from '../../domain/gift-card/gift-status.ts';
import { count, date, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** A gift that somebody sends by mail. `_id` is that of its payment and begins with the wallet of the sender; `version` guards every write. */
@modelOptions({
  schemaOptions: { collection: 'gifts', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ senderId: 1, createdAt: -1, _id: -1 }, { name: 'senderId_createdAt' })
@index({ mailAt: 1 }, { name: 'mailAt', partialFilterExpression: { mailAt: { $type: 'date' } } })
export class GiftModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  senderId!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => BigInt, required: true })
  amount!: bigint;

  @prop({ type: () => String, required: true })
  cardId!: string;

  @prop({ type: () => String, required: true })
  state!: GiftState;

  @prop({ type: () => String, default: null })
  toEmail!: string | null;

  @prop({ type: () => String, required: true })
  fromName!: string;

  @prop({ type: () => String, default: null })
  message!: string | null;

  @prop({ type: () => String, required: true })
  design!: GiftDesign;

  @prop({ type: () => String, required: true })
  language!: GiftLanguage;

  @prop({ type: () => Date, required: true })
  deliverAt!: Date;

  @prop({ type: () => Date, default: null })
  expiresAt!: Date | null;

  @prop({ type: () => Number, required: true })
  links!: number;

  @prop({ type: () => Date, default: null })
  mailAt!: Date | null;

  @prop({ type: () => Number, required: true })
  mailTries!: number;

  @prop({ type: () => Date, default: null })
  sentAt!: Date | null;

  @prop({ type: () => Date, default: null })
  endedAt!: Date | null;

  @prop({ type: () => String, default: null })
  refund!: Gift['refund'];

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;

  @prop({ type: () => [Mixed], required: true })
  keys!: { key: string; intent: string; at: Date }[];
}

export const giftSchema = record({
  _id: text,
  senderId: text,
  version: { ...count, minimum: 1 },
  amount: { ...paise, minimum: 1n },
  cardId: text,
  state: oneOf(GIFT_STATES),
  toEmail: nullable(text),
  fromName: text,
  message: nullable({ bsonType: 'string', maxLength: LONGEST_MESSAGE }),
  design: oneOf(GIFT_DESIGNS),
  language: oneOf(GIFT_LANGUAGES),
  deliverAt: date,
  expiresAt: nullable(date),
  links: count,
  mailAt: nullable(date),
  mailTries: count,
  sentAt: nullable(date),
  endedAt: nullable(date),
  refund: { enum: ['PROCESSING', 'DONE', 'FAILED', null] },
  createdAt: date,
  updatedAt: date,
  keys: listOf(record({ key: text, intent: text, at: date }), MOST_KEYS_OF_GIFT),
});
