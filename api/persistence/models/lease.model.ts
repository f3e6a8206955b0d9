import { modelOptions, prop } from '@typegoose/typegoose';
import { date, record, text } from '../json-schema.ts';

/** Who alone may do something, and until when by the database's clock. `_id` says what. */
@modelOptions({ schemaOptions: { collection: 'leases', versionKey: false } })
export class LeaseModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  holder!: string;

  @prop({ type: () => Date, required: true })
  until!: Date;
}

export const leaseSchema = record({ _id: text, holder: text, until: date });
