import { modelOptions, prop } from '@typegoose/typegoose';
import { record, text } from '../json-schema.ts';

/** A code that a gift card has or had. `_id` is a fingerprint of it: the code itself is nowhere. Written once. */
@modelOptions({ schemaOptions: { collection: 'gift_codes', versionKey: false } })
export class GiftCodeModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  cardId!: string;
}

export const giftCodeSchema = record({ _id: text, cardId: text });
