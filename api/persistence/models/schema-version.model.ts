import { modelOptions, prop } from '@typegoose/typegoose';
import { count, date, record, text } from '../json-schema.ts';

/**
 * A version of the schema that a process has brought, or is just bringing. The oldest fields of all: processes of every
 * version read them, so none may ever change its meaning.
 */
@modelOptions({ schemaOptions: { collection: 'schema_versions', versionKey: false } })
export class SchemaVersionModel {
  /** Its number. */
  @prop({ type: () => Number, required: true })
  _id!: number;

  @prop({ type: () => String, required: true })
  name!: string;

  /** The day on which it was written, as `2026-11-27`. */
  @prop({ type: () => String, required: true })
  date!: string;

  /** The oldest version that may run beside it. */
  @prop({ type: () => Number, required: true })
  oldest!: number;

  /** The version of the process that brought it. */
  @prop({ type: () => Number, required: true })
  broughtBy!: number;

  @prop({ type: () => Date, required: true })
  begunAt!: Date;

  /** When its step was through; missing until then. */
  @prop({ type: () => Date })
  doneAt?: Date;

  /** A fingerprint of all validators and indexes that stood when this was the newest version, once they did. */
  @prop({ type: () => String })
  shapes?: string;
}

export const schemaVersionSchema = record(
  {
    _id: count,
    name: text,
    date: text,
    oldest: count,
    broughtBy: count,
    begunAt: date,
    doneAt: date,
    shapes: text,
  },
  ['doneAt', 'shapes'],
);
