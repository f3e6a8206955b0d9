import type { Campaign, CampaignTerms } from '../../api/domain/campaign.ts';
import { createCampaign } from '../../api/services/create-campaign.ts';
import { redeemVoucher } from '../../api/services/redeem-voucher.ts';
import { isBlank, total, type NaiveAnswer, type NaiveRefusal } from '../domain/naive-records.ts';
import { callerOf, type TestApp } from '../support/app.ts';
import { answerOf, refusalOf, type Answer } from './answers.ts';
import type { ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';
import { granted, policy } from './rules.ts';

/** What a campaign is by its terms. */
export interface ModelTerms {
  readonly name: string;
  readonly value: bigint;
  readonly from: number;
  readonly until: number | null;
  readonly budget: bigint | null;
  readonly uses: number | null;
  /** How often one customer uses it. */
  readonly each: number;
  readonly leastOrder: bigint | null;
  readonly onlyNew: boolean;
  readonly tiers: readonly TierName[];
  readonly days: number | null;
}

type TierName = 'BRONZE' | 'SILVER' | 'GOLD' | 'PLATINUM';
export type ModelState = 'DRAFT' | 'STARTED' | 'PAUSED' | 'ENDED';

/** A campaign as the model holds it. */
export interface ModelCampaign {
  readonly id: string;
  readonly terms: ModelTerms;
  /** The word for all; null where each code is used once. */
  readonly word: string | null;
  readonly version: number;
  readonly writer: string;
  readonly state: ModelState;
  readonly used: readonly ModelUse[];
}

export interface ModelUse {
  readonly wallet: ModelWallet;
  /** Null where all use the same word. */
  readonly code: string | null;
  readonly amount: bigint;
  readonly at: number;
}

const DAY = 86_400_000;
const MOST_EACH = 20;
const LONGEST_LIFE = 3_650;
const ALONE = policy.approvals.limits.ADMIN.bulkAddCredits.each;

/** Terms that somebody may think of, mostly such that many want one of which there are few, and now and then not sound. */
export function someTerms(now: number, random: Random): ModelTerms {
  const value = random.percent(3) ? policy.operation.max + 1n : 1_00n + BigInt(random.below(20_000));
  const few = 2 + random.below(24);
  const isByBudget = random.percent(50);
  const odd = BigInt(random.below(100));
  const from = now - random.below(20) * DAY + (random.percent(10) ? 25 * DAY : 0);
  const spoilt = random.percent(4);
  return {
    ...{ name: random.percent(3) ? ' ' : 'Monsoon', value, from },
    until: random.percent(60) ? null : from + (spoilt ? 0 : 21 + random.below(60)) * DAY,
    budget: isByBudget ? value * BigInt(few) + odd - (random.percent(4) ? value * BigInt(few) : 0n) : null,
    uses: isByBudget && random.percent(70) ? null : random.percent(12) ? 30_000 : few,
    each: random.percent(60) ? 1 : 1 + random.below(3),
    leastOrder: random.percent(20) ? BigInt(1 + random.below(60_000)) : null,
    onlyNew: random.percent(15),
    tiers: random.percent(20) ? random.some(['BRONZE', 'SILVER', 'GOLD', 'PLATINUM'] as const, 2) : [],
    days: random.percent(50) ? 1 + random.below(60) : null,
  };
}

/** More of it, or less, or worth something else. */
export function someNewTerms({ terms, used }: ModelCampaign, random: Random): Partial<ModelTerms> {
  const kind = random.pick(['value', 'more', 'less', 'each'] as const);
  switch (kind) {
    case 'value':
      return { value: 1_00n + BigInt(random.below(15_000)) };
    case 'more':
      return terms.uses === null
        ? { budget: (terms.budget ?? 0n) + 3n * terms.value }
        : { uses: terms.uses + 1 + random.below(5) };
    case 'less':
      return { uses: Math.max(0, used.length + random.below(4) - 1) };
    case 'each':
      return { each: random.percent(10) ? MOST_EACH + 1 : 1 + random.below(3) };
  }
}

/** What the model answers to whoever makes or changes a campaign so; null where that is done. */
export function whyNotSuch({ terms, used }: ModelCampaign): NaiveRefusal | null {
  const { name, value, from, until, budget, uses, each, leastOrder, days } = terms;
  const { min, max } = policy.operation;
  const wrong = (field: string) => ({ code: 'INVALID_INPUT', field });
  if (isBlank(name)) return wrong('name');
  if (value < min || value > max) return { code: 'AMOUNT_OUT_OF_RANGE', min, max };
  if (until !== null && until <= from) return wrong('endsAt');
  if (budget !== null && (budget < value || budget < spentOf(used))) return wrong('budget');
  if (uses !== null && (uses < 1 || uses < used.length)) return wrong('maxUses');
  if (each < 1 || each > MOST_EACH) return wrong('usesPerCustomer');
  if (leastOrder !== null && leastOrder < 1n) return wrong('minPurchaseAmount');
  if (days !== null && (days < 1 || days > LONGEST_LIFE)) return wrong('creditLifetimeDays');
  const most = costOf({ terms, used });
  return most === null || most + spentOf(used) > policy.maxCampaignBudget ? wrong('budget') : null;
}

/** Whether it may come to more than one admin gives out alone. */
export function takesTwo(campaign: ModelCampaign): boolean {
  const most = costOf(campaign);
  return most === null || most > ALONE;
}

/** What it may come to from now on. */
function costOf({ terms, used }: Pick<ModelCampaign, 'terms' | 'used'>): bigint | null {
  const left = terms.uses === null ? null : BigInt(Math.max(0, terms.uses - used.length)) * terms.value;
  const money = terms.budget === null ? null : terms.budget - spentOf(used);
  return left === null || money === null ? (left ?? money) : left < money ? left : money;
}

export function spentOf(used: readonly ModelUse[]): bigint {
  return total(used.map(({ amount }) => amount));
}

/** Whether nobody gets anything of it any more, with so many uses. */
export function isFull({ terms }: ModelCampaign, used: readonly ModelUse[]): boolean {
  const { uses, budget, value } = terms;
  return (uses !== null && used.length >= uses) || (budget !== null && spentOf(used) + value > budget);
}

/** What the model answers to who uses a code of it, after which the wallet is as it would be. */
export function used(wallet: ModelWallet, campaign: ModelCampaign, now: number, full: boolean): NaiveAnswer {
  const refusal = whyNotUsed(wallet, campaign, now, full);
  if (refusal) return { refusal };
  const { value: amount, name: reason, days } = campaign.terms;
  const expiresOn = days === null ? null : wallet.naive.timeAt(now) + days * DAY;
  const grant = { amount, reason, expiresOn, source: 'PROMOTION', origin: 'VOUCHER' } as const;
  return granted(wallet, grant, now);
}

function whyNotUsed(
  wallet: ModelWallet,
  { terms, state, used }: ModelCampaign,
  clock: number,
  full: boolean,
): NaiveRefusal | null {
  const { naive } = wallet;
  if (state === 'DRAFT') return { code: 'CODE_NOT_USABLE' };
  const opened = naive.lines[0];
  if (!opened) return { code: 'WALLET_NOT_FOUND' };
  const now = naive.timeAt(clock);
  const isOver = state === 'ENDED' || (terms.until !== null && now >= terms.until);
  const waits = !isOver && !full;
  if (waits && state === 'PAUSED') return { code: 'CAMPAIGN_NOT_RUNNING', since: null };
  if (waits && now < terms.from) return { code: 'CAMPAIGN_NOT_RUNNING', since: terms.from };
  const own = used.filter((use) => use.wallet === wallet).map(({ at }) => at);
  if (own.length >= terms.each) return { code: 'VOUCHER_USED', since: Math.max(...own) };
  if (isOver || full) return { code: 'CAMPAIGN_ENDED', since: terms.until };
  if (terms.onlyNew && largestSince(wallet, opened.at) > 0n)
    return { code: 'VOUCHER_NOT_FOR_YOU', because: 'NOT_NEW' };
  if (terms.tiers.length > 0 && !terms.tiers.some((tier) => tier === tierOf(wallet, clock)))
    return { code: 'VOUCHER_NOT_FOR_YOU', because: 'TIER' };
  const { leastOrder: required } = terms;
  if (required === null) return null;
  const largest = largestSince(wallet, terms.from);
  return largest >= required ? null : { code: 'MINIMUM_PURCHASE_NOT_MET', required, largest };
}

function largestSince(wallet: ModelWallet, since: number): bigint {
  return wallet.ordersSince(since).reduce((most, order) => (order > most ? order : most), 0n);
}

/** What is due is booked in a trial, and then made undone. */
function tierOf({ naive }: ModelWallet, clock: number): string | undefined {
  const before = naive.lines.length;
  naive.perform({ kind: 'EXPIRE' }, clock);
  const tier = naive.rules.rungs[naive.rungAt(naive.timeAt(clock), naive.rules.basis)]?.name;
  naive.forgetAfter(before);
  return tier;
}

/** Makes it through the product. */
export async function drafted(app: TestApp, campaign: Omit<ModelCampaign, 'id'>, idempotencyKey: string) {
  const { writer, word } = campaign;
  const input = { ...inProductWords(campaign.terms), idempotencyKey };
  const codes = word === null ? ({ codes: 'UNIQUE' } as const) : ({ codes: 'SHARED' } as const);
  const answer = await createCampaign(app, callerOf('ADMIN', writer), {
    ...input,
    ...codes,
    sharedCode: word,
  });
  return 'refused' in answer
    ? { refusal: refusalOf(answer.refused) }
    : { id: answer.campaign.id, terms: inModelWords(answer.campaign) };
}

/** Uses a code through the product. */
export async function redeem(
  app: TestApp,
  { id: customerId }: ModelWallet,
  { code, key: idempotencyKey, by = customerId }: { code: string; key: string; by?: string },
): Promise<Answer> {
  const input = { code, customerId, idempotencyKey };
  return answerOf(await redeemVoucher(app, callerOf('CUSTOMER', by), '', input));
}

export function inProductWords(terms: ModelTerms): CampaignTerms {
  const { name, value, budget, tiers, from: startsAt, until: endsAt, uses: maxUses } = terms;
  const { each: usesPerCustomer, leastOrder: minPurchaseAmount, onlyNew: newCustomersOnly } = terms;
  const ofUses = { maxUses, usesPerCustomer, minPurchaseAmount, newCustomersOnly };
  return { name, value, budget, tiers, startsAt, endsAt, ...ofUses, creditLifetimeDays: terms.days };
}

/** The terms of a campaign of the product as the model would hold them. */
export function inModelWords(campaign: Campaign): ModelTerms {
  const { name, value, budget, tiers, startsAt: from, endsAt: until, maxUses: uses } = campaign;
  const { usesPerCustomer: each, minPurchaseAmount: leastOrder, newCustomersOnly: onlyNew } = campaign;
  const { creditLifetimeDays: days } = campaign;
  return { name, value, from, until, budget, uses, each, leastOrder, onlyNew, tiers, days };
}
