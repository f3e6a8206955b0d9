import type { MoneyValue } from '../../format/money.ts';
import { paise } from '../../format/proportion.ts';

interface Entry {
  signedAmount: MoneyValue;
  balanceAfter: MoneyValue;
}

interface Tier {
  threshold: MoneyValue;
}

export interface TierChange<AnyTier, AnyEntry> {
  tier: AnyTier;
  /** What brought it. */
  entry: AnyEntry;
}

/** Where a tier follows the balance: each entry that moved it over a line, newest first as the entries are. Lowest tier first. */
export function tierChanges<AnyTier extends Tier, AnyEntry extends Entry>(
  entries: readonly AnyEntry[],
  tiers: readonly AnyTier[],
): TierChange<AnyTier, AnyEntry>[] {
  return entries.flatMap((entry) => {
    const after = paise(entry.balanceAfter);
    const tier = tierAt(after, tiers);
    const isNew = tier !== tierAt(after - paise(entry.signedAmount), tiers);
    return isNew && tier !== undefined ? [{ tier, entry }] : [];
  });
}

function tierAt<AnyTier extends Tier>(balance: bigint, tiers: readonly AnyTier[]): AnyTier | undefined {
  return tiers.findLast(({ threshold }) => paise(threshold) <= balance);
}
