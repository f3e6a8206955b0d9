import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Customer } from '../../schema/customer/customer.type.ts';
import { LOOKED_UP, Weighs } from '../../schema/weight.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { noteLook } from './looks.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import { presentWallet, type WalletView } from './presenters/wallet.presenter.ts';
import { callerOf, mayRead, STAFF } from './reach.ts';

@Resolver(() => Customer)
export class CustomerResolver {
  @Authorized(STAFF)
  @Weighs({ own: LOOKED_UP })
  @Query(() => Customer, {
    nullable: true,
    description: 'A customer of the shop; null when there is none. For staff and admins.',
  })
  async customer(
    @Arg('id', () => ID, { description: "The `id` of the customer, or the shop's own `customerId`." })
    id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<Customer | null> {
    const customerId = localId('Customer', id) ?? id;
    if (!mayRead(callerOf(context), customerId)) return null;
    const customer = await context.loaders.customers.load(customerId);
    if (customer) await noteLook(context, 'readCustomer', customerId);
    return customer && presentCustomer(customer);
  }

  @FieldResolver()
  async wallet(
    @Root() { customerId }: Customer,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<WalletView | null> {
    const wallet = await loaders.wallets.load(customerId);
    return wallet && presentWallet(wallet);
  }
}
