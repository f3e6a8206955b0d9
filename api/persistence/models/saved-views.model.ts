import { modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import { count, date, listOf, record, text } from '../json-schema.ts';

/** The views that somebody of the shop keeps. `_id` is their account's; `version` guards every write. */
@modelOptions({
  schemaOptions: { collection: 'saved_views', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
export class SavedViewsModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => [mongoose.Schema.Types.Mixed], required: true })
  views!: { name: string; address: string; savedAt: Date }[];
}

const address = { bsonType: 'string', minLength: 1, maxLength: 1_000 };

export const savedViewsSchema = record({
  _id: text,
  version: { ...count, minimum: 1 },
  views: listOf(record({ name: text, address, savedAt: date }), 100),
});
