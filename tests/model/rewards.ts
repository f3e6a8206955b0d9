import type { Reward } from '../../api/domain/reward.ts';
import { createReward } from '../../api/services/create-reward.ts';
import type { Refused } from '../../api/services/outcome.ts';
import { updateReward, type RewardChanges } from '../../api/services/update-reward.ts';
import { isBlank, type NaiveAnswer, type NaiveRefusal } from '../domain/naive-records.ts';
import { callerOf, type TestApp } from '../support/app.ts';
import { refusalOf } from './answers.ts';
import type { ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';
import { granted, policy } from './rules.ts';

/** A reward as the model holds it. */
export interface ModelReward {
  readonly name: string;
  readonly amount: bigint;
  /** What one order must have come to; null asks for none. */
  readonly leastOrder: bigint | null;
  readonly uses: number | null;
  readonly used: number;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly from: number;
  readonly until: number | null;
}

export type RewardChange = Partial<Pick<ModelReward, 'name' | 'uses' | 'status' | 'until'>>;

const admin = callerOf('ADMIN');
const DAY = 86_400_000;

/** The first of a run, which everybody may claim once. */
export function welcome(now: number): ModelReward {
  const unlimited = { leastOrder: null, uses: null, used: 0, until: null };
  return { ...unlimited, name: 'Welcome back', amount: 75_00n, status: 'ACTIVE', from: now };
}

/** A reward that somebody may think of, mostly sensible and now and then not. */
export function someReward(now: number, uses: number | null, random: Random): ModelReward {
  // Days pass quickly here: what is to be met before it starts has to start in weeks.
  const from = now + (random.percent(20) ? random.below(60) : -random.below(40)) * DAY;
  const amount = random.percent(4) ? policy.operation.max + 1n : 1_00n + BigInt(random.below(20_000));
  return {
    ...{ name: random.percent(4) ? ' ' : `For ${random.pick(['regulars', 'a festival', 'a new year'])}` },
    ...{ amount, from, used: 0, status: random.percent(8) ? 'INACTIVE' : 'ACTIVE' },
    leastOrder: random.percent(30) ? BigInt(random.below(80_000)) : null,
    uses: random.percent(4) ? 0 : uses,
    until: random.percent(60) ? null : from + (random.below(60) - 1) * DAY,
  };
}

/** A reward with so many uses that anybody whose wallet allows it may claim now. */
export function someRace(now: number, random: Random): ModelReward {
  return { ...welcome(now), name: 'First come, first served', uses: 1 + random.below(12) };
}

export function someChange({ uses, used }: ModelReward, now: number, random: Random): RewardChange {
  if (uses !== null && random.percent(60)) return { uses: Math.max(0, used + random.below(5) - 2) };
  const kind = random.pick(['name', 'status', 'until'] as const);
  switch (kind) {
    case 'name':
      return { name: random.percent(20) ? '' : `As ${random.pick(['promised', 'announced'])}` };
    case 'status':
      return { status: random.percent(60) ? 'ACTIVE' : 'INACTIVE' };
    case 'until':
      return { until: random.percent(40) ? null : now + (random.below(90) - 30) * DAY };
  }
}

/** What the model answers to whoever makes or changes a reward so; null where that is done. */
export function whyNotSo(reward: ModelReward): NaiveRefusal | null {
  const { name, amount, leastOrder, uses, used, from, until } = reward;
  const { min, max } = policy.operation;
  const wrong = (field: string) => ({ code: 'INVALID_INPUT', field });
  if (isBlank(name)) return wrong('name');
  if (amount < min || amount > max) return { code: 'AMOUNT_OUT_OF_RANGE', min, max };
  if (leastOrder === 0n) return wrong('minPurchaseAmount');
  if (uses !== null && (uses === 0 || uses < used)) return wrong('maxUses');
  return until !== null && from >= until ? wrong('validUntil') : null;
}

/** What the model answers to a claim while uses are left, after which the wallet is as it would be. */
export function claimed(wallet: ModelWallet, id: string, reward: ModelReward, now: number): NaiveAnswer {
  const refusal = whyNotOpenTo(wallet, id, reward, now) ?? whyTooLittle(wallet, reward);
  if (refusal) return { refusal };
  const { amount, name: reason } = reward;
  const answer = granted(wallet, { amount, reason, source: 'LOYALTY', origin: 'REWARD' }, now);
  const at = 'lines' in answer ? answer.lines.at(-1)?.at : undefined;
  if (at !== undefined) wallet.claims.set(id, at);
  return answer;
}

/** What is said to a claim before anybody looks whether uses are left. */
export function whyNotOpenTo(
  wallet: ModelWallet,
  id: string,
  { status, from, until }: ModelReward,
  clock: number,
): NaiveRefusal | null {
  const now = wallet.naive.timeAt(clock);
  const since = wallet.claims.get(id);
  if (since !== undefined) return { code: 'REWARD_ALREADY_CLAIMED', since };
  if (status === 'INACTIVE') return { code: 'REWARD_NOT_ACTIVE' };
  if (from > now) return { code: 'REWARD_NOT_YET_VALID', since: from };
  return until !== null && until <= now ? { code: 'REWARD_EXPIRED', since: until } : null;
}

function whyTooLittle(wallet: ModelWallet, { leastOrder, from }: ModelReward): NaiveRefusal | null {
  if (leastOrder === null) return null;
  const largest = wallet.ordersSince(from).reduce((most, order) => (order > most ? order : most), 0n);
  return largest >= leastOrder ? null : { code: 'MINIMUM_PURCHASE_NOT_MET', required: leastOrder, largest };
}

/** Makes it through the product. */
export async function offer(app: TestApp, reward: ModelReward, idempotencyKey: string) {
  const { name, amount: creditAmount, leastOrder: minPurchaseAmount, uses: maxUses, status } = reward;
  return saved(
    await createReward(app, admin, {
      ...{ name, description: 'As the shop likes it', creditAmount, minPurchaseAmount, maxUses, status },
      ...{ validFrom: reward.from, validUntil: reward.until, metadata: [], idempotencyKey },
    }),
  );
}

/** Changes it through the product. */
export async function change(app: TestApp, id: string, { uses, until, ...same }: RewardChange) {
  const changes: RewardChanges = {
    ...same,
    ...(uses !== undefined && { maxUses: uses }),
    ...(until !== undefined && { validUntil: until }),
  };
  return saved(await updateReward(app, admin, id, changes));
}

type Saved = { readonly refusal: NaiveRefusal } | { readonly id: string; readonly reward: ModelReward };

function saved(answer: { readonly reward: Reward } | Refused): Saved {
  if ('refused' in answer) return { refusal: refusalOf(answer.refused) };
  return { id: answer.reward.id, reward: inModelWords(answer.reward) };
}

/** A reward of the product as the model would hold it. */
export function inModelWords(reward: Reward): ModelReward {
  const { name, creditAmount: amount, minPurchaseAmount: leastOrder, status } = reward;
  const { maxUses: uses, totalUses: used, validFrom: from, validUntil: until } = reward;
  return { name, amount, leastOrder, uses, used, status, from, until };
}
