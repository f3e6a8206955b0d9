import type { SpendPreview } from '../../../schema/wallet/spend-preview.type.ts';
import type { DebitEntry } from '../../domain/wallet/entries.ts';
import type { SpendPreview as Preview } from '../../services/queries/preview-spend.ts';
import { presentDraws } from './draw.presenter.ts';
import { presentMoney, presentMoneyOrNull } from './money.presenter.ts';
import { presentTier } from './tier.presenter.ts';
import { presentDebit, type DebitView } from './transaction.presenter.ts';
import { presentRefusalOfNoField } from './user-error.presenter.ts';

export type SpendPreviewView = Omit<SpendPreview, 'earlierDebit'> & {
  readonly earlierDebit: DebitView | null;
};

/** A preview, and the debit that the order has already. */
export function presentPreview(
  { amount, refused, debit, balanceAfter, tierAfter, shortBy, seq }: Preview,
  earlier: DebitEntry | null,
): SpendPreviewView {
  return {
    amount: presentMoney(amount),
    canSpend: refused === null,
    refusal: refused && presentRefusalOfNoField(refused),
    draws: debit ? presentDraws(presentDebit(debit), debit.draws) : [],
    quote: { seq },
    balanceAfter: presentMoney(balanceAfter),
    tierAfter: presentTier(tierAfter),
    earlierDebit: earlier && presentDebit(earlier),
    shortBy: presentMoneyOrNull(shortBy),
  };
}
