import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { SaveCustomerInput, SaveCustomerPayload } from '../../schema/customer/save-customer.io.ts';
import { saveCustomer } from '../services/save-customer.ts';
import type { GraphqlContext } from './context.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import { callerOf, STAFF } from './reach.ts';

@Resolver()
export class SaveCustomerResolver {
  @Authorized(STAFF)
  @Mutation(() => SaveCustomerPayload, {
    description:
      'Tells us about a customer of the shop, or what has changed about one. Touches no wallet and writes nothing to any journal. For staff and admins.',
  })
  async saveCustomer(
    @Arg('input', () => SaveCustomerInput, { description: 'What the shop knows of the customer.' })
    { customerId: id, name, email, phone, language }: SaveCustomerInput,
    @Ctx() context: GraphqlContext,
  ): Promise<SaveCustomerPayload> {
    const known = { id, name, email: email ?? null, phone: phone ?? null, language: language ?? null };
    const saved = await saveCustomer(context.app, callerOf(context), known);
    return { customer: presentCustomer(saved), userErrors: [] };
  }
}
