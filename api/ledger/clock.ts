import type { Instant } from '../domain/calendar.ts';
import { nextDueAt } from '../domain/wallet/holds.ts';
import { timeOf } from '../domain/wallet/wallet.ts';
import { TryAgain } from './errors.ts';
import type { Reads, WorkingSet } from './working-set.ts';

/** What may be done at the time that a process knows: everything, everything but ending credits, or nothing that lasts. */
export type Trust = 'FULL' | 'NO_EXPIRY' | 'NO_WRITES';

/** Throws `TryAgain` while nothing may be written. */
export function mayWrite(trust: Trust): void {
  if (trust === 'NO_WRITES')
    throw new TryAgain('the clock of this server is too far from that of the database.');
}

/**
 * Throws `TryAgain` for a command that must not be decided at a time that is not sure: none while nothing may be written, and
 * while credits may not be ended none on a wallet that has one whose time seems to have come. An expiry could not be undone,
 * and what has expired must not be spent.
 */
export function mayDecide({ wallets = [] }: Reads, set: WorkingSet, now: Instant, trust: Trust): void {
  if (trust === 'FULL') return;
  mayWrite(trust);
  const isDue = (id: string) => {
    const wallet = set.get('wallets', id);
    return wallet !== undefined && (nextDueAt(wallet) ?? Infinity) <= timeOf(wallet, now);
  };
  if (wallets.some(isDue))
    throw new TryAgain(
      'whether a credit has expired is not sure while the clocks of server and database differ.',
    );
}
