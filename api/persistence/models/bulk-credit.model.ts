import { modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { Actor } from '../../domain/actor.ts';
import type { BulkMode } from '../../domain/bulk-credit.ts';
import { count, date, listOf, oneOf, paise, record, text } from '../json-schema.ts';
import { actorSchema } from './actor.schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** A refusal with its moments as dates. */
export interface RefusedRowDocument {
  row: number;
  code: string;
  since?: Date;
  firstUsedAt?: Date;
}

/** A bulk credit. `_id` is made of its key, so the same key is the same call. `version` guards every write. */
@modelOptions({
  schemaOptions: { collection: 'bulk_credits', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
export class BulkCreditModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  intent!: string;

  @prop({ type: () => String, required: true })
  mode!: BulkMode;

  @prop({ type: () => Number, required: true })
  rowCount!: number;

  @prop({ type: () => Number, required: true })
  decided!: number;

  @prop({ type: () => [Mixed], required: true })
  refusals!: RefusedRowDocument[];

  @prop({ type: () => BigInt, required: true })
  total!: bigint;

  /** Missing where nothing counts. */
  @prop({ type: () => BigInt })
  counted?: bigint;

  @prop({ type: () => Mixed, required: true })
  actor!: Actor;

  @prop({ type: () => String, required: true })
  requestId!: string;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;
}

/** What the refusals of a credit tell besides their code. */
const details = {
  customerId: text,
  since: date,
  min: paise,
  max: paise,
  available: paise,
  limit: count,
  field: text,
  problem: text,
  firstUsedAt: date,
};

export const bulkCreditSchema = record(
  {
    _id: text,
    version: { ...count, minimum: 1 },
    intent: text,
    mode: oneOf(['ALL_OR_NOTHING', 'VALID_ROWS']),
    rowCount: { ...count, minimum: 1 },
    decided: { ...count, minimum: 1 },
    refusals: listOf(record({ row: count, code: text, ...details }, Object.keys(details)), 100_000),
    total: paise,
    counted: paise,
    actor: actorSchema,
    requestId: text,
    createdAt: date,
    updatedAt: date,
  },
  ['counted'],
);
