import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Money } from '../../schema/money/money.type.ts';
import { CreditTransaction } from '../../schema/transaction/credit-transaction.type.ts';
import { sum } from '../domain/money.ts';
import { asExtended } from '../domain/wallet/refund.ts';
import { findDraws } from '../services/queries/find-draws.ts';
import type { GraphqlContext } from './context.ts';
import { presentDraws, type DrawView } from './presenters/draw.presenter.ts';
import { presentMoney } from './presenters/money.presenter.ts';
import { presentTransaction, type CreditView } from './presenters/transaction.presenter.ts';

@Resolver(() => CreditTransaction)
export class CreditTransactionResolver {
  /** Answers without a promise where it can: a page of history asks this of every row. */
  @FieldResolver()
  expiresAt(
    @Root() { entry, state }: CreditView,
    @Ctx() { loaders }: GraphqlContext,
  ): number | null | Promise<number | null> {
    const { lot } = entry;
    if (lot.expiresAt === null) return null;
    if (state) return asExtended(lot, state).expiresAt;
    return loaders.wallets
      .load(entry.walletId)
      .then((wallet) => (wallet ? asExtended(lot, wallet).expiresAt : lot.expiresAt));
  }

  @FieldResolver()
  async remaining(@Root() { entry }: CreditView, @Ctx() { loaders }: GraphqlContext): Promise<Money> {
    const wallet = await loaders.wallets.load(entry.walletId);
    const lots = (wallet?.lots ?? []).filter((lot) => lot.creditSeq === entry.seq);
    return presentMoney(sum(lots.map((lot) => lot.remaining)));
  }

  @FieldResolver()
  async usedBy(@Root() { entry }: CreditView, @Ctx() { app, once }: GraphqlContext): Promise<DrawView[]> {
    const users = await once.of(`draws on ${entry.id}`, () => findDraws(app, entry));
    return users.flatMap((user) => {
      const draws = user.draws.filter((draw) => draw.lot.creditSeq === entry.seq);
      return presentDraws(presentTransaction(user), draws);
    });
  }
}
