import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ExpiryTransaction } from '../../schema/transaction/expiry-transaction.type.ts';
import type { GraphqlContext } from './context.ts';
import { creditAt } from './credit-at.ts';
import type { CreditView, ExpiryView } from './presenters/transaction.presenter.ts';

@Resolver(() => ExpiryTransaction)
export class ExpiryTransactionResolver {
  @FieldResolver()
  credit(@Root() { entry }: ExpiryView, @Ctx() { loaders }: GraphqlContext): Promise<CreditView> {
    const [draw] = entry.draws;
    if (!draw) throw new Error(`Expiry ${entry.id} names no lot.`);
    return creditAt(loaders, { walletId: entry.walletId, seq: draw.lot.creditSeq });
  }
}
