import { Args, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { CustomerConnection } from '../../schema/customer/customer-connection.type.ts';
import type { Customer } from '../../schema/customer/customer.type.ts';
import { CustomersArgs } from '../../schema/customer/customers.args.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { countCustomers, findCustomersPage } from '../services/queries/find-customers-page.ts';
import type { GraphqlContext } from './context.ts';
import type { Connection } from './connection.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
import { noteLook } from './looks.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import { STAFF } from './reach.ts';

type CustomersPage = Connection<Customer> & { readonly search: string };

@Resolver(() => CustomerConnection)
export class CustomersResolver {
  @Authorized(STAFF)
  @Weighs({ own: 4 * QUERY })
  @Query(() => CustomerConnection, {
    description: 'The customers of the shop, newest first unless asked otherwise. For staff and admins.',
  })
  async customers(
    @Args(() => CustomersArgs) args: CustomersArgs,
    @Ctx() context: GraphqlContext,
  ): Promise<CustomersPage> {
    const { app, loaders } = context;
    const search = args.search ?? '';
    const list = readList('customers', args);
    const listed = await findCustomersPage(app, search, listPageOf(list, args));
    const customers = await Promise.all(listed.places.map(({ id }) => loaders.customers.load(id)));
    await Promise.all(listed.places.map(({ id }) => noteLook(context, 'readCustomer', id)));
    const found = customers.map((customer) => customer && presentCustomer(customer));
    return { ...presentPage(list, listed, found), search };
  }

  @Weighs({ own: 4 * QUERY })
  @FieldResolver(() => Int)
  totalCount(@Root() { search }: CustomersPage, @Ctx() { app }: GraphqlContext): Promise<number> {
    return countCustomers(app, search);
  }
}
