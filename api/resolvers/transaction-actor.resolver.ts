import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { TransactionActor } from '../../schema/transaction/transaction-actor.type.ts';
import type { GraphqlContext } from './context.ts';
import { actsForOthers, callerOf } from './reach.ts';

/** The people of the shop know each other by name; who did something for a customer is no business of the customer's. */
@Resolver(() => TransactionActor)
export class TransactionActorResolver {
  @FieldResolver()
  async name(@Root() { id, role }: TransactionActor, @Ctx() context: GraphqlContext): Promise<string | null> {
    const isOfTheShop = role === 'STAFF' || role === 'ADMIN';
    return isOfTheShop && actsForOthers(callerOf(context)) ? context.loaders.staffNames.load(id) : null;
  }
}
