import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { Actor } from '../../domain/actor.ts';
import {
  JOB_KINDS,
  JOB_STATUSES,
  MOST_KEYS_OF_JOB,
  type JobKey,
  type JobKind,
  type JobStatus,
} from '../../domain/job.ts';
import { count, date, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';
import { actorSchema } from './actor.schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** A file that is worked through. `_id` is made of its kind and the hash of the file; `version` guards every write. */
@modelOptions({
  schemaOptions: { collection: 'jobs', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ createdAt: 1, _id: 1 }, { name: 'createdAt_id' })
@index({ status: 1, createdAt: 1, _id: 1 }, { name: 'status_createdAt_id' })
export class JobModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  kind!: JobKind;

  @prop({ type: () => String, required: true })
  status!: JobStatus;

  @prop({ type: () => String, required: true })
  fileName!: string;

  @prop({ type: () => String, required: true })
  fileHash!: string;

  @prop({ type: () => [String], required: true })
  columns!: string[];

  @prop({ type: () => String })
  campaignId?: string;

  @prop({ type: () => Date })
  cardsExpireAt?: Date;

  @prop({ type: () => Number, required: true })
  total!: number;

  @prop({ type: () => Number, required: true })
  round!: number;

  @prop({ type: () => Number, required: true })
  uploaded!: number;

  @prop({ type: () => Number, required: true })
  fine!: number;

  @prop({ type: () => BigInt, required: true })
  amount!: bigint;

  @prop({ type: () => Number, required: true })
  refused!: number;

  @prop({ type: () => Number, required: true })
  next!: number;

  @prop({ type: () => Number, required: true })
  done!: number;

  @prop({ type: () => Number, required: true })
  failed!: number;

  @prop({ type: () => BigInt, required: true })
  credited!: bigint;

  @prop({ type: () => BigInt, default: null })
  counted!: bigint | null;

  @prop({ type: () => String, default: null })
  approvalId!: string | null;

  @prop({ type: () => Mixed, required: true })
  startedBy!: Actor;

  @prop({ type: () => String, required: true })
  requestId!: string;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, default: null })
  startedAt!: Date | null;

  @prop({ type: () => Date, default: null })
  endedAt!: Date | null;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;

  @prop({ type: () => [Mixed], required: true })
  keys!: (Omit<JobKey, 'at'> & { at: Date })[];
}

export const jobSchema = record(
  {
    _id: text,
    version: { ...count, minimum: 1 },
    kind: oneOf(JOB_KINDS),
    status: oneOf(JOB_STATUSES),
    fileName: text,
    fileHash: text,
    columns: listOf(text, 20),
    total: { ...count, minimum: 1 },
    round: { ...count, minimum: 1 },
    uploaded: count,
    fine: count,
    amount: paise,
    refused: count,
    next: count,
    done: count,
    failed: count,
    credited: paise,
    counted: nullable(paise),
    approvalId: nullable(text),
    startedBy: actorSchema,
    requestId: text,
    createdAt: date,
    startedAt: nullable(date),
    endedAt: nullable(date),
    updatedAt: date,
    keys: listOf(record({ key: text, intent: text, at: date }), MOST_KEYS_OF_JOB),
    campaignId: text,
    cardsExpireAt: date,
  },
  ['campaignId', 'cardsExpireAt'],
);
