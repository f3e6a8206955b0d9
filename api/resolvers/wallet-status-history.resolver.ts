import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { WalletStatusChange } from '../../schema/wallet/wallet-status-change.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { findStatusChanges } from '../services/queries/find-status-changes.ts';
import type { GraphqlContext } from './context.ts';
import { noteLook } from './looks.ts';
import { presentStatusChange } from './presenters/status-change.presenter.ts';
import { callerOf, mayRead, STAFF } from './reach.ts';

@Resolver()
export class WalletStatusHistoryResolver {
  @Authorized(STAFF)
  @Weighs({ own: QUERY, most: 100 })
  @Query(() => [WalletStatusChange], {
    nullable: true,
    description:
      'Who stopped or released a wallet, when and why, newest first, at most 100; null when there is no such wallet. For staff and admins.',
  })
  async walletStatusHistory(
    @Arg('customerId', () => ID, { description: 'The customer whose wallet it is.' }) customerId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<WalletStatusChange[] | null> {
    if (!mayRead(callerOf(context), customerId)) return null;
    const wallet = await context.loaders.wallets.load(customerId);
    if (wallet) await noteLook(context, 'readHistory', customerId);
    return wallet && (await findStatusChanges(context.app, wallet)).map(presentStatusChange);
  }
}
