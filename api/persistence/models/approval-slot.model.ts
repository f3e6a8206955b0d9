import { modelOptions, prop } from '@typegoose/typegoose';
import { count, date, nullable, record, text } from '../json-schema.ts';

/** Which approval of a subject and act is open. `_id` names both; `version` guards every write. */
@modelOptions({ schemaOptions: { collection: 'approval_slots', versionKey: false } })
export class ApprovalSlotModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, default: null })
  approvalId!: string | null;

  @prop({ type: () => Date, required: true })
  since!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}

export const approvalSlotSchema = record({
  _id: text,
  version: { ...count, minimum: 1 },
  approvalId: nullable(text),
  since: date,
  expiresAt: date,
});
