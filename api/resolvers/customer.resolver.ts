import { Arg, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Customer } from '../../schema/customer/customer.type.ts';
import { SaveCustomerInput, SaveCustomerPayload } from '../../schema/customer/save-customer.io.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => Customer, {
    nullable: true,
    description: 'A customer of the shop; null when there is none. For staff and admins.',
  })
  customer(
    @Arg('id', () => ID, { description: "The `id` of the customer, or the shop's own `customerId`." })
    id: string,
  ): Customer | null {
    throw new Error(`pending ${id}`);
  }

  @FieldResolver()
  wallet(): Wallet | null {
    throw new Error('pending');
  }

  @Mutation(() => SaveCustomerPayload, {
    description:
      'Tells us about a customer of the shop, or what has changed about one. Touches no wallet and writes nothing to any journal. For staff and admins.',
  })
  saveCustomer(
    @Arg('input', () => SaveCustomerInput, { description: 'What the shop knows of the customer.' })
    input: SaveCustomerInput,
  ): SaveCustomerPayload {
    throw new Error(`pending ${input.customerId}`);
  }
}
