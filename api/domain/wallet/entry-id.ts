/**
 * Entry ids begin with the wallet they belong to, so that the key of an entry is also the key it is sharded by, and a key
 * used on one wallet never meets the same key on another. The first colon ends the wallet: a colon within a customer id is
 * written as `%3A`, and customer ids hold no `%` of their own.
 */
export function entryIdOf(walletId: string, name: string): string {
  return `${walletId.includes(':') ? walletId.replaceAll(':', '%3A') : walletId}:${name}`;
}

/**
 * The id of the entry that books the expiry of a lot: one per lot, whoever books it (invariant I12), and one more for what a
 * release, named by its position, gives back to the lot after its time.
 */
export function expiryEntryId(walletId: string, lotId: string, releasedBy?: number): string {
  return entryIdOf(walletId, releasedBy === undefined ? `expiry:${lotId}` : `expiry:${lotId}:${releasedBy}`);
}

/** The id of the entry by which a hold ends that nobody released: one per hold, whoever books it. */
export function releaseEntryId(walletId: string, holdId: string): string {
  return entryIdOf(walletId, `release:${nameWithin(holdId)}`);
}

/** The id of each entry of a claim that was taken in several parts: the first bears the name of the claim. */
export function partEntryId(entryId: string, part: number): string {
  return part === 1 ? entryId : `${entryId}:${part}`;
}

/** The first of the entries to which this one belongs, itself where it is the only one. */
export function firstPartId(entryId: string): string {
  return entryId.replace(/:\d{1,3}$/, '');
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
