import { modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import { PROGRAMME_COUNTERS, type ProgrammeTotals } from '../../domain/programme.ts';
import { paise, record, text } from '../json-schema.ts';

/**
 * A share of what all wallets together moved in a month. A month has several, so that batches which commit at the same time
 * do not wait for each other; the month is their sum. `_id` is `<month>:<writer>:<slot>`.
 */
@modelOptions({
  schemaOptions: { collection: 'programme_months', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
export class ProgrammeMonthModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  /** In India, as `2026-11`. */
  @prop({ type: () => String, required: true })
  month!: string;

  @prop({ type: () => mongoose.Schema.Types.Mixed })
  totals?: ProgrammeTotals;
}

export const programmeMonthSchema = record(
  {
    _id: text,
    month: text,
    totals: record(
      Object.fromEntries(PROGRAMME_COUNTERS.map((counter) => [counter, paise])),
      PROGRAMME_COUNTERS,
    ),
  },
  ['totals'],
);
