import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Money } from '../../schema/money/money.type.ts';
import { DebitTransaction } from '../../schema/transaction/debit-transaction.type.ts';
import { refundable } from '../domain/wallet/refund.ts';
import { checkoutOfEntry } from './checkout-of.ts';
import type { GraphqlContext } from './context.ts';
import { holdOf } from './hold-of.ts';
import type { CheckoutView } from './presenters/checkout.presenter.ts';
import { presentDraws, type DrawView } from './presenters/draw.presenter.ts';
import type { HoldView } from './presenters/hold.presenter.ts';
import { presentMoney } from './presenters/money.presenter.ts';
import { presentRefund, type DebitView, type RefundView } from './presenters/transaction.presenter.ts';

@Resolver(() => DebitTransaction)
export class DebitTransactionResolver {
  @FieldResolver()
  draws(@Root() debit: DebitView): DrawView[] {
    return presentDraws(debit, debit.entry.draws);
  }

  @FieldResolver()
  async refunds(@Root() { entry }: DebitView, @Ctx() { loaders }: GraphqlContext): Promise<RefundView[]> {
    return (await loaders.refunds.load(entry.id)).map(presentRefund);
  }

  @FieldResolver()
  async hold(@Root() { entry }: DebitView, @Ctx() { loaders }: GraphqlContext): Promise<HoldView | null> {
    return entry.holdId === undefined ? null : holdOf(loaders, entry.holdId);
  }

  @FieldResolver()
  async checkout(@Root() { entry }: DebitView, @Ctx() context: GraphqlContext): Promise<CheckoutView | null> {
    return checkoutOfEntry(context, entry.id);
  }

  @FieldResolver()
  async refundable(@Root() { entry }: DebitView, @Ctx() { loaders }: GraphqlContext): Promise<Money> {
    return presentMoney(refundable(entry, await loaders.refunds.load(entry.id)));
  }
}
