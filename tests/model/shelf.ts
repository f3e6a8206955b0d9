import { isDeepStrictEqual } from 'node:util';
import { claimReward } from '../../api/services/claim-reward.ts';
import type { NaiveAnswer } from '../domain/naive-records.ts';
import { callerOf, type TestApp } from '../support/app.ts';
import { agrees, answerOf, type Answer } from './answers.ts';
import { told, type ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';
import {
  change,
  claimed,
  inModelWords,
  offer,
  someChange,
  someRace,
  someReward,
  welcome,
  whyNotOpenTo,
  whyNotSo,
  type ModelReward,
  type RewardChange,
} from './rewards.ts';
import type { Tills } from './tills.ts';

export interface ShelfParts {
  readonly tills: Tills;
  readonly random: Random;
  readonly newKey: () => string;
  readonly count: (answer: NaiveAnswer, kind: string) => void;
  /** Says after how much of the run it was. */
  readonly problem: (what: string) => Error;
}

const admin = callerOf('ADMIN');
/** So many of those that have no end of uses can be claimed at a time. */
const ON_OFFER = 6;
const RIVALS = 40;
const EXHAUSTED = { refusal: { code: 'REWARD_EXHAUSTED' } } as const;

/** The rewards of a run: made, changed, claimed and fought over, in the product and in the model. Throws at a difference. */
export class Shelf {
  readonly #rewards = new Map<string, ModelReward>();
  readonly #parts: ShelfParts;

  constructor(parts: ShelfParts) {
    this.#parts = parts;
  }

  /** The first, which everybody may claim once. */
  async open(now: number): Promise<void> {
    await this.#make(welcome(now), now);
  }

  /** One that somebody may claim, whoever else does. */
  pick(): string {
    const endless = [...this.#rewards].filter(([, { uses }]) => uses === null);
    return this.#parts.random.pick(endless.slice(-ON_OFFER))[0];
  }

  /** What the model answers to somebody who claims a reward with no end of uses. */
  claimed(wallet: ModelWallet, id: string, now: number): NaiveAnswer {
    const reward = this.#get(id);
    const answer = claimed(wallet, id, reward, now);
    if ('lines' in answer) this.#rewards.set(id, { ...reward, used: reward.used + 1 });
    return answer;
  }

  /** The shop thinks of new rewards and changes its mind about old ones; then many want one of which there are few. */
  async rearrange(wallets: readonly ModelWallet[], now: number): Promise<void> {
    const { random } = this.#parts;
    await this.#make(someReward(now, null, random), now);
    await this.#change(random.pick([...this.#rewards.keys()].slice(-ON_OFFER)), now);
    const fewId = await this.#make(someRace(now, random), now);
    if (fewId === null) throw this.#parts.problem('A sound reward was refused.');
    const open = random.some(
      wallets.filter(({ naive }) => naive.lines.length > 0),
      2 * RIVALS,
    );
    await this.#race(open.slice(0, RIVALS), fewId, now);
    await this.#change(fewId, now);
    await this.#race(open.slice(RIVALS), fewId, now);
  }

  /** What is different between the rewards in the database and those of the model; null when nothing is. */
  async difference(app: TestApp): Promise<string | null> {
    const stored = await app.stores.rewards.load([...this.#rewards.keys()]);
    for (const [id, reward] of this.#rewards) {
      const product = stored.get(id);
      const found = product ? inModelWords(product) : null;
      if (!isDeepStrictEqual(found, reward)) return told(`the reward ${id}`, found, reward);
    }
    return null;
  }

  async #make(reward: ModelReward, now: number): Promise<string | null> {
    const { tills, random, newKey, count } = this.#parts;
    const key = newKey();
    const make = () => tills.send((app) => offer(app, reward, key));
    const refusal = whyNotSo(reward);
    const answers = await Promise.all(Array.from({ length: random.percent(20) ? 2 : 1 }, make));
    if (random.percent(10)) answers.push(await make());
    const [first] = answers;
    const id = first && 'id' in first ? first.id : null;
    for (const answer of answers)
      this.#mustBe('a new reward', answer, refusal ? { refusal } : { id, reward });
    count(refusal ? { refusal } : { lines: [] }, 'REWARD');
    if (id === null) return null;
    this.#rewards.set(id, reward);
    const other = { ...reward, amount: reward.amount === 1_00n ? 2_00n : 1_00n };
    const conflict = { refusal: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: now } };
    this.#mustBe('a key used again', await tills.send((app) => offer(app, other, key)), conflict);
    return id;
  }

  async #change(id: string, now: number): Promise<void> {
    const { tills, random, count } = this.#parts;
    const changes: RewardChange = someChange(this.#get(id), now, random);
    const reward = { ...this.#get(id), ...changes };
    const refusal = whyNotSo(reward);
    const answer = await tills.send((app) => change(app, id, changes));
    this.#mustBe('a changed reward', answer, refusal ? { refusal } : { id, reward });
    count(refusal ? { refusal } : { lines: [] }, 'REWARD_CHANGE');
    if (!refusal) this.#rewards.set(id, reward);
  }

  /** Nobody can tell who comes first. But as many get it as there are uses, and of the others each hears a reason that holds. */
  async #race(rivals: readonly ModelWallet[], rewardId: string, now: number): Promise<void> {
    const answers = await Promise.all(rivals.map((wallet) => this.#claim(wallet, rewardId)));
    const reward = this.#get(rewardId);
    const used = reward.used + answers.filter(([first]) => first && 'entry' in first).length;
    if (reward.uses !== null && used > reward.uses)
      throw this.#parts.problem(`${used} got one of ${reward.uses}.`);
    rivals.forEach((wallet, index) => {
      const given = answers[index] ?? [];
      // Refusals are not kept: of twins that both came to nothing, each was told what held at its own moment.
      const isRefused = given.every((answer) => 'refusal' in answer);
      const wasEnough = used === reward.uses && !whyNotOpenTo(wallet, rewardId, reward, now);
      const mayBeLate = isRefused && wasEnough;
      const [late, others] = [given.filter(isTooLate), given.filter((answer) => !isTooLate(answer))];
      const expected: NaiveAnswer =
        mayBeLate && others.length === 0 ? EXHAUSTED : claimed(wallet, rewardId, reward, now);
      for (const answer of mayBeLate ? others : [...late, ...others]) {
        if (!agrees(answer, expected))
          throw this.#parts.problem(told(`the claim of ${wallet.id}`, answer, expected));
        wallet.learn(answer);
      }
      this.#parts.count(expected, 'CLAIM');
    });
    this.#rewards.set(rewardId, { ...reward, used });
  }

  /** What is answered to a claim, and now and then to its twin. */
  #claim({ id: customerId, home }: ModelWallet, rewardId: string): Promise<Answer[]> {
    const { tills, random, newKey } = this.#parts;
    const input = { rewardId, customerId, idempotencyKey: newKey() };
    const claim = async () => answerOf(await tills.send((app) => claimReward(app, admin, input), { home }));
    return Promise.all(Array.from({ length: random.percent(10) ? 2 : 1 }, claim));
  }

  #get(id: string): ModelReward {
    const reward = this.#rewards.get(id);
    if (!reward) throw new Error(`There is no reward ${id}.`);
    return reward;
  }

  #mustBe(what: string, answer: unknown, expected: unknown): void {
    if (!isDeepStrictEqual(answer, expected)) throw this.#parts.problem(told(what, answer, expected));
  }
}

function isTooLate(answer: Answer): boolean {
  return 'refusal' in answer && answer.refusal.code === EXHAUSTED.refusal.code;
}
