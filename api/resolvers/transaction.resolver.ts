import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Transaction } from '../../schema/transaction/transaction.interface.ts';
import type { TransactionStatus } from '../../schema/transaction/transaction-status.enum.ts';
import { LOOKED_UP, Weighs } from '../../schema/weight.ts';
import { isMoneyEntry, type CreditEntry } from '../domain/wallet/entries.ts';
import { writeReference } from '../domain/reference.ts';
import { expiryEntryId, walletIdOf } from '../domain/wallet/entry-id.ts';
import { placeOfReference } from '../services/queries/find-by-reference.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import type { Loaders } from './loaders.ts';
import { noteLook } from './looks.ts';
import { presentTransaction, type TransactionView } from './presenters/transaction.presenter.ts';
import { presentWallet, type WalletView } from './presenters/wallet.presenter.ts';
import { callerOf, EVERYBODY, mayRead } from './reach.ts';

@Resolver(() => Transaction)
export class TransactionResolver {
  @Authorized(EVERYBODY)
  @Weighs({ own: LOOKED_UP })
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
    if (!entry || !isMoneyEntry(entry)) return null;
    await noteLook(context, 'readHistory', entry.walletId);
    return presentTransaction(entry);
  }

  @Authorized(EVERYBODY)
  @Weighs({ own: 2 * LOOKED_UP })
  @Query(() => Transaction, {
    nullable: true,
    description:
      'A transaction by its `reference`, as a person reads it out or types it: in any case, with or without dashes and blanks, O for 0 and I or L for 1. Null when there is none, and when a symbol is wrong. Staff and admins find every one, a customer only those of the own wallet: any other is answered like one that does not exist.',
  })
  async transactionByReference(
    @Arg('reference', () => String, { description: 'The `reference` of the transaction.' }) reference: string,
    @Ctx() context: GraphqlContext,
  ): Promise<TransactionView | null> {
    const place = await placeOfReference(context.app, reference);
    if (place === null || !mayRead(callerOf(context), place.walletId)) return null;
    const entry = await context.loaders.entriesAt.load(place);
    if (!entry || !isMoneyEntry(entry)) return null;
    await noteLook(context, 'readHistory', entry.walletId);
    return presentTransaction(entry);
  }

  @FieldResolver()
  async reference(
    @Root() { entry: { walletId, seq } }: TransactionView,
    @Ctx() { loaders, once }: GraphqlContext,
  ): Promise<string> {
    const shortCode = await once.of(`shortCode ${walletId}`, () => loaders.shortCodes.load(walletId));
    if (shortCode === null) throw new Error(`The entries of ${walletId} are in no wallet.`);
    return writeReference({ shortCode, seq });
  }

  /** Answers without a promise where it can: a page of history asks this of every row. */
  @FieldResolver()
  status(
    @Root() { entry }: TransactionView,
    @Ctx() { app, loaders }: GraphqlContext,
  ): TransactionStatus | Promise<TransactionStatus> {
    if (entry.kind !== 'CREDIT' || entry.lot.expiresAt === null) return 'COMPLETED';
    return entry.lot.expiresAt > app.now() ? 'COMPLETED' : statusAfterExpiry(loaders, entry);
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

/** A credit whose time has come has expired if something was left: its wallet booked that under a known name. */
async function statusAfterExpiry(
  loaders: Loaders,
  { walletId, lot }: CreditEntry,
): Promise<TransactionStatus> {
  return (await loaders.entries.load(expiryEntryId(walletId, lot.id))) ? 'EXPIRED' : 'COMPLETED';
}
