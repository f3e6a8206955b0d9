import { modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import { ROWS_OF_A_PART, type JobRow } from '../../domain/job.ts';
import { count, date, listOf, nullable, record, text } from '../json-schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** Rows of a job that are done together. `_id` begins with the job's and counts the parts; `version` guards every write. */
@modelOptions({
  schemaOptions: { collection: 'job_parts', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
export class JobPartModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  jobId!: string;

  @prop({ type: () => Number, required: true })
  part!: number;

  @prop({ type: () => Number, required: true })
  first!: number;

  @prop({ type: () => String, required: true })
  intent!: string;

  @prop({ type: () => [Mixed], required: true })
  rows!: JobRow[];

  @prop({ type: () => Date, required: true })
  createdAt!: Date;
}

/** A cell stands here as it came, also an empty one. */
const cell = { bsonType: 'string', maxLength: 400 };
const problem = record({ column: nullable(text), code: text, problem: text });

export const jobPartSchema = record({
  _id: text,
  version: { ...count, minimum: 1 },
  jobId: text,
  part: count,
  first: count,
  intent: text,
  rows: listOf(
    record({ row: count, customerId: nullable(text), cells: listOf(cell, 20), problem: nullable(problem) }),
    ROWS_OF_A_PART,
  ),
  createdAt: date,
});
