import type { Instant } from '../../domain/calendar.ts';
import type { Entry } from '../../domain/wallet/entries.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';

/** How many positions one look reads: a journal of a million entries takes four looks, one of a thousand two. */
const PROBES = 32;

/**
 * The last entry of a wallet before an instant; null when it has none. Time never runs backwards within a journal, so the
 * position is found by narrowing it down, without an index on time that every write would pay for.
 */
export async function lastEntryBefore(app: App, wallet: Wallet, instant: Instant): Promise<Entry | null> {
  let before: Entry | null = null;
  let low = 1;
  let high = wallet.seq;
  while (low <= high) {
    const entries = await app.stores.journal.atPositions(wallet.id, positionsBetween(low, high, PROBES));
    const next = entries.findIndex((entry) => entry.at >= instant);
    const last = next === -1 ? entries.at(-1) : entries[next - 1];
    if (last) [before, low] = [last, last.seq + 1];
    if (next !== -1) high = (entries[next]?.seq ?? low) - 1;
    else break;
  }
  return before;
}

/** At most `count` positions (two at least), spread evenly from the first to the last, both included. */
export function positionsBetween(first: number, last: number, count: number): number[] {
  const steps = Math.min(count - 1, last - first);
  const positions = Array.from(
    { length: steps + 1 },
    (_, step) => first + Math.round(((last - first) * step) / Math.max(1, steps)),
  );
  return [...new Set(positions)];
}
