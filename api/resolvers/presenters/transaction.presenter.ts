import type { CreditTransaction } from '../../../schema/transaction/credit-transaction.type.ts';
import type { DebitTransaction } from '../../../schema/transaction/debit-transaction.type.ts';
import type { ExpiryTransaction } from '../../../schema/transaction/expiry-transaction.type.ts';
import type { RefundTransaction } from '../../../schema/transaction/refund-transaction.type.ts';
import type { ReversalTransaction } from '../../../schema/transaction/reversal-transaction.type.ts';
import type { Transaction } from '../../../schema/transaction/transaction.interface.ts';
import type {
  CreditEntry,
  DebitEntry,
  ExpiryEntry,
  MoneyEntry,
  RefundEntry,
  ReversalEntry,
} from '../../domain/wallet/entries.ts';
import { signedAmount } from '../../domain/wallet/entries.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';

/** A transaction that carries the entry it was made from, for the fields that cost a query. */
type Backed<T extends Transaction, E extends MoneyEntry> = T & { readonly entry: E };

export type CreditView = Backed<CreditTransaction, CreditEntry>;
export type DebitView = Backed<DebitTransaction, DebitEntry>;
export type RefundView = Backed<RefundTransaction, RefundEntry>;
export type ExpiryView = Backed<ExpiryTransaction, ExpiryEntry>;
export type ReversalView = Backed<ReversalTransaction, ReversalEntry>;
export type TransactionView = CreditView | DebitView | RefundView | ExpiryView | ReversalView;

export function presentTransaction(entry: MoneyEntry): TransactionView {
  switch (entry.kind) {
    case 'CREDIT':
      return presentCredit(entry);
    case 'DEBIT':
      return presentDebit(entry);
    case 'REFUND':
      return presentRefund(entry);
    case 'EXPIRY':
      return presentExpiry(entry);
    case 'REVERSAL':
      return presentReversal(entry);
  }
}

export function presentCredit(entry: CreditEntry): CreditView {
  const { source, funding, expiresAt } = entry.lot;
  return { ...common(entry), entry, source, orderId: entry.orderId, funding, expiresAt };
}

export function presentDebit(entry: DebitEntry): DebitView {
  return { ...common(entry), entry, source: null, orderId: entry.orderId };
}

export function presentRefund(entry: RefundEntry): RefundView {
  return { ...common(entry), entry, source: 'REFUND', orderId: entry.orderId };
}

function presentExpiry(entry: ExpiryEntry): ExpiryView {
  return { ...common(entry), entry, source: null, orderId: null, expiredAt: entry.expiredAt };
}

export function presentReversal(entry: ReversalEntry): ReversalView {
  const notRecovered = presentMoney(entry.notRecovered);
  return { ...common(entry), entry, source: null, orderId: null, notRecovered };
}

function common(entry: MoneyEntry) {
  const { id, kind, amount, balanceAfter, reason, actor, at } = entry;
  return {
    id: globalId('Transaction', id),
    kind,
    amount: presentMoney(amount),
    signedAmount: presentMoney(signedAmount(entry)),
    balanceAfter: presentMoney(balanceAfter),
    reason,
    actor: { id: actor.id, role: actor.role, channel: actor.channel },
    createdAt: at,
  };
}
