import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import { REMEMBERED_ORDERS, type CountedOrder } from '../../domain/largest-orders.ts';
import { count, date, listOf, paise, record, text } from '../json-schema.ts';

const { Mixed } = mongoose.Schema.Types;
const KEPT_SECONDS = 90 * 86_400;

/**
 * What was counted of the largest orders of a wallet since the start of a reward, so that it need not be counted again. `_id` is made of
 * the two. It follows from the journal and the reports, so what nobody has asked about for long may go.
 */
@modelOptions({
  schemaOptions: { collection: 'largest_orders', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ countedAt: 1 }, { name: 'countedAt_ttl', expireAfterSeconds: KEPT_SECONDS })
export class LargestOrdersModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  walletId!: string;

  @prop({ type: () => Date, required: true })
  since!: Date;

  @prop({ type: () => Number, required: true })
  upToSeq!: number;

  @prop({ type: () => Date, required: true })
  reportsUpTo!: Date;

  @prop({ type: () => [Mixed], required: true })
  orders!: readonly CountedOrder[];

  @prop({ type: () => BigInt, required: true })
  others!: bigint;

  /** By the clock of the database, which also lets it go. */
  @prop({ type: () => Date, required: true })
  countedAt!: Date;
}

const order = record({ orderId: text, paid: paise, refunded: paise, reported: paise });

export const largestOrdersSchema = record({
  _id: { bsonType: 'string', minLength: 1, maxLength: 500 },
  walletId: text,
  since: date,
  upToSeq: count,
  reportsUpTo: date,
  orders: listOf(order, REMEMBERED_ORDERS),
  others: paise,
  countedAt: date,
});
