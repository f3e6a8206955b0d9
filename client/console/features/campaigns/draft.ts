import { indiaDay } from '../../../format/date.ts';
import { endOfDay, isDay, startOfDay } from '../../../format/day-range.ts';
import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { paise } from '../../../format/proportion.ts';
import { isWithin, minus, times } from '../../../format/sum.ts';
import { typedAmount } from '../../../format/typed-amount.ts';
import type {
  CampaignCodes,
  CampaignForm_RulesFragment,
  CreateCampaignInput,
  MoneyInput,
  TierLevel,
  UpdateCampaignInput,
} from '../../../graphql/graphql.ts';
import type { Campaign } from './standing.ts';
import { campaignsWords } from './words.ts';

export type Rules = CampaignForm_RulesFragment;

/** What is typed into the form, as it is typed. */
export interface Draft {
  name: string;
  codes: CampaignCodes;
  sharedCode: string;
  value: string;
  budget: string;
  maxUses: string;
  perCustomer: string;
  from: string;
  until: string;
  minimum: string;
  lifetime: string;
  /** Whether it is for new customers only. */
  newOnly: 'yes' | 'no';
  /** Their levels with commas between them, lowest first; empty means everybody. */
  tiers: string;
}

export type DraftField = keyof Draft;
export type Faults = Partial<Record<DraftField, string>>;

export const TIERS = ['BRONZE', 'SILVER', 'GOLD', 'PLATINUM'] as const satisfies readonly TierLevel[];

const { faults: say } = campaignsWords.form;
const LONGEST_DAYS = 3_650;

export function emptyDraft(now: number): Draft {
  return {
    ...{ name: '', codes: 'SHARED', sharedCode: '', value: '', budget: '', maxUses: '', perCustomer: '1' },
    ...{ from: indiaDay(now), until: '', minimum: '', lifetime: '', newOnly: 'no', tiers: '' },
  };
}

export function draftOf(campaign: Campaign): Draft {
  const { name, codes, sharedCode, value, budget, maxUses, usesPerCustomer, startsAt, endsAt } = campaign;
  const { minPurchaseAmount, creditLifetimeDays, newCustomersOnly, tiers } = campaign;
  return {
    ...{ name, codes, sharedCode: sharedCode ?? '', value: value.amount, budget: budget?.amount ?? '' },
    ...{ maxUses: numberText(maxUses), perCustomer: String(usesPerCustomer), from: indiaDay(startsAt) },
    // It ends with the moment that no longer belongs to its last day.
    until: endsAt === null ? '' : indiaDay(Date.parse(endsAt) - 1),
    ...{ minimum: minPurchaseAmount?.amount ?? '', lifetime: numberText(creditLifetimeDays) },
    ...{ newOnly: newCustomersOnly ? 'yes' : 'no', tiers: TIERS.filter((one) => tiers.includes(one)).join() },
  };
}

function numberText(number: number | null): string {
  return number === null ? '' : String(number);
}

export function tiersIn({ tiers }: Pick<Draft, 'tiers'>): TierLevel[] {
  return TIERS.filter((one) => tiers.split(',').includes(one));
}

/** What keeps the draft from being sent. */
export function faultsOf(draft: Draft, campaign: Campaign | null, rules: Rules): Faults {
  const faults: Faults = {};
  const { minValue, maxValue, maxBudget, maxUsesPerCustomer } = rules;
  const value = typedAmount(draft.value);
  const budget = typedAmount(draft.budget);
  const maxUses = countIn(draft.maxUses);
  if (draft.name.trim() === '') faults.name = say.name;
  if (
    !campaign &&
    draft.codes === 'SHARED' &&
    !/^[a-z0-9]{4,12}$/i.test(draft.sharedCode.replace(/[\s-]/g, ''))
  )
    faults.sharedCode = say.sharedCode;
  if (value === null || !isWithin(value, minValue, maxValue))
    faults.value = say.value(formatMoney(minValue), formatMoney(maxValue));
  if (draft.budget.trim() !== '' && budget === null) faults.budget = say.budget;
  else if (budget && value && isLess(budget, value)) faults.budget = say.budgetTooSmall;
  else if (budget && campaign && isLess(budget, campaign.spent)) faults.budget = say.budgetTooSmall;
  if (draft.maxUses.trim() !== '' && maxUses === null) faults.maxUses = say.maxUses;
  else if (campaign && maxUses !== null && maxUses < campaign.uses)
    faults.maxUses = say.maxUsesBelow(campaign.uses);
  if (draft.budget.trim() === '' && draft.maxUses.trim() === '') faults.budget = say.noBound;
  const most = faults.value === undefined ? exposureOf(draft, campaign) : null;
  if (most && isLess(minus(maxBudget, campaign?.spent ?? NOTHING), most))
    faults.budget ??= say.tooMuch(formatMoney(maxBudget));
  const perCustomer = countIn(draft.perCustomer);
  if (perCustomer === null || perCustomer > maxUsesPerCustomer)
    faults.perCustomer = say.perCustomer(maxUsesPerCustomer);
  if (!isDay(draft.from)) faults.from = say.from;
  if (draft.until !== '' && (!isDay(draft.until) || draft.until < draft.from)) faults.until = say.until;
  if (draft.minimum.trim() !== '' && typedAmount(draft.minimum) === null) faults.minimum = say.minimum;
  const lifetime = countIn(draft.lifetime);
  if (draft.lifetime.trim() !== '' && (lifetime === null || lifetime > LONGEST_DAYS))
    faults.lifetime = say.lifetime;
  return faults;
}

const NOTHING: MoneyValue = { amount: '0.00', currencyCode: 'INR' };

/** What it may come to from now on; null while nothing bounds it, or its value is no amount yet. */
export function exposureOf(draft: Draft, campaign: Campaign | null): MoneyValue | null {
  const value = typedAmount(draft.value);
  if (value === null) return null;
  const budget = typedAmount(draft.budget);
  const maxUses = countIn(draft.maxUses);
  const byBudget = budget && minus(budget, campaign?.spent ?? NOTHING);
  const byUses = maxUses === null ? null : times(value, Math.max(0, maxUses - (campaign?.uses ?? 0)));
  if (byBudget === null || byUses === null) return byBudget ?? byUses;
  return isLess(byBudget, byUses) ? byBudget : byUses;
}

/** How often its value still fits into what it may come to. */
export function usesIn(exposure: MoneyValue, value: MoneyValue): number {
  const each = paise(value);
  if (each === 0n) return 0;
  const fitting = paise(exposure) / each;
  return Number(fitting);
}

export function isLess(one: MoneyValue, other: MoneyValue): boolean {
  return paise(one) < paise(other);
}

/** A whole number above zero. */
export function countIn(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text.trim()) : null;
}

type Terms = Required<Omit<UpdateCampaignInput, 'campaignId' | 'version'>>;

/** All terms, by the field that says each. */
function termsOf(draft: Draft): Record<Exclude<DraftField, 'codes' | 'sharedCode'>, Partial<Terms>> {
  return {
    name: { name: draft.name.trim() },
    value: { value: inputOf(typedAmount(draft.value) ?? NOTHING) },
    budget: { budget: inputOrNull(draft.budget) },
    maxUses: { maxUses: countIn(draft.maxUses) },
    perCustomer: { usesPerCustomer: countIn(draft.perCustomer) ?? 1 },
    from: { startsAt: startOfDay(draft.from) },
    until: { endsAt: draft.until === '' ? null : endOfDay(draft.until) },
    minimum: { minPurchaseAmount: inputOrNull(draft.minimum) },
    lifetime: { creditLifetimeDays: countIn(draft.lifetime) },
    newOnly: { newCustomersOnly: draft.newOnly === 'yes' },
    tiers: { tiers: tiersIn(draft) },
  };
}

export function creationOf(draft: Draft): Omit<CreateCampaignInput, 'idempotencyKey'> {
  const terms = Object.assign({}, ...Object.values(termsOf(draft))) as Terms;
  const { name, value, startsAt, usesPerCustomer, newCustomersOnly, tiers, ...others } = terms;
  return {
    ...others,
    ...{ name: name ?? '', value: value ?? inputOf(NOTHING), startsAt: startsAt ?? '' },
    ...{ usesPerCustomer: usesPerCustomer ?? 1, newCustomersOnly: newCustomersOnly ?? false },
    ...{ tiers: tiers ?? [], codes: draft.codes },
    sharedCode: draft.codes === 'SHARED' ? draft.sharedCode.trim() : null,
  };
}

/** Only what is different: what stands in the form as it was read says less exactly when it begins and ends. */
export function changesOf(draft: Draft, before: Draft): Partial<Terms> {
  const terms = termsOf(draft);
  const fields = Object.keys(terms) as (keyof typeof terms)[];
  const changed = fields.filter((field) => draft[field] !== before[field]);
  return Object.assign({}, ...changed.map((field) => terms[field])) as Partial<Terms>;
}

function inputOrNull(text: string): MoneyInput | null {
  const amount = typedAmount(text);
  return amount && inputOf(amount);
}

function inputOf({ amount, currencyCode }: MoneyValue): MoneyInput {
  return { amount, currencyCode: currencyCode as 'INR' };
}
