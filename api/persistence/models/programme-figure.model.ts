import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import { record, text } from '../json-schema.ts';

/** Sums by name, in groups. */
export interface FigureTree {
  readonly [name: string]: bigint | FigureTree;
}

/**
 * A share of the sums over all wallets, of the present or of one month. There are several of each sheet, so that batches
 * which commit at the same time do not wait for each other; together they count. `_id` is `<sheet>:<writer>:<slot>`.
 */
@modelOptions({
  schemaOptions: { collection: 'programme_figures', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ sheet: 1 }, { name: 'sheet' })
export class ProgrammeFigureModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  /** `all`, or a month as `2026-11`. */
  @prop({ type: () => String, required: true })
  sheet!: string;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  figures!: FigureTree;
}

// The server would look at every figure of a document with each batch that adds to one; the audit recounts them instead.
export const programmeFigureSchema = record({ _id: text, sheet: text, figures: { bsonType: 'object' } });
