import { modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { ProgrammeTotals } from '../../domain/programme.ts';
import { MOVEMENTS } from '../../domain/wallet/running-totals.ts';
import { paise, record, text } from '../json-schema.ts';

/**
 * A share of what wallets had moved that left one month for another. There are several for the same two months, so that
 * batches which commit at the same time do not wait for each other; together they count.
 * `_id` is `<last>:<next>:<writer>:<slot>`.
 */
@modelOptions({
  schemaOptions: { collection: 'programme_stays', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
export class ProgrammeStayModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  /** The month that was left, in India, as `2026-11`. */
  @prop({ type: () => String, required: true })
  last!: string;

  /** The month in which money moved again. */
  @prop({ type: () => String, required: true })
  next!: string;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  totals!: ProgrammeTotals;
}

export const programmeStaySchema = record({
  _id: text,
  last: text,
  next: text,
  totals: record(Object.fromEntries(MOVEMENTS.map((movement) => [movement, paise])), MOVEMENTS),
});
