import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LotChange } from '../../schema/wallet/lot-change.type.ts';
import type { GraphqlContext } from './context.ts';
import { creditAt } from './credit-at.ts';
import type { LotChangeView } from './presenters/change-preview.presenter.ts';
import type { CreditView } from './presenters/transaction.presenter.ts';

@Resolver(() => LotChange)
export class LotChangeResolver {
  @FieldResolver()
  async credit(
    @Root() { creditAt: position }: LotChangeView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<CreditView | null> {
    return position && creditAt(loaders, position);
  }
}
