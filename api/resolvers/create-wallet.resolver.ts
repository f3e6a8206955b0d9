import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { CreateWalletInput, CreateWalletPayload } from '../../schema/wallet/create-wallet.io.ts';
import { createWallet } from '../services/create-wallet.ts';
import type { GraphqlContext } from './context.ts';
import { presentChange, refusedChange } from './presenters/change.presenter.ts';
import { callerOf, CUSTOMERS_AND_ADMINS, customerToActFor, NOBODY_NAMED } from './reach.ts';

@Resolver()
export class CreateWalletResolver {
  @Authorized(CUSTOMERS_AND_ADMINS)
  @Mutation(() => CreateWalletPayload, {
    description:
      'Creates the wallet of a customer, empty and active. One wallet per customer. For the customer and for admins. Writes the first entry of the journal.',
  })
  async createWallet(
    @Arg('input', () => CreateWalletInput, { description: 'Whose wallet.' })
    { customerId: named, idempotencyKey }: CreateWalletInput,
    @Ctx() context: GraphqlContext,
  ): Promise<CreateWalletPayload> {
    const caller = callerOf(context);
    const customerId = customerToActFor(caller, named);
    if (customerId === null) return refusedChange(NOBODY_NAMED);
    return presentChange(await createWallet(context.app, caller, { customerId, idempotencyKey }));
  }
}
