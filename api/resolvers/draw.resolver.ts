import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Draw } from '../../schema/transaction/draw.type.ts';
import type { GraphqlContext } from './context.ts';
import { creditAt } from './credit-at.ts';
import type { DrawView } from './presenters/draw.presenter.ts';
import type { CreditView } from './presenters/transaction.presenter.ts';

@Resolver(() => Draw)
export class DrawResolver {
  @FieldResolver()
  credit(@Root() draw: DrawView, @Ctx() { loaders }: GraphqlContext): Promise<CreditView> {
    return creditAt(loaders, draw.creditAt);
  }
}
