import { index, modelOptions, prop } from '@typegoose/typegoose';
import { date, listOf, nullable, record, text } from '../json-schema.ts';

/** A person the shop knows. The id is the shop's own. */
@modelOptions({ schemaOptions: { collection: 'customers', versionKey: false } })
@index({ email: 1 }, { name: 'email', partialFilterExpression: { email: { $type: 'string' } } })
@index({ phone: 1 }, { name: 'phone', partialFilterExpression: { phone: { $type: 'string' } } })
@index({ searchKeys: 1 }, { name: 'searchKeys' })
@index({ createdAt: 1, _id: 1 }, { name: 'createdAt_id' })
export class CustomerModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  name!: string;

  @prop({ type: () => String, default: null })
  email!: string | null;

  @prop({ type: () => String, default: null })
  phone!: string | null;

  @prop({ type: () => String, default: null })
  language!: string | null;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  /** Derived from the rest whenever that is saved: what searching looks for. */
  @prop({ type: () => [String], default: undefined })
  searchKeys?: string[];
}

export const customerSchema = record(
  {
    _id: text,
    name: text,
    email: nullable(text),
    phone: nullable(text),
    language: nullable(text),
    createdAt: date,
    searchKeys: listOf(text, 20),
  },
  ['searchKeys'],
);
