import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CreditLot } from '../../schema/wallet/credit-lot.type.ts';
import type { GraphqlContext } from './context.ts';
import { creditAt } from './credit-at.ts';
import type { LotView } from './presenters/lot.presenter.ts';
import type { CreditView } from './presenters/transaction.presenter.ts';

@Resolver(() => CreditLot)
export class CreditLotResolver {
  @FieldResolver()
  credit(@Root() lot: LotView, @Ctx() { loaders }: GraphqlContext): Promise<CreditView> {
    return creditAt(loaders, lot.creditAt);
  }
}
