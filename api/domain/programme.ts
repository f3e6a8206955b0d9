import { monthOf } from './calendar.ts';
import { sum, type Paise } from './money.ts';
import type { TierLevel } from './policy.ts';
import { isMoneyEntry, type Entry, type MoneyEntry } from './wallet/entries.ts';
import { MOVEMENTS, movementOf } from './wallet/running-totals.ts';

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

/** What is counted by month over all wallets: every movement, and of reversals the part that customers had paid for. */
export const PROGRAMME_COUNTERS = [...MOVEMENTS, 'purchaseReversal'] as const;
export type ProgrammeCounter = (typeof PROGRAMME_COUNTERS)[number];

/** Sums in paise; what is missing is 0. */
export type ProgrammeTotals = { readonly [C in ProgrammeCounter]?: Paise };

/** What some entries come to, by month in India, as `2026-11`. Entries that move no money count for nothing. */
export function programmeTotals(entries: Iterable<Entry>): Map<string, ProgrammeTotals> {
  const months = new Map<string, { [C in ProgrammeCounter]?: Paise }>();
  for (const entry of entries) {
    if (!isMoneyEntry(entry)) continue;
    const month = monthOf(entry.at);
    const totals = months.get(month) ?? {};
    for (const [counter, amount] of countedAs(entry)) totals[counter] = (totals[counter] ?? 0n) + amount;
    months.set(month, totals);
  }
  return months;
}

function countedAs(entry: MoneyEntry): [ProgrammeCounter, Paise][] {
  const moved: [ProgrammeCounter, Paise] = [movementOf(entry), entry.amount];
  if (entry.kind !== 'REVERSAL') return [moved];
  const paidFor = entry.draws.filter(({ lot }) => lot.funding === 'PURCHASED');
  return [moved, ['purchaseReversal', sum(paidFor.map(({ amount }) => amount))]];
}
