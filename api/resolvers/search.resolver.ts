import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Customer } from '../../schema/customer/customer.type.ts';
import type { Node } from '../../schema/node/node.interface.ts';
import { SearchHit } from '../../schema/search/search-hit.type.ts';
import { SEARCH_SIZES, SearchResult } from '../../schema/search/search-result.type.ts';
import { SearchArgs } from '../../schema/search/search.args.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { search } from '../services/queries/search.ts';
import type { GraphqlContext } from './context.ts';
import { findSubject } from './find-subject.ts';
import { noteLook } from './looks.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import { presentHit, type SearchHitView } from './presenters/search.presenter.ts';
import { STAFF } from './reach.ts';

@Resolver(() => SearchHit)
export class SearchResolver {
  @Authorized(STAFF)
  @Weighs({ own: 8 * QUERY })
  @Query(() => SearchResult, {
    description:
      'Finds what somebody means by what they type, whatever it names: customers, orders, transactions, top-ups and payments. That it showed a customer is recorded, as looking at one is. For staff and admins.',
  })
  async search(
    @Args(() => SearchArgs) { text, first }: SearchArgs,
    @Ctx() context: GraphqlContext,
  ): Promise<SearchResult> {
    const limit = Math.min(SEARCH_SIZES.largest, Math.max(1, first ?? SEARCH_SIZES.usual));
    const { hits, hasMore } = await search(context.app, text, limit);
    await Promise.all(
      hits.map(async ({ customerId }) => customerId && noteLook(context, 'readCustomer', customerId)),
    );
    return { hits: hits.map(presentHit), hasMore };
  }

  @FieldResolver()
  async subject(@Root() { found }: SearchHitView, @Ctx() context: GraphqlContext): Promise<Node | null> {
    const { subject, customerId } = found;
    const showsHistory = subject.kind === 'TRANSACTION' || subject.kind === 'TOP_UP';
    if (showsHistory && customerId !== null) await noteLook(context, 'readHistory', customerId);
    return findSubject(context, subject);
  }

  @FieldResolver()
  async customer(
    @Root() { found: { customerId } }: SearchHitView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<Customer | null> {
    const customer = customerId === null ? null : await loaders.customers.load(customerId);
    return customer && presentCustomer(customer);
  }
}
