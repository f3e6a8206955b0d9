import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import { MOST_COHORTS } from '../../domain/cohort.ts';
import { count, date, listOf, nullable, paise, record, text } from '../json-schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** How long what an audit found is kept: a little over a year. It is about money and holds none. */
const KEPT_SECONDS = 34_560_000;

/** One run of the audit. `_id` is the day in the shop's time zone, of which the last run counts. */
@modelOptions({
  schemaOptions: { collection: 'audit_runs', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ startedAt: 1 }, { name: 'startedAt', expireAfterSeconds: KEPT_SECONDS })
export class AuditRunModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Date, required: true })
  startedAt!: Date;

  @prop({ type: () => Date, required: true })
  finishedAt!: Date;

  @prop({ type: () => Number, required: true })
  wallets!: number;

  @prop({ type: () => Number, required: true })
  entries!: number;

  @prop({ type: () => Number, required: true })
  violations!: number;

  @prop({ type: () => [Mixed], required: true })
  findings!: { invariant: string; rule: string; record: string; entry: string | null; problem: string }[];

  @prop({ type: () => [String], required: true })
  notices!: string[];

  @prop({ type: () => [Mixed] })
  cohorts?: { month: string; months: { customers: number; spent: bigint }[] }[];
}

const sentence = { bsonType: 'string', minLength: 1, maxLength: 2_000 };

export const auditRunSchema = record(
  {
    _id: text,
    startedAt: date,
    finishedAt: date,
    wallets: count,
    entries: count,
    violations: count,
    findings: listOf(
      record({
        invariant: text,
        rule: sentence,
        record: sentence,
        entry: nullable(sentence),
        problem: sentence,
      }),
      200,
    ),
    notices: listOf(sentence, 50),
    cohorts: listOf(
      record({ month: text, months: listOf(record({ customers: count, spent: paise }), MOST_COHORTS) }),
      MOST_COHORTS,
    ),
  },
  ['cohorts'],
);
