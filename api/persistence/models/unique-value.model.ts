import { modelOptions, prop } from '@typegoose/typegoose';
import { record, text } from '../json-schema.ts';

/**
 * A value that only one document of all may have. `_id` is the kind of value and the value, so it is unique wherever the
 * documents themselves are kept: an index of theirs could only say so within one shard.
 */
@modelOptions({ schemaOptions: { collection: 'unique_values', versionKey: false } })
export class UniqueValueModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  /** The id of the document that has it. */
  @prop({ type: () => String, required: true })
  holder!: string;
}

/** A kind, the name of a payment provider and an id of its own. */
const value = { bsonType: 'string', minLength: 1, maxLength: 1_000 };

export const uniqueValueSchema = record({ _id: value, holder: text });
