import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CreditLot } from '../../schema/wallet/credit-lot.type.ts';
import type { GraphqlContext } from './context.ts';
import { creditAt } from './credit-at.ts';
import { noteLook } from './looks.ts';
import type { LotView } from './presenters/lot.presenter.ts';
import type { CreditView } from './presenters/transaction.presenter.ts';

@Resolver(() => CreditLot)
export class CreditLotResolver {
  @FieldResolver()
  async credit(@Root() lot: LotView, @Ctx() context: GraphqlContext): Promise<CreditView> {
    await noteLook(context, 'readHistory', lot.creditAt.walletId);
    return creditAt(context.loaders, lot.creditAt);
  }
}
