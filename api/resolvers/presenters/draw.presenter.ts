import type { Draw } from '../../../schema/transaction/draw.type.ts';
import type { MoneyEntry } from '../../domain/wallet/entries.ts';
import type { LotFacts } from '../../domain/wallet/lots.ts';
import type { Paise } from '../../domain/money.ts';
import type { Position } from '../../services/queries/find-entries.ts';
import { presentMoney } from './money.presenter.ts';
import type { TransactionView } from './transaction.presenter.ts';

/** A draw that knows which credit it is on. */
export type DrawView = Draw & { readonly creditAt: Position };

/** What a transaction took from lots, or gave back to them. */
export function presentDraws(
  by: TransactionView,
  parts: readonly { readonly lot: LotFacts; readonly amount: Paise }[],
): DrawView[] {
  const { walletId }: MoneyEntry = by.entry;
  return parts.map(({ lot, amount }) => ({
    creditAt: { walletId, seq: lot.creditSeq },
    transaction: by,
    amount: presentMoney(amount),
  }));
}
