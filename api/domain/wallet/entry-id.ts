/**
 * Entry ids begin with the wallet they belong to, so that the key of an entry is also the key it is sharded by, and a key
 * used on one wallet never meets the same key on another. The first colon ends the wallet: a colon within a customer id is
 * written as `%3A`, and customer ids hold no `%` of their own.
 */
export function entryIdOf(walletId: string, name: string): string {
  return `${walletId.includes(':') ? walletId.replaceAll(':', '%3A') : walletId}:${name}`;
}

/** The id of the entry that books the expiry of a lot: one per lot, whoever books it (invariant I12). */
export function expiryEntryId(walletId: string, lotId: string): string {
  return entryIdOf(walletId, `expiry:${lotId}`);
}

/** The wallet that an entry belongs to, read from its id. */
export function walletIdOf(entryId: string): string {
  const wallet = entryId.slice(0, Math.max(0, entryId.indexOf(':')));
  return wallet.includes('%') ? wallet.replaceAll('%3A', ':') : wallet;
}

/** What an entry id says besides its wallet. */
export function nameWithin(entryId: string): string {
  return entryId.slice(entryId.indexOf(':') + 1);
}
