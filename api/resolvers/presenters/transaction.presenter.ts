import type { Money } from '../../../schema/money/money.type.ts';
import type { CreditTransaction } from '../../../schema/transaction/credit-transaction.type.ts';
import type { DebitTransaction } from '../../../schema/transaction/debit-transaction.type.ts';
import type { ExpiryTransaction } from '../../../schema/transaction/expiry-transaction.type.ts';
import type { HoldTransaction } from '../../../schema/transaction/hold-transaction.type.ts';
import type { RefundTransaction } from '../../../schema/transaction/refund-transaction.type.ts';
import type { ReleaseTransaction } from '../../../schema/transaction/release-transaction.type.ts';
import type { ReversalTransaction } from '../../../schema/transaction/reversal-transaction.type.ts';
import {
  signedAmount,
  type CreditEntry,
  type DebitEntry,
  type ExpiryEntry,
  type HoldEntry,
  type MoneyEntry,
  type RefundEntry,
  type ReleaseEntry,
  type ReversalEntry,
} from '../../domain/wallet/entries.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';

/**
 * An entry as the API says it. Pages of history are made of these, so a field costs nothing until it is asked for; those
 * that cost a query have a resolver, which finds the entry here.
 */
abstract class EntryView<E extends MoneyEntry> {
  readonly entry: E;

  constructor(entry: E) {
    this.entry = entry;
  }

  get id(): string {
    return globalId('Transaction', this.entry.id);
  }

  get kind(): E['kind'] {
    return this.entry.kind;
  }

  get amount(): Money {
    return presentMoney(this.entry.amount);
  }

  get signedAmount(): Money {
    return presentMoney(signedAmount(this.entry));
  }

  get balanceAfter(): Money {
    return presentMoney(this.entry.balanceAfter);
  }

  get heldAfter(): Money {
    return presentMoney(this.entry.heldAfter ?? 0n);
  }

  get reason(): string | null {
    return this.entry.reason;
  }

  get actor(): E['actor'] {
    return this.entry.actor;
  }

  get createdAt(): number {
    return this.entry.at;
  }

  get orderId(): string | null {
    return 'orderId' in this.entry ? this.entry.orderId : null;
  }
}

export class CreditView extends EntryView<CreditEntry> implements CreditTransaction {
  /** The wallet as it is now, where it is at hand. */
  readonly state: Wallet | null;

  constructor(entry: CreditEntry, state: Wallet | null = null) {
    super(entry);
    this.state = state;
  }

  get source(): CreditEntry['lot']['source'] {
    return this.entry.lot.source;
  }

  get funding(): CreditEntry['lot']['funding'] {
    return this.entry.lot.funding;
  }
}

export class DebitView extends EntryView<DebitEntry> implements DebitTransaction {
  readonly source = null;
}

export class RefundView extends EntryView<RefundEntry> implements RefundTransaction {
  readonly source = 'REFUND';
}

export class ExpiryView extends EntryView<ExpiryEntry> implements ExpiryTransaction {
  readonly source = null;

  get expiredAt(): number {
    return this.entry.expiredAt;
  }
}

export class ReversalView extends EntryView<ReversalEntry> implements ReversalTransaction {
  readonly source = null;

  get notRecovered(): Money {
    return presentMoney(this.entry.notRecovered);
  }

  get receivable(): Money {
    return presentMoney(this.entry.receivable ?? 0n);
  }
}

export class HoldTransactionView extends EntryView<HoldEntry> implements HoldTransaction {
  readonly source = null;
}

export class ReleaseView extends EntryView<ReleaseEntry> implements ReleaseTransaction {
  readonly source = null;
}

export type TransactionView =
  CreditView | DebitView | RefundView | ExpiryView | ReversalView | HoldTransactionView | ReleaseView;

export function presentTransaction(entry: MoneyEntry, state: Wallet | null = null): TransactionView {
  switch (entry.kind) {
    case 'CREDIT':
      return presentCredit(entry, state);
    case 'DEBIT':
      return presentDebit(entry);
    case 'REFUND':
      return presentRefund(entry);
    case 'EXPIRY':
      return new ExpiryView(entry);
    case 'REVERSAL':
      return presentReversal(entry);
    case 'HOLD':
      return presentHoldEntry(entry);
    case 'RELEASE':
      return presentRelease(entry);
  }
}

export function presentCredit(entry: CreditEntry, state: Wallet | null = null): CreditView {
  return new CreditView(entry, state);
}

export function presentDebit(entry: DebitEntry): DebitView {
  return new DebitView(entry);
}

export function presentRefund(entry: RefundEntry): RefundView {
  return new RefundView(entry);
}

export function presentReversal(entry: ReversalEntry): ReversalView {
  return new ReversalView(entry);
}

export function presentHoldEntry(entry: HoldEntry): HoldTransactionView {
  return new HoldTransactionView(entry);
}

export function presentRelease(entry: ReleaseEntry): ReleaseView {
  return new ReleaseView(entry);
}
