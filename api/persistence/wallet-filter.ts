import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../domain/calendar.ts';
import type { Paise } from '../domain/money.ts';
import type { Policy, TierLevel } from '../domain/policy.ts';
import { bandOf } from '../domain/programme-figures.ts';
import type { WalletStatus } from '../domain/wallet/wallet.ts';
import type { WalletModel } from './models/wallet.model.ts';
import { heldTier } from './held-tier.ts';

/** Which wallets. All that is given must hold. */
export interface WalletQuery {
  readonly statuses?: readonly WalletStatus[];
  readonly tiers?: readonly TierLevel[];
  /** In paise, included. */
  readonly minBalance?: Paise;
  /** In paise, included. */
  readonly maxBalance?: Paise;
  /** Something is left in a lot whose last instant is after now and not after this one. */
  readonly expiringUntil?: Instant;
}

/** A query as the database takes it. By what is booked: whoever asks books first what is due. */
export function walletFilter(
  { statuses, tiers, minBalance, maxBalance, expiringUntil }: WalletQuery,
  policy: Policy,
  now: Instant,
): mongoose.mongo.Filter<WalletModel> {
  const conditions: mongoose.mongo.Filter<WalletModel>[] = [];
  if (statuses) conditions.push({ status: { $in: [...statuses] } });
  // The stretch says nothing new, but it has an index, and where no wallet lies the database need not look at all of them.
  if (minBalance !== undefined)
    conditions.push({ balance: { $gte: minBalance }, band: { $gte: bandOf(minBalance) } });
  if (maxBalance !== undefined)
    conditions.push({ balance: { $lte: maxBalance }, band: { $lte: bandOf(maxBalance) } });
  if (tiers) conditions.push({ $expr: { $in: [heldTier(policy, now), [...tiers]] } });
  if (expiringUntil !== undefined) {
    const until = new Date(expiringUntil);
    const lots = { $elemMatch: { expiresAt: { $gt: new Date(now), $lte: until } } };
    // The type says nothing new, but without it the database would not use the partial index.
    conditions.push({ nextExpiryAt: { $type: 'date', $lte: until }, lots });
  }
  return conditions.length > 0 ? { $and: conditions } : {};
}
