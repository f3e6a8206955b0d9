import { Args, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { WalletConnection } from '../../schema/wallet/wallet-connection.type.ts';
import { WalletsArgs } from '../../schema/wallet/wallets.args.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { countWallets, findWalletsPage, type WalletsQuery } from '../services/queries/find-wallets-page.ts';
import type { GraphqlContext } from './context.ts';
import type { Connection } from './connection.ts';
import { listPageOf, presentPage } from './list-page.ts';
import { presentWallet, type WalletView } from './presenters/wallet.presenter.ts';
import { walletsQueryOf } from './wallets-query.ts';
import { STAFF } from './reach.ts';

type WalletsPage = Connection<WalletView> & { readonly query: WalletsQuery };

@Resolver(() => WalletConnection)
export class WalletsResolver {
  @Authorized(STAFF)
  @Weighs({ own: 4 * QUERY })
  @Query(() => WalletConnection, {
    description:
      'The wallets of the shop, newest first; with `search`, those of the customers newest to the shop first. For staff and admins.',
  })
  async wallets(
    @Args(() => WalletsArgs) args: WalletsArgs,
    @Ctx() { app, loaders }: GraphqlContext,
  ): Promise<WalletsPage> {
    const query = walletsQueryOf(args.filter);
    const list = query.search === undefined ? 'wallets' : 'wallets-found';
    const listed = await findWalletsPage(app, query, listPageOf(list, args));
    const wallets = await Promise.all(listed.places.map(({ id }) => loaders.wallets.load(id)));
    const found = wallets.map((wallet) => wallet && presentWallet(wallet));
    return { ...presentPage(list, listed, found), query };
  }

  @Weighs({ own: 4 * QUERY })
  @FieldResolver(() => Int)
  totalCount(@Root() { query }: WalletsPage, @Ctx() { app }: GraphqlContext): Promise<number> {
    return countWallets(app, query);
  }
}
