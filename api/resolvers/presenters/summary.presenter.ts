import type { MonthlyMovement } from '../../../schema/statistics/monthly-movement.type.ts';
import type { TransactionSummary } from '../../../schema/statistics/transaction-summary.type.ts';
import type { CreditSource } from '../../../schema/transaction/credit-source.enum.ts';
import type { TransactionKind } from '../../../schema/transaction/transaction-kind.enum.ts';
import type { BalancePoint } from '../../../schema/wallet/balance-point.type.ts';
import type { Instant } from '../../domain/calendar.ts';
import { CREDIT_MOVEMENTS, tallyOf, type Movement } from '../../domain/wallet/running-totals.ts';
import type { BalancePoint as DayOfBalance } from '../../services/queries/balance-history.ts';
import type { MonthlySummary, Summary } from '../../services/queries/summary.ts';
import { presentMoney } from './money.presenter.ts';

const KINDS: { readonly [K in TransactionKind]: readonly Movement[] } = {
  CREDIT: CREDIT_MOVEMENTS,
  DEBIT: ['debit'],
  REFUND: ['refund'],
  EXPIRY: ['expiry'],
  REVERSAL: ['reversal'],
  HOLD: ['hold'],
  RELEASE: ['release'],
};
const SOURCES: { readonly [S in CreditSource]: readonly Movement[] } = {
  PURCHASE: ['purchase'],
  REFERRAL: ['referral'],
  PROMOTION: ['promotion'],
  LOYALTY: ['loyalty'],
  MANUAL: ['manual'],
  REFUND: ['refund'],
};
const GRANTS = CREDIT_MOVEMENTS.filter((movement) => movement !== 'purchase');

export function presentSummary(
  { movements, net, openingBalance, closingBalance, openingHeld, closingHeld }: Summary,
  from: Instant | null,
  to: Instant | null,
): TransactionSummary {
  const tally = (of: readonly Movement[]) => {
    const { count, total } = tallyOf(movements, of);
    return { count, total: presentMoney(total) };
  };
  return {
    from,
    to,
    byKind: entriesOf(KINDS).map(([kind, of]) => ({ kind, ...tally(of) })),
    bySource: entriesOf(SOURCES).map(([source, of]) => ({ source, ...tally(of) })),
    net: presentMoney(net),
    count: tallyOf(movements).count,
    openingBalance: presentMoney(openingBalance),
    closingBalance: presentMoney(closingBalance),
    openingHeld: presentMoney(openingHeld),
    closingHeld: presentMoney(closingHeld),
  };
}

export function presentMonth({
  month,
  movements,
  openingBalance,
  closingBalance,
  openingHeld,
  closingHeld,
}: MonthlySummary): MonthlyMovement {
  const total = (...of: Movement[]) => presentMoney(tallyOf(movements, of).total);
  return {
    month,
    openingBalance: presentMoney(openingBalance),
    purchased: total('purchase'),
    granted: total(...GRANTS),
    spent: total('debit'),
    refunded: total('refund'),
    expired: total('expiry'),
    reversed: total('reversal'),
    setAside: presentMoney(closingHeld - openingHeld),
    closingBalance: presentMoney(closingBalance),
  };
}

export function presentBalancePoint({ day, closingBalance }: DayOfBalance): BalancePoint {
  return { day, closingBalance: presentMoney(closingBalance) };
}

function entriesOf<K extends string, V>(of: { readonly [key in K]: V }): [K, V][] {
  return Object.entries(of) as [K, V][];
}
