import { endOfDay, isDay, startOfDay } from '../../../format/day-range.ts';
import { indiaDay } from '../../../format/date.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { typedAmount } from '../../../format/typed-amount.ts';
import type { MoneyInput, StaffReward_RewardFragment } from '../../../graphql/graphql.ts';
import { rewardsWords } from './words.ts';

type Reward = StaffReward_RewardFragment;

/** What is typed into the form, as it is typed. */
export interface Draft {
  name: string;
  description: string;
  amount: string;
  maxUses: string;
  from: string;
  until: string;
  minimum: string;
}

export type DraftField = keyof Draft;
export type Faults = Partial<Record<DraftField, string>>;

const { faults: say } = rewardsWords.page;

export function emptyDraft(now: number): Draft {
  const today = indiaDay(now);
  return { name: '', description: '', amount: '', maxUses: '', from: today, until: '', minimum: '' };
}

export function draftOf({
  name,
  description,
  creditAmount,
  maxUses,
  validFrom,
  validUntil,
  minPurchaseAmount,
}: Reward): Draft {
  return {
    ...{ name, description, amount: creditAmount.amount },
    maxUses: maxUses === null ? '' : String(maxUses),
    from: indiaDay(validFrom),
    until: validUntil === null ? '' : lastDayBefore(validUntil),
    minimum: minPurchaseAmount?.amount ?? '',
  };
}

/** What keeps the draft from being sent. */
export function faultsOf(draft: Draft, reward: Reward | null): Faults {
  const faults: Faults = {};
  if (draft.name.trim() === '') faults.name = say.name;
  if (draft.description.trim() === '') faults.description = say.description;
  if (draft.maxUses !== '' && !/^[1-9]\d{0,8}$/.test(draft.maxUses)) faults.maxUses = say.maxUses;
  else if (reward && draft.maxUses !== '' && Number(draft.maxUses) < reward.totalUses)
    faults.maxUses = say.maxUsesBelow(reward.totalUses);
  if (draft.until !== '' && (!isDay(draft.until) || draft.until < draft.from)) faults.until = say.until;
  if (reward) return faults;
  if (typedAmount(draft.amount) === null) faults.amount = say.amount;
  if (!isDay(draft.from)) faults.from = say.from;
  if (draft.minimum.trim() !== '' && typedAmount(draft.minimum) === null) faults.minimum = say.minimum;
  return faults;
}

/** What of it can be changed once the reward is there. */
export function changesOf(draft: Draft) {
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    maxUses: draft.maxUses === '' ? null : Number(draft.maxUses),
    validUntil: draft.until === '' ? null : endOfDay(draft.until),
  };
}

export function creationOf(draft: Draft) {
  const amount = typedAmount(draft.amount);
  const minimum = typedAmount(draft.minimum);
  return {
    ...changesOf(draft),
    creditAmount: inputOf(amount ?? { amount: '0.00', currencyCode: 'INR' }),
    validFrom: startOfDay(draft.from),
    minPurchaseAmount: minimum && inputOf(minimum),
  };
}

function inputOf({ amount, currencyCode }: MoneyValue): MoneyInput {
  return { amount, currencyCode: currencyCode as 'INR' };
}

/** A reward ends with the moment that no longer belongs to its last day. */
function lastDayBefore(end: string): string {
  return indiaDay(Date.parse(end) - 1);
}
