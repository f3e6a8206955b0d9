import type { TransactionFilter } from '../../schema/transaction/transaction-filter.input.ts';
import type { HistoryFilter } from '../services/queries/history-filter.ts';

/** A filter without the entries that were left out; an empty list narrows nothing. */
export function historyFilterOf(filter: TransactionFilter | null | undefined): HistoryFilter {
  const { kinds, sources, from, to, orderId, orderOrReference, minAmount, maxAmount } = filter ?? {};
  return {
    ...(kinds?.length && { kinds }),
    ...(sources?.length && { sources }),
    ...(typeof from === 'number' && { from }),
    ...(typeof to === 'number' && { to }),
    ...(orderId && { orderId }),
    ...(orderOrReference && { orderOrReference }),
    ...(minAmount && { minAmount: minAmount.amount }),
    ...(maxAmount && { maxAmount: maxAmount.amount }),
  };
}
