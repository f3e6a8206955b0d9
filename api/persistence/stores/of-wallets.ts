import { walletIdOf } from '../../domain/wallet/entry-id.ts';

/**
 * A filter that also names the wallets to which these ids belong. It finds nothing else by that, but where the collection is
 * spread over shards by wallet, only those are asked that hold one. Whoever asks says which index is meant: with two conditions
 * the database would otherwise try out several, each time.
 */
export function ofWallets<F extends object>(
  filter: F,
  ids: readonly string[],
): F & { walletId: { $in: string[] } } {
  return { ...filter, walletId: { $in: [...new Set(ids.map(walletIdOf))] } };
}
