import { hash } from 'node:crypto';
import { entryIdOf } from '../domain/wallet/entry-id.ts';

const LENGTH = 22; // 128 bits in base64url: two keys never meet by chance

/** The id of the entry that a key makes on a wallet. */
export function keyedEntryId(walletId: string, idempotencyKey: string): string {
  return entryIdOf(walletId, keyDigest(idempotencyKey));
}

/**
 * The id of the entry by which a referrer gets the bonus for bringing somebody: one per person. The referrer sees ids of its
 * own entries, so this one does not say who that was.
 */
export function referrerBonusId(referrerId: string, referredId: string): string {
  return entryIdOf(referrerId, `referral:${digest(referredId)}`);
}

/**
 * A fingerprint of what the caller asked for. It covers the caller's input and never what was made of it (chosen lots,
 * computed expiry), so that a repeat has the same fingerprint whatever happened in between.
 */
export function intentOf(operation: string, input: object): string {
  const fields = Object.entries(input)
    .filter(([name]) => name !== 'idempotencyKey')
    .map(([name, value]) => [name, withBigints(name, value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  // Asking about every value takes longer than all else here, and most inputs hold nothing inside their fields.
  const isDeep = fields.some(([, value]) => typeof value === 'object' && value !== null);
  return digest(JSON.stringify([operation, fields], isDeep ? withBigints : undefined));
}

function withBigints(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

/** What stands for a key where it must fit into an id. */
export function keyDigest(idempotencyKey: string): string {
  return digest(idempotencyKey);
}

function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}
