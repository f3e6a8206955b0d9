import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Transaction } from '../../schema/transaction/transaction.interface.ts';
import type { TransactionStatus } from '../../schema/transaction/transaction-status.enum.ts';
import { isMoneyEntry } from '../domain/wallet/entries.ts';
import { expiryEntryId, walletIdOf } from '../domain/wallet/entry-id.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentTransaction, type TransactionView } from './presenters/transaction.presenter.ts';
import { presentWallet, type WalletView } from './presenters/wallet.presenter.ts';
import { callerOf, mayRead } from './reach.ts';

@Resolver(() => Transaction)
export class TransactionResolver {
  @Query(() => Transaction, {
    nullable: true,
    description:
      'A transaction by its id; null when there is none. Staff and admins see every one, a customer only those of the own wallet: any other is answered like one that does not exist.',
  })
  async transaction(
    @Arg('id', () => ID, { description: 'The `id` of the transaction.' }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<TransactionView | null> {
    const entryId = localId('Transaction', id);
    if (entryId === null || !mayRead(callerOf(context), walletIdOf(entryId))) return null;
    const entry = await context.loaders.entries.load(entryId);
    return entry && isMoneyEntry(entry) ? presentTransaction(entry) : null;
  }

  /** Money that moved is completed; only a credit can still expire, and then its wallet has booked that under a known name. */
  @FieldResolver()
  async status(
    @Root() { entry }: TransactionView,
    @Ctx() { app, loaders }: GraphqlContext,
  ): Promise<TransactionStatus> {
    const expiresAt = entry.kind === 'CREDIT' ? entry.lot.expiresAt : null;
    if (entry.kind !== 'CREDIT' || expiresAt === null || expiresAt > app.now()) return 'COMPLETED';
    const expiry = await loaders.entries.load(expiryEntryId(entry.walletId, entry.lot.id));
    return expiry ? 'EXPIRED' : 'COMPLETED';
  }

  @FieldResolver()
  async wallet(
    @Root() { entry }: TransactionView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<WalletView | null> {
    const wallet = await loaders.wallets.load(entry.walletId);
    return wallet && presentWallet(wallet);
  }
}
