import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { OrderedPageArgs } from '../../schema/connection/ordered-page.args.ts';
import type { CreditTransaction } from '../../schema/transaction/credit-transaction.type.ts';
import { TopUpConnection } from '../../schema/top-up/top-up-connection.type.ts';
import { TopUp } from '../../schema/top-up/top-up.type.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import { findTopUp, topUpPage } from '../services/queries/find-top-ups.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
import { noteLook } from './looks.ts';
import { nameOf } from './once.ts';
import { presentTopUp, type TopUpView } from './presenters/top-up.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import type { WalletView } from './presenters/wallet.presenter.ts';
import { callerOf, EVERYBODY, mayRead } from './reach.ts';

@Resolver(() => TopUp)
export class TopUpResolver {
  @Authorized(EVERYBODY)
  @Weighs({ own: QUERY })
  @Query(() => TopUp, {
    nullable: true,
    description:
      'A top-up by its id; null when there is none. Staff and admins see every one, a customer only the own: any other is answered like one that does not exist.',
  })
  async topUp(
    @Arg('id', () => ID, { description: 'The `id` of the top-up.' }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<TopUpView | null> {
    const topUpId = localId('TopUp', id);
    if (topUpId === null || !mayRead(callerOf(context), walletIdOf(topUpId))) return null;
    const topUp = await findTopUp(context.app, topUpId);
    if (topUp) await noteLook(context, 'readHistory', topUp.walletId);
    return topUp && presentTopUp(topUp);
  }

  @FieldResolver()
  async transaction(
    @Root() { state }: TopUpView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<CreditTransaction | null> {
    const [payment] = state.payments;
    const entryId = payment?.entryId ?? null;
    const entry = entryId === null ? null : await loaders.entries.load(entryId);
    return entry?.kind === 'CREDIT' ? presentCredit(entry) : null;
  }
}

@Resolver(() => Wallet)
export class WalletTopUpsResolver {
  @Weighs({ own: 2 * QUERY })
  @FieldResolver(() => TopUpConnection, {
    description: 'The top-ups of the wallet, newest first unless asked otherwise.',
  })
  async topUps(
    @Args(() => OrderedPageArgs) args: OrderedPageArgs,
    @Root() { state: wallet }: WalletView,
    @Ctx() context: GraphqlContext,
  ): Promise<TopUpConnection> {
    const list = readList(`topup:${wallet.id}`, args);
    const asked = listPageOf(list, args);
    await noteLook(context, 'readHistory', wallet.id);
    return context.once.of(nameOf('top-ups', wallet, asked), async () => {
      const { listed, topUps, totalCount } = await topUpPage(context.app, wallet.id, asked);
      const found = topUps.map((topUp) => topUp && presentTopUp(topUp));
      return { ...presentPage(list, listed, found), totalCount };
    });
  }
}
