import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RefundTransaction } from '../../schema/transaction/refund-transaction.type.ts';
import { checkoutOfEntry } from './checkout-of.ts';
import type { GraphqlContext } from './context.ts';
import type { CheckoutView } from './presenters/checkout.presenter.ts';
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
  async checkout(
    @Root() { entry }: RefundView,
    @Ctx() context: GraphqlContext,
  ): Promise<CheckoutView | null> {
    return checkoutOfEntry(context, entry.debitId);
  }

  @FieldResolver()
  restores(@Root() refund: RefundView): DrawView[] {
    return presentDraws(refund, refund.entry.restores);
  }
}
