import type { MoneyValue } from '../../format/money.ts';
import { paise } from '../../format/proportion.ts';
import type { StatementFigures_StatementFragment, TransactionKind } from '../../graphql/graphql.ts';

/** What a statement names: credits that were set aside and came back stand in one figure, what holds keep more than before. */
export type StatedKind = Exclude<TransactionKind, 'HOLD' | 'RELEASE'> | 'HELD';

/** Whether a kind adds to the balance or takes from it. */
const SIGN: Record<Exclude<StatedKind, 'HELD'>, 1n | -1n> = {
  CREDIT: 1n,
  REFUND: 1n,
  DEBIT: -1n,
  EXPIRY: -1n,
  REVERSAL: -1n,
};

export interface Movement {
  kind: StatedKind;
  /** With its sign. */
  amount: MoneyValue;
}

/** What a statement says moved: what came in and what went out always, the other kinds where there were any. */
export function movementsOf(figures: StatementFigures_StatementFragment): Movement[] {
  const moved = figures.byKind.flatMap(({ kind, count, total }): Movement[] => {
    if (!isStated(kind) || (count === 0 && kind !== 'CREDIT' && kind !== 'DEBIT')) return [];
    return [{ kind, amount: SIGN[kind] < 0n ? negative(total) : total }];
  });
  const { openingHeld, closingHeld } = figures;
  const kept = paise(closingHeld) - paise(openingHeld);
  return kept === 0n ? moved : [...moved, { kind: 'HELD', amount: ofPaise(-kept, closingHeld) }];
}

function isStated(kind: TransactionKind): kind is Exclude<StatedKind, 'HELD'> {
  return Object.hasOwn(SIGN, kind);
}

function ofPaise(amount: bigint, { currencyCode }: MoneyValue): MoneyValue {
  const size = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return { amount: `${amount < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`, currencyCode };
}

/** Whether opening and these amounts make closing, counted in whole paise. */
export function addsUp(figures: StatementFigures_StatementFragment, amounts: readonly MoneyValue[]): boolean {
  const moved = amounts.reduce((sum, amount) => sum + paise(amount), 0n);
  return paise(figures.openingBalance) + moved === paise(figures.closingBalance);
}

function negative({ amount, currencyCode }: MoneyValue): MoneyValue {
  return { amount: paise({ amount, currencyCode }) === 0n ? amount : `-${amount}`, currencyCode };
}
