import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { RecordPurchaseInput, RecordPurchasePayload } from '../../schema/purchase/record-purchase.io.ts';
import { recordPurchase } from '../services/record-purchase.ts';
import type { GraphqlContext } from './context.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import { presentRefusal } from './presenters/user-error.presenter.ts';
import { callerOf, STAFF } from './reach.ts';

@Resolver()
export class RecordPurchaseResolver {
  @Authorized(STAFF)
  @Mutation(() => RecordPurchasePayload, {
    description:
      "Notes an order of the shop, so that it counts for rewards with a minimum purchase and for tiers by spend. For staff, admins and the shop's own services. Moves no money; the part not paid with credits is noted in the journal.",
  })
  async recordPurchase(
    @Arg('input', () => RecordPurchaseInput, { description: 'Which order, of whom.' })
    { orderId, customerId, amount, purchasedAt }: RecordPurchaseInput,
    @Ctx() context: GraphqlContext,
  ): Promise<RecordPurchasePayload> {
    const purchase = { orderId, customerId, amount: amount.amount, purchasedAt };
    const recorded = await recordPurchase(context.app, callerOf(context), purchase);
    if ('refused' in recorded)
      return { customer: null, replayed: false, userErrors: [presentRefusal(recorded.refused)] };
    const customer = await context.loaders.customers.load(customerId);
    return { customer: customer && presentCustomer(customer), replayed: recorded.replayed, userErrors: [] };
  }
}
