import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { Actor } from '../../domain/actor.ts';
import type { ActName, ActSubject, Note } from '../../domain/act.ts';
import { date, listOf, nullable, record, text } from '../json-schema.ts';
import { actorSchema } from './actor.schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** What somebody of the shop did besides entries of a journal. `_id` says what happened. Inserted and read. */
@modelOptions({
  schemaOptions: { collection: 'acts', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ at: 1, _id: 1 }, { name: 'at_id' })
@index({ about: 1, at: 1, _id: 1 }, { name: 'about_at_id' })
@index({ 'actor.id': 1, at: 1, _id: 1 }, { name: 'actor_at_id' })
@index({ act: 1, at: 1, _id: 1 }, { name: 'act_at_id' })
export class ActModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Date, required: true })
  at!: Date;

  @prop({ type: () => Mixed, required: true })
  actor!: Actor;

  @prop({ type: () => String, required: true })
  act!: ActName;

  @prop({ type: () => Mixed, default: null })
  subject!: ActSubject | null;

  @prop({ type: () => String, default: null })
  customerId!: string | null;

  /** Derived from subject and customer: under what it is looked for, as `CUSTOMER:asha`. */
  @prop({ type: () => [String], required: true })
  about!: string[];

  @prop({ type: () => [Mixed], required: true })
  before!: Note[];

  @prop({ type: () => [Mixed], required: true })
  after!: Note[];

  @prop({ type: () => String, default: null })
  reason!: string | null;

  @prop({ type: () => String, required: true })
  requestId!: string;
}

const notes = listOf(
  record({ key: text, value: { bsonType: 'string', minLength: 1, maxLength: 2_000 } }),
  200,
);

export const actSchema = record({
  _id: text,
  at: date,
  actor: actorSchema,
  // Names are added by releases that may run beside this one.
  act: text,
  subject: nullable(record({ kind: text, id: text })),
  customerId: nullable(text),
  about: listOf({ bsonType: 'string', minLength: 1, maxLength: 500 }, 2),
  before: notes,
  after: notes,
  reason: nullable(text),
  requestId: text,
});
