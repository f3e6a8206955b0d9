import type { MoneyValue } from '../../format/money.ts';
import { paise } from '../../format/proportion.ts';
import type { StatementFigures_StatementFragment, TransactionKind } from '../../graphql/graphql.ts';

/** Whether a kind adds to the balance or takes from it. */
const SIGN: Record<TransactionKind, 1n | -1n> = {
  CREDIT: 1n,
  REFUND: 1n,
  DEBIT: -1n,
  EXPIRY: -1n,
  REVERSAL: -1n,
};

export interface Movement {
  kind: TransactionKind;
  /** With its sign. */
  amount: MoneyValue;
}

/** What a statement says moved: what came in and what went out always, the other kinds where there were any. */
export function movementsOf({ byKind }: StatementFigures_StatementFragment): Movement[] {
  return byKind
    .filter(({ kind, count }) => count > 0 || kind === 'CREDIT' || kind === 'DEBIT')
    .map(({ kind, total }) => ({ kind, amount: SIGN[kind] < 0n ? negative(total) : total }));
}

/** Whether opening and these amounts make closing, counted in whole paise. */
export function addsUp(figures: StatementFigures_StatementFragment, amounts: readonly MoneyValue[]): boolean {
  const moved = amounts.reduce((sum, amount) => sum + paise(amount), 0n);
  return paise(figures.openingBalance) + moved === paise(figures.closingBalance);
}

function negative({ amount, currencyCode }: MoneyValue): MoneyValue {
  return { amount: paise({ amount, currencyCode }) === 0n ? amount : `-${amount}`, currencyCode };
}
