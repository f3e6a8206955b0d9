import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ReversalTransaction } from '../../schema/transaction/reversal-transaction.type.ts';
import type { GraphqlContext } from './context.ts';
import { holdOf } from './hold-of.ts';
import type { HoldView } from './presenters/hold.presenter.ts';
import { presentCredit, type CreditView, type ReversalView } from './presenters/transaction.presenter.ts';

@Resolver(() => ReversalTransaction)
export class ReversalTransactionResolver {
  @FieldResolver()
  async credit(@Root() { entry }: ReversalView, @Ctx() { loaders }: GraphqlContext): Promise<CreditView> {
    const credit = await loaders.entries.load(entry.creditId);
    if (credit?.kind !== 'CREDIT')
      throw new Error(`Reversal ${entry.id} names a credit that does not exist.`);
    return presentCredit(credit);
  }

  @FieldResolver()
  async hold(@Root() { entry }: ReversalView, @Ctx() { loaders }: GraphqlContext): Promise<HoldView | null> {
    return entry.holdId === undefined ? null : holdOf(loaders, entry.holdId);
  }
}
