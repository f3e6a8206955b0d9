import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RefundTransaction } from '../../schema/transaction/refund-transaction.type.ts';
import type { GraphqlContext } from './context.ts';
import { presentDraws, type DrawView } from './presenters/draw.presenter.ts';
import { presentDebit, type DebitView, type RefundView } from './presenters/transaction.presenter.ts';

@Resolver(() => RefundTransaction)
export class RefundTransactionResolver {
  @FieldResolver()
  async debit(@Root() { entry }: RefundView, @Ctx() { loaders }: GraphqlContext): Promise<DebitView> {
    const debit = await loaders.entries.load(entry.debitId);
    if (debit?.kind !== 'DEBIT') throw new Error(`Refund ${entry.id} names a debit that does not exist.`);
    return presentDebit(debit);
  }

  @FieldResolver()
  restores(@Root() refund: RefundView): DrawView[] {
    return presentDraws(refund, refund.entry.restores);
  }
}
