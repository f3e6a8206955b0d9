import type { Facts } from './act.ts';
import type { Actor } from './actor.ts';
import { symbolsMeant } from './base32.ts';
import type { Instant } from './calendar.ts';
import { formatRupees, type Paise } from './money.ts';
import type { TierLevel } from './policy.ts';
import type { Refusal } from './refusal.ts';

/** What people decided of a campaign; what time and budget make of it, `statusOf` says. */
export const CAMPAIGN_STATES = ['DRAFT', 'STARTED', 'PAUSED', 'ENDED'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export type CampaignStatus = 'DRAFT' | 'SCHEDULED' | 'RUNNING' | 'PAUSED' | 'BUDGET_SPENT' | 'ENDED';

/** UNIQUE: each code is used once. SHARED: one word for all. */
export const CAMPAIGN_CODES = ['UNIQUE', 'SHARED'] as const;
export type CampaignCodes = (typeof CAMPAIGN_CODES)[number];

/** How many codes of its own a campaign can have, and how often one customer can use its codes. */
export const MOST_CODES = 100_000;
export const MOST_USES_EACH = 20;
/** As many are read at a time. */
export const CODES_AT_ONCE = 500;

/** What a voucher of a campaign is worth to whom (product rule 21). Another version of it counts for uses from then on. */
export interface CampaignTerms {
  /** The reason on the credits. */
  readonly name: string;
  /** In paise, like all amounts here. */
  readonly value: Paise;
  readonly startsAt: Instant;
  /** Not included; null never ends. */
  readonly endsAt: Instant | null;
  /** What all uses may come to; null puts no limit. */
  readonly budget: Paise | null;
  readonly maxUses: number | null;
  /** Counted from 1 to `MOST_USES_EACH`. */
  readonly usesPerCustomer: number;
  /** What one order since `startsAt` must have come to; null asks for none. */
  readonly minPurchaseAmount: Paise | null;
  /** Only who has not ordered yet. */
  readonly newCustomersOnly: boolean;
  /** Only who holds one of these; empty means everybody. */
  readonly tiers: readonly TierLevel[];
  /** Null leaves it to the tier (product rule 6). */
  readonly creditLifetimeDays: number | null;
}

/** Credits for whoever has one of its codes (product rule 21). */
export interface Campaign extends CampaignTerms {
  readonly id: string;
  /** Counts the changes and the uses; the guard of every write. */
  readonly version: number;
  /** Counts the terms that there have been. */
  readonly termsVersion: number;
  /** The person who wrote the terms as they are. */
  readonly termsBy: string;
  readonly state: CampaignState;
  readonly codes: CampaignCodes;
  /** As the shop writes it; null where each code is another. */
  readonly sharedCode: string | null;
  readonly codeCount: number;
  readonly spent: Paise;
  readonly uses: number;
  /** How many different customers have used it. */
  readonly customers: number;
  readonly createdBy: Actor;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Fingerprint of what was asked for when it was created. */
  readonly intent: string;
}

/** One use of a code by one customer. Its id is made of the campaign, the customer and how manieth it is of theirs. */
export interface VoucherUse {
  readonly id: string;
  readonly campaignId: string;
  readonly customerId: string;
  /** Of the code; null where it is shared. */
  readonly codeId: string | null;
  /** The credit it brought. */
  readonly entryId: string;
  readonly amount: Paise;
  /** The terms that counted. */
  readonly termsVersion: number;
  readonly usedAt: Instant;
}

/** A code of a campaign that is used once. Its id is a fingerprint: what the code is cannot be told from it. */
export interface VoucherCode {
  readonly id: string;
  /** The guard of every write. */
  readonly version: number;
  readonly campaignId: string;
  /** Its place among the codes of the campaign, counted from 1. */
  readonly number: number;
  /** The name of the key that it was made from. */
  readonly keyId: string;
  readonly usedBy: string | null;
  readonly usedAt: Instant | null;
}

/** Names a use of a campaign by a customer; theirs are counted from 1. */
export function useIdOf(campaignId: string, customerId: string, use: number): string {
  return `${campaignId}:${customerId}:${use}`;
}

/** Names the uses of a campaign that a customer can have, the first of them first. */
export function useIdsOf(campaignId: string, customerId: string): string[] {
  return Array.from({ length: MOST_USES_EACH }, (_, n) => useIdOf(campaignId, customerId, n + 1));
}

/** Whether it is the first use of its campaign by its customer. */
export function isFirstUse({ id, campaignId, customerId }: VoucherUse): boolean {
  return id === useIdOf(campaignId, customerId, 1);
}

/** The customer who used it, read from the name of the use. The first colon ends the campaign, the last the customer. */
export function userOf(useId: string): string {
  return useId.slice(useId.indexOf(':') + 1, useId.lastIndexOf(':'));
}

/** A shared code as it is compared: what people write in another way is the same. Null where it can be none. */
export function readSharedCode(written: string): string | null {
  return /^[\sA-Za-z0-9-]{1,40}$/.test(written) && /^[0-9A-Z]{4,12}$/.test(symbolsMeant(written))
    ? symbolsMeant(written)
    : null;
}

/** What has become of a campaign by now. */
export function statusOf(campaign: Campaign, now: Instant): CampaignStatus {
  const { state, startsAt, endsAt } = campaign;
  if (state === 'DRAFT') return 'DRAFT';
  if (state === 'ENDED' || (endsAt !== null && now >= endsAt)) return 'ENDED';
  if (!hasRoom(campaign)) return 'BUDGET_SPENT';
  if (state === 'PAUSED') return 'PAUSED';
  return now < startsAt ? 'SCHEDULED' : 'RUNNING';
}

function hasRoom({ budget, spent, value, maxUses, uses }: Campaign): boolean {
  return (budget === null || spent + value <= budget) && (maxUses === null || uses < maxUses);
}

/** What a campaign may come to from now on, in paise; null where nothing bounds it. */
export function exposureOf({ budget, spent, value, maxUses, uses }: Campaign): Paise | null {
  const byBudget = budget === null ? null : budget - spent;
  const byUses = maxUses === null ? null : BigInt(Math.max(0, maxUses - uses)) * value;
  if (byBudget === null || byUses === null) return byBudget ?? byUses;
  return byBudget < byUses ? byBudget : byUses;
}

/** Whether it may come to more than one admin gives out in bulk `alone`, in paise (product rule 22). */
export function needsTwo(campaign: Campaign, alone: Paise): boolean {
  const exposure = exposureOf(campaign);
  return exposure === null || exposure > alone;
}

/** Why this person cannot start a campaign of so much; null when they can. Roles are not asked here. */
export function whyNotStartedBy(person: string, campaign: Campaign, alone: Paise): Refusal | null {
  return campaign.termsBy === person && needsTwo(campaign, alone) ? { code: 'CAMPAIGN_OWN' } : null;
}

export interface UseFacts {
  readonly now: Instant;
  /** Of this campaign by this customer. */
  readonly uses: readonly VoucherUse[];
  readonly tier: TierLevel;
  /** The largest order of the customer since the campaign started, in paise. */
  readonly largestPurchase: Paise;
  readonly hasOrdered: boolean;
}

/**
 * Why a customer cannot use a code of a campaign now; null when it can. What is not offered to anybody yet is answered like a code
 * that does not exist. What the wallet itself allows is the wallet's to say.
 */
export function whyNotUsable(campaign: Campaign, facts: UseFacts): Refusal | null {
  const { now, uses, tier, largestPurchase, hasOrdered } = facts;
  const status = statusOf(campaign, now);
  if (status === 'DRAFT') return { code: 'CODE_NOT_USABLE' };
  if (status === 'SCHEDULED') return { code: 'CAMPAIGN_NOT_RUNNING', since: campaign.startsAt };
  if (status === 'PAUSED') return { code: 'CAMPAIGN_NOT_RUNNING', since: null };
  if (uses.length >= campaign.usesPerCustomer) return { code: 'VOUCHER_USED', since: lastOf(uses) };
  if (status !== 'RUNNING') return { code: 'CAMPAIGN_ENDED', since: campaign.endsAt };
  if (campaign.newCustomersOnly && hasOrdered) return { code: 'VOUCHER_NOT_FOR_YOU', because: 'NOT_NEW' };
  if (campaign.tiers.length > 0 && !campaign.tiers.includes(tier))
    return { code: 'VOUCHER_NOT_FOR_YOU', because: 'TIER' };
  const required = campaign.minPurchaseAmount;
  if (required !== null && largestPurchase < required)
    return { code: 'MINIMUM_PURCHASE_NOT_MET', required, largest: largestPurchase };
  return null;
}

function lastOf(uses: readonly VoucherUse[]): Instant {
  return Math.max(0, ...uses.map(({ usedAt }) => usedAt));
}

/** The campaign after one more use of its value. */
export function usedOnce(campaign: Campaign, isFirstOfCustomer: boolean, now: Instant): Campaign {
  const { version, uses, spent, value, customers } = campaign;
  return {
    ...campaign,
    ...{ version: version + 1, uses: uses + 1, spent: spent + value, updatedAt: now },
    customers: customers + (isFirstOfCustomer ? 1 : 0),
  };
}

/** Where a campaign can go from where it is. What has ended stays ended. */
export function whyNotTo(campaign: Campaign, to: CampaignState, now: Instant): Refusal | null {
  const { state, endsAt } = campaign;
  if (state === 'ENDED' || (endsAt !== null && now >= endsAt && to !== 'ENDED'))
    return { code: 'CAMPAIGN_ENDED', since: endsAt };
  const wrong = (problem: string): Refusal => ({ code: 'INVALID_INPUT', field: 'status', problem });
  if (to === state) return wrong('The campaign is there already.');
  if (to === 'DRAFT') return wrong('What was started is no draft any more: pause it.');
  if (to === 'PAUSED' && state !== 'STARTED') return wrong('Only what was started can be paused.');
  return null;
}

/** Why a campaign cannot be as it is described; null when it can. */
export function whyNotSound(
  campaign: Campaign,
  {
    value: range,
    maxBudget,
  }: { readonly value: { readonly min: Paise; readonly max: Paise }; readonly maxBudget: Paise },
): Refusal | null {
  const wrong = (field: string, problem: string): Refusal => ({ code: 'INVALID_INPUT', field, problem });
  const { name, value, startsAt, endsAt, budget, maxUses, usesPerCustomer, minPurchaseAmount } = campaign;
  const { codes, sharedCode, creditLifetimeDays, spent, uses, tiers } = campaign;
  if (name.trim() === '') return wrong('name', 'Give the campaign a name.');
  if (value < range.min || value > range.max) return { code: 'AMOUNT_OUT_OF_RANGE', ...range };
  if (endsAt !== null && endsAt <= startsAt) return wrong('endsAt', 'A campaign ends after it begins.');
  if (budget !== null && (budget < value || budget < spent))
    return wrong('budget', 'The budget must hold one use, and all that were.');
  if (maxUses !== null && maxUses < Math.max(1, uses))
    return wrong('maxUses', 'It cannot be lower than the uses there are or must be.');
  if (usesPerCustomer < 1 || usesPerCustomer > MOST_USES_EACH)
    return wrong('usesPerCustomer', `One customer uses it 1 to ${MOST_USES_EACH} times.`);
  if (minPurchaseAmount !== null && minPurchaseAmount < 1n)
    return wrong('minPurchaseAmount', 'A minimum purchase is more than nothing.');
  if (creditLifetimeDays !== null && (creditLifetimeDays < 1 || creditLifetimeDays > LONGEST_LIFE_DAYS))
    return wrong('creditLifetimeDays', `Credits live 1 to ${LONGEST_LIFE_DAYS} days.`);
  if (new Set(tiers).size < tiers.length) return wrong('tiers', 'Name each tier once.');
  if (codes === 'SHARED' && (sharedCode === null || readSharedCode(sharedCode) === null))
    return wrong('sharedCode', 'A shared code has 4 to 12 letters and digits.');
  if (codes === 'UNIQUE' && sharedCode !== null)
    return wrong('sharedCode', 'Only a campaign with one code for all has one.');
  const exposure = exposureOf(campaign);
  if (exposure === null) return wrong('budget', 'Set a budget, or how often it can be used in all.');
  return exposure + spent > maxBudget
    ? wrong('budget', `A campaign may come to ${formatRupees(maxBudget)} rupees at most.`)
    : null;
}

const LONGEST_LIFE_DAYS = 3_650;

/** A campaign as an act tells of it: what people decide, not how often it was used. */
export function campaignFacts(campaign: Campaign): Facts {
  const { name, value, startsAt, endsAt, budget, maxUses, usesPerCustomer, minPurchaseAmount } = campaign;
  const { newCustomersOnly, tiers, creditLifetimeDays, state, codes, sharedCode } = campaign;
  const day = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());
  const rupees = (amount: Paise | null) => (amount === null ? null : formatRupees(amount));
  const count = (number: number | null) => (number === null ? null : String(number));
  return {
    ...{ name, status: state, codes, sharedCode, value: formatRupees(value) },
    ...{ startsAt: day(startsAt), endsAt: day(endsAt), budget: rupees(budget), maxUses: count(maxUses) },
    ...{ usesPerCustomer: count(usesPerCustomer), minPurchaseAmount: rupees(minPurchaseAmount) },
    ...{ newCustomersOnly: newCustomersOnly ? 'yes' : null, tiers: tiers.join(', ') || null },
    creditLifetimeDays: count(creditLifetimeDays),
  };
}
