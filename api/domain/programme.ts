import { monthOf, startOfMonth } from './calendar.ts';
import type { Paise } from './money.ts';
import type { TierLevel } from './policy.ts';
import { isMoneyEntry, type Entry } from './wallet/entries.ts';
import { MOVEMENTS, type Movement } from './wallet/running-totals.ts';
import type { Wallet } from './wallet/wallet.ts';

/** What the shop set out to reach with its wallets (the original spec, "Business Metrics"). */
export const PROGRAMME_TARGETS = {
  /** Share of customers. */
  adoption: 0.3,
  averageBalance: 500_00n,
  /** A month, in paise. */
  prepaidRevenue: { min: 20_000_00n, max: 30_000_00n },
  /** Shares of wallets. */
  tierShares: { SILVER: 0.4 } as Partial<Record<TierLevel, number>>,
  referralUsage: 0.2,
} as const;

/** A wallet counts as active for so many days after its last entry. */
export const ACTIVE_DAYS = 90;

/** Sums in paise; what is missing is 0. */
export type ProgrammeTotals = { readonly [M in Movement]?: Paise };

/**
 * Wallets in which money moved in the month `last` and not again before the month `next`, with all that they had moved since
 * they were opened. Months are those of India, as `2026-11`; a `next` of null means that it has not moved again so far.
 */
export interface Stay {
  readonly last: string;
  readonly next: string | null;
  readonly totals: ProgrammeTotals;
}

export type EndedStay = Stay & { readonly next: string };

/** As much of a wallet as tells its stays. */
type Moved = Pick<Wallet, 'lastTransactionAt' | 'running'>;

/** The stay that ended with a change of a wallet; null unless money moved for the first time in a later month. */
export function endedStay(
  before: Moved | undefined,
  after: Pick<Moved, 'lastTransactionAt'>,
): EndedStay | null {
  const [last, now] = [before?.lastTransactionAt ?? null, after.lastTransactionAt];
  if (!before || last === null || now === null || last >= startOfMonth(now)) return null;
  const totals = eachMovement((movement) => before.running[movement]?.total ?? 0n);
  return { last: monthOf(last), next: monthOf(now), totals };
}

/** The stays that ended with each of these entries of a wallet: what expired in one month may be booked in a later one. */
export function endedStays(before: Moved | undefined, entries: readonly Entry[]): EndedStay[] {
  let known = before;
  return entries.filter(isMoneyEntry).flatMap(({ at: lastTransactionAt, running }) => {
    const stay = endedStay(known, { lastTransactionAt });
    known = { lastTransactionAt, running };
    return stay ?? [];
  });
}

/** The same stays as few: one for each two months. */
export function together<S extends Stay>(stays: Iterable<S>): S[] {
  const merged = new Map<string, S>();
  for (const stay of stays) {
    const key = `${stay.last}:${stay.next}`;
    const same = merged.get(key);
    const both = same ? [same, stay] : [stay];
    merged.set(key, { ...stay, totals: eachMovement((movement) => sumOf(both, movement)) });
  }
  return [...merged.values()];
}

/** What all wallets together moved in a month: what they had moved by its end, less what they had moved by its beginning. */
export function movedIn(month: string, stays: readonly Stay[]): Required<ProgrammeTotals> {
  const began = stays.filter(({ last }) => last === month);
  const ended = stays.filter(({ next }) => next === month);
  return eachMovement((movement) => sumOf(began, movement) - sumOf(ended, movement));
}

/** What all wallets together had moved by the end of a month, since the first was opened. */
export function movedBy(month: string, stays: readonly Stay[]): Required<ProgrammeTotals> {
  const then = stays.filter(({ last, next }) => last <= month && (next === null || month < next));
  return eachMovement((movement) => sumOf(then, movement));
}

function sumOf(stays: readonly Stay[], movement: Movement): Paise {
  return stays.reduce((sum, { totals }) => sum + (totals[movement] ?? 0n), 0n);
}

function eachMovement(totalOf: (movement: Movement) => Paise): Required<ProgrammeTotals> {
  const entries = MOVEMENTS.map((movement) => [movement, totalOf(movement)]);
  return Object.fromEntries(entries) as Required<ProgrammeTotals>;
}
