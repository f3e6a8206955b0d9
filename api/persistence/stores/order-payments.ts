import type { mongoose } from '@typegoose/typegoose';
import type { OrderPayments } from '../../domain/purchase.ts';
import type { EntryKind } from '../../domain/wallet/entries.ts';
import type { TransactionModel } from '../models/transaction.model.ts';

const sumOf = (kind: EntryKind) => ({ $sum: { $cond: [{ $eq: ['$kind', kind] }, '$amount', 0n] } });
const BY_ORDER = { $group: { _id: '$orderId', paid: sumOf('DEBIT'), refunded: sumOf('REFUND') } };

/** What debits and refunds among some entries come to, by order, in paise; `then` says which orders, in which order. */
export async function paymentsByOrder(
  entries: mongoose.mongo.Collection<TransactionModel>,
  among: mongoose.mongo.Filter<TransactionModel>,
  options: mongoose.mongo.AggregateOptions,
  then: readonly mongoose.mongo.Document[] = [],
): Promise<Map<string, OrderPayments>> {
  const $match = { ...among, kind: { $in: ['DEBIT', 'REFUND'] } };
  const orders = await entries
    .aggregate<{ _id: string } & OrderPayments>([{ $match }, BY_ORDER, ...then], options)
    .toArray();
  return new Map(orders.map(({ _id, paid, refunded }) => [_id, { paid, refunded }]));
}
