import { Args, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { WalletConnection } from '../../schema/wallet/wallet-connection.type.ts';
import { WalletsArgs } from '../../schema/wallet/wallets.args.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { countWallets, findWalletsPage, type WalletsQuery } from '../services/queries/find-wallets-page.ts';
import type { GraphqlContext } from './context.ts';
import type { Connection } from './connection.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
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
      'The wallets of the shop, newest first unless asked otherwise; with `search`, in the order of their customers. For staff and admins.',
  })
  async wallets(
    @Args(() => WalletsArgs) args: WalletsArgs,
    @Ctx() { app, loaders }: GraphqlContext,
  ): Promise<WalletsPage> {
    const query = walletsQueryOf(args.filter);
    const list = readList(query.search === undefined ? 'wallets' : 'wallets-found', args);
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
