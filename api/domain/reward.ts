import type { Facts } from './act.ts';
import type { Instant } from './calendar.ts';
import { formatRupees, type Paise } from './money.ts';
import type { Refusal } from './refusal.ts';
import { isBlank } from './text-forms.ts';

export type RewardStatus = 'ACTIVE' | 'INACTIVE';

/** A credit that customers may claim (product rule 12). */
export interface Reward {
  readonly id: string;
  /** Counts the changes; the guard of every write. */
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly creditAmount: Paise;
  /** What one order since `validFrom` must have come to, in paise; null asks for none. */
  readonly minPurchaseAmount: Paise | null;
  /** Null puts no limit. */
  readonly maxUses: number | null;
  readonly totalUses: number;
  readonly status: RewardStatus;
  readonly validFrom: Instant;
  /** Not included; null never ends. */
  readonly validUntil: Instant | null;
  readonly metadata: readonly MetadataEntry[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Fingerprint of what was asked for when it was created. */
  readonly intent: string;
}

export interface MetadataEntry {
  readonly key: string;
  readonly value: string;
}

/** One customer's use of a reward; its id is the reward's and the customer's, so there is one each. */
export interface RewardClaim {
  readonly id: string;
  readonly rewardId: string;
  readonly customerId: string;
  /** The credit it brought. */
  readonly entryId: string;
  readonly claimedAt: Instant;
}

export interface ClaimFacts {
  readonly now: Instant;
  readonly claimed: RewardClaim | null;
  /** The largest order of the customer since the reward became valid, in paise. */
  readonly largestPurchase: Paise;
}

/** Names the one claim that a customer can have of a reward. */
export function claimIdOf(rewardId: string, customerId: string): string {
  return `${rewardId}:${customerId}`;
}

/** The customer who claims, read from the name of the claim. The first colon ends the reward: those of customers hold more. */
export function claimantOf(claimId: string): string {
  return claimId.slice(claimId.indexOf(':') + 1);
}

/** Why a customer cannot claim a reward now; null when it can. What the wallet itself allows is the wallet's to say. */
export function whyNotClaimable(
  reward: Reward,
  { now, claimed, largestPurchase }: ClaimFacts,
): Refusal | null {
  const { status, validFrom, validUntil, maxUses, totalUses, minPurchaseAmount } = reward;
  if (claimed) return { code: 'REWARD_ALREADY_CLAIMED', since: claimed.claimedAt };
  if (status !== 'ACTIVE') return { code: 'REWARD_NOT_ACTIVE' };
  if (now < validFrom) return { code: 'REWARD_NOT_YET_VALID', since: validFrom };
  if (validUntil !== null && now >= validUntil) return { code: 'REWARD_EXPIRED', since: validUntil };
  if (maxUses !== null && totalUses >= maxUses) return { code: 'REWARD_EXHAUSTED' };
  if (minPurchaseAmount !== null && largestPurchase < minPurchaseAmount) {
    return { code: 'MINIMUM_PURCHASE_NOT_MET', required: minPurchaseAmount, largest: largestPurchase };
  }
  return null;
}

/** How often a reward can still be claimed; null means without limit. */
export function usesLeft({ maxUses, totalUses }: Reward): number | null {
  return maxUses === null ? null : Math.max(0, maxUses - totalUses);
}

/** A reward as an act tells of it: what people decide, not how often it was used. */
export function rewardFacts(reward: Reward): Facts {
  const { name, description, creditAmount, minPurchaseAmount, maxUses, status, validFrom, validUntil } =
    reward;
  const day = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());
  return {
    ...{ name, description, status, creditAmount: formatRupees(creditAmount) },
    minPurchaseAmount: minPurchaseAmount === null ? null : formatRupees(minPurchaseAmount),
    maxUses: maxUses === null ? null : String(maxUses),
    ...{ validFrom: day(validFrom), validUntil: day(validUntil) },
    ...Object.fromEntries(reward.metadata.map(({ key, value }) => [`metadata.${key}`, value])),
  };
}

/** Whether customers get to see a reward: those that are active and in their time. */
export function isOffered({ status, validFrom, validUntil }: Reward, now: Instant): boolean {
  return status === 'ACTIVE' && validFrom <= now && (validUntil === null || now < validUntil);
}

/** The reward after one more use. */
export function used(reward: Reward, now: Instant): Reward {
  return { ...reward, version: reward.version + 1, totalUses: reward.totalUses + 1, updatedAt: now };
}

/** Why a reward cannot be as it is described; null when it can. Amounts are in paise. */
export function whyNotValid(
  reward: Reward,
  creditRange: { readonly min: Paise; readonly max: Paise },
): Refusal | null {
  const { name, description, creditAmount, minPurchaseAmount, maxUses, totalUses, validFrom, validUntil } =
    reward;
  const wrong = (field: string, problem: string): Refusal => ({ code: 'INVALID_INPUT', field, problem });
  if (isBlank(name)) return wrong('name', 'Give the reward a name.');
  if (isBlank(description)) return wrong('description', 'Say in a few words what the reward is for.');
  if (creditAmount < creditRange.min || creditAmount > creditRange.max)
    return { code: 'AMOUNT_OUT_OF_RANGE', ...creditRange };
  if (minPurchaseAmount !== null && minPurchaseAmount < 1n)
    return wrong('minPurchaseAmount', 'A minimum purchase is more than nothing.');
  if (maxUses !== null && maxUses < Math.max(1, totalUses)) {
    return wrong(
      'maxUses',
      `It cannot be lower than the ${Math.max(1, totalUses)} uses there are or must be.`,
    );
  }
  if (validUntil !== null && validUntil <= validFrom)
    return wrong('validUntil', 'A reward ends after it begins.');
  return null;
}
