import { modelOptions, prop } from '@typegoose/typegoose';
import { count, paise, record, text } from '../json-schema.ts';

/** What one person has done of an act on one day. `_id` names all three; `version` guards every write. */
@modelOptions({ schemaOptions: { collection: 'limit_uses', versionKey: false } })
export class LimitUseModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => BigInt, required: true })
  used!: bigint;

  @prop({ type: () => Number, required: true })
  asked!: number;
}

export const limitUseSchema = record({
  _id: text,
  version: { ...count, minimum: 1 },
  used: paise,
  asked: count,
});
