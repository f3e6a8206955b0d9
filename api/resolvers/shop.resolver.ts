import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { Shop } from '../../schema/shop/shop.type.ts';
import type { GraphqlContext } from './context.ts';
import { EVERYBODY } from './reach.ts';

@Resolver()
export class ShopResolver {
  @Authorized(EVERYBODY)
  @Query(() => Shop, { description: 'How to reach the shop. For everybody who is signed in.' })
  shop(@Ctx() { app }: GraphqlContext): Shop {
    return app.shop;
  }
}
