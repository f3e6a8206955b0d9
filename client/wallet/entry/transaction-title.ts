import type { TransactionRow_TransactionFragment } from '../../graphql/graphql.ts';
import type { WalletWords } from '../words/en.ts';
import { shownKind } from './transaction-look.ts';

export type TitledEntry = Pick<TransactionRow_TransactionFragment, 'kind' | 'orderId' | 'reason' | 'source'>;

const ORDERED: readonly string[] = ['DEBIT', 'HOLD', 'RELEASE'];

/** What an entry is called: its order, else the reason somebody gave, else what kind it is. */
export function transactionTitle(entry: TitledEntry, { entry: words, sources }: WalletWords): string {
  if (entry.orderId !== null && ORDERED.includes(entry.kind)) return words.order(entry.orderId);
  if (entry.orderId !== null && entry.kind === 'REFUND') return words.refundOf(entry.orderId);
  if (entry.reason !== null && entry.reason !== '') return entry.reason;
  if (entry.kind === 'CREDIT' && entry.source !== null) return sources[entry.source];
  return words.titles[shownKind(entry.kind)];
}

/** Where the money came from or went to. */
export function transactionSource(entry: TitledEntry, { entry: words, sources }: WalletWords): string {
  if (ORDERED.includes(entry.kind)) return entry.orderId === null ? words.heldPayment : words.shopOrder;
  if (entry.kind === 'EXPIRY') return words.expiry;
  if (entry.kind === 'REVERSAL') return words.reversal;
  return entry.source === null ? sources.MANUAL : sources[entry.source];
}

/** The address of an entry's own page. */
export function entryPath(id: string): string {
  return `/history/${encodeURIComponent(id)}`;
}
