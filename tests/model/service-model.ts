import type { TierBasis } from '../../api/domain/policy.ts';
import { applyReferral } from '../../api/services/apply-referral.ts';
import { expireCredits } from '../../api/services/expire-credits.ts';
import { saveCustomer } from '../../api/services/save-customer.ts';
import type { NaiveAnswer } from '../domain/naive-records.ts';
import { callerOf, type TestApp } from '../support/app.ts';
import { auditOf, foundBy } from '../support/audit.ts';
import { TestClock } from '../support/clock.ts';
import { agrees, answerOf, type Answer } from './answers.ts';
import { creditAmount, nextAsk, type Ask, type WalletAsk } from './asks.ts';
import { call } from './calls.ts';
import { Campaigns } from './campaigns.ts';
import { nextMoment } from './clock-moves.ts';
import { Desk } from './desk.ts';
import { Files } from './files.ts';
import { Lists } from './lists.ts';
import { ModelWallet, told } from './model-wallet.ts';
import { Orders } from './orders.ts';
import { Rack } from './rack.ts';
import { Random } from './random.ts';
import { agreeingOrder } from './rivals.ts';
import { performed, policy, referred } from './rules.ts';
import { Shelf } from './shelf.ts';
import { Tills } from './tills.ts';
import { payIn, payments } from './top-ups.ts';
import { clear, election, forgetQuickly, storm } from './weather.ts';

export interface ModelSettings {
  readonly at: { readonly uri: string; readonly name: string };
  readonly seed: number;
  /** What tiers, and with them the lifetimes of credits, are measured by. */
  readonly tierBasis?: TierBasis;
  /** How many commands are asked for in all; retries and twins do not count. */
  readonly commands: number;
  /** How many customers act at the same time. */
  readonly wallets?: number;
  /** What most rounds are about; left out, everything has its share. */
  readonly often?: Phase;
  readonly say?: (line: string) => void;
}

const admin = callerOf('ADMIN');
const BEGAN = '2026-03-10T09:30:00+05:30';
/** After this many lines a wallet is looked through and another customer takes its place. */
const LONG = 60;

/** All of them are one person's, whose day they change one after another. */
const ASKS_AT_ONCE = 80;

const PHASES = {
  STEADY: 50,
  RIVALS: 12,
  BULK: 8,
  REFERRALS: 10,
  EXPIRY: 8,
  REWARDS: 4,
  DESK: 6,
  FILE: 2,
  VOUCHERS: 6,
  CARDS: 6,
  ORDERS: 10,
};
export type Phase = keyof typeof PHASES;

export function isPhase(name: string): name is Phase {
  return name in PHASES;
}

/** In a hundred rounds that chance has. */
const OFTEN = 60;
/** Of so many rounds these are fixed and chance has the others, so that a short run meets every phase as well. */
const FIXED: Readonly<Record<number, Phase>> = {
  2: 'RIVALS',
  3: 'REWARDS',
  5: 'REFERRALS',
  6: 'BULK',
  7: 'DESK',
  8: 'FILE',
  9: 'EXPIRY',
  10: 'VOUCHERS',
  11: 'CARDS',
  12: 'ORDERS',
};
const TURN = 13;

/**
 * The whole product on a real database beside the naive model: many customers at once in two processes, with answers that get
 * lost, keys sent twice, processes that die, connections that break, primaries that step down and a clock that jumps. Throws at the first difference.
 */
export class ServiceModel {
  /** How often each outcome was met. */
  readonly outcomes = new Map<string, number>();
  commands = 0;
  readonly #settings: ModelSettings;
  readonly #random: Random;
  readonly #clock: TestClock;
  readonly #tills: Tills;
  readonly #shelf: Shelf;
  readonly #desk: Desk;
  readonly #files: Files;
  readonly #lists: Lists;
  readonly #campaigns: Campaigns;
  readonly #rack: Rack;
  readonly #orders: Orders;
  #wallets: ModelWallet[] = [];
  #opened = 0;
  #keys = 0;
  #elections = 0;

  private constructor(settings: ModelSettings, random: Random, tills: Tills, clock: TestClock) {
    this.#settings = settings;
    this.#random = random;
    this.#tills = tills;
    this.#clock = clock;
    const parts = {
      ...{ tills, random },
      newKey: () => this.#newKey(),
      count: (answer: NaiveAnswer, kind: string) => this.#countAnswer(answer, kind),
      problem: (what: string) => this.#problem(what),
    };
    this.#shelf = new Shelf(parts);
    this.#desk = new Desk(parts);
    this.#files = new Files(parts);
    this.#lists = new Lists(parts);
    this.#campaigns = new Campaigns(parts);
    this.#rack = new Rack(parts);
    this.#orders = new Orders(parts, this.#rack);
  }

  static async open(settings: ModelSettings): Promise<ServiceModel> {
    const random = new Random(settings.seed);
    const clock = new TestClock(BEGAN);
    const rules = { ...policy, tierBasis: settings.tierBasis ?? policy.tierBasis };
    const tills = await Tills.open({ at: settings.at, policy: rules, payments, clock, random });
    return new ServiceModel(settings, random, tills, clock);
  }

  async run(): Promise<void> {
    const { wallets = 300, commands, say = () => {} } = this.#settings;
    await forgetQuickly(this.#tills.any.database);
    await this.#shelf.open(this.#now);
    this.#wallets = await Promise.all(Array.from({ length: wallets }, () => this.#newWallet()));
    await this.#steady();
    for (let round = 1; this.commands < commands; round += 1) {
      // What is done often is also done at one time, and goes on from what was done just before.
      if (this.#settings.often === undefined || this.#random.percent(50)) this.#moveClock();
      // It comes late now and then, and whoever meets what it left undone does it.
      if (this.#random.percent(65)) await this.#orders.poll(this.#now);
      await this.#round(round);
      await this.#replaceLong();
      if (round % 20 === 0) say(`${this.commands} commands, ${this.#opened} wallets`);
    }
    const { any } = this.#tills;
    const unpaid = await this.#orders.difference(this.#now);
    if (unpaid !== null) throw this.#problem(unpaid);
    await this.#mustBeAlike(this.#wallets);
    const unlike =
      (await this.#shelf.difference(any)) ??
      (await this.#campaigns.difference(any)) ??
      (await this.#rack.difference(any));
    if (unlike !== null) throw this.#problem(unlike);
    const found = foundBy(await auditOf(this.#tills.any));
    if (found.length > 0) throw this.#problem(`The audit found:\n${found.slice(0, 20).join('\n')}`);
    this.#count('answer asked for again', this.#tills.unanswered);
    this.#count('process died', this.#tills.crashes);
    this.#count('primary elected anew', this.#elections);
  }

  async close(): Promise<void> {
    await clear(this.#tills.any.database);
    await this.#tills.close();
  }

  async #round(round: number): Promise<void> {
    const dies = round % 8 === 0;
    const isElection = round % 8 === 4;
    // The process that takes over could not even start in a storm, and would be started again by whoever looks after it.
    const name = FIXED[round % TURN] ?? this.#somePhase();
    // All of a campaign change one document, one after another: in a gale they would mostly wait for each other.
    const isCalm = dies || isElection || name === 'VOUCHERS';
    const isStormy = !isCalm && this.#random.percent(30);
    if (isStormy) await storm(this.#tills.any.database, this.#random);
    const phase = this.#phase(name);
    // In the middle of the work, and never at the same moment of it.
    await Promise.all([phase, dies ? this.#crashSoon() : null, isElection ? this.#electSoon() : null]);
    if (isStormy) await clear(this.#tills.any.database);
  }

  async #crashSoon(): Promise<void> {
    await this.#aMoment();
    await this.#tills.crash();
  }

  /** The round ends once the database takes writes again, so that looking through wallets afterwards meets a primary. */
  async #electSoon(): Promise<void> {
    await this.#aMoment();
    await election(this.#tills.any.database);
    this.#elections += 1;
    await this.#aMoment();
  }

  /** As long as a read takes, and longer while no primary answers. */
  async #aMoment(): Promise<void> {
    await this.#tills.send((app) => app.stores.wallets.load([this.#wallets[0]?.id ?? '']));
  }

  #somePhase(): Phase {
    const { often } = this.#settings;
    return often !== undefined && this.#random.percent(OFTEN) ? often : this.#random.share(PHASES);
  }

  #phase(name: Phase): Promise<void> {
    switch (name) {
      case 'STEADY':
        return this.#steady();
      case 'RIVALS':
        return this.#rivals();
      case 'BULK':
        return this.#bulk();
      case 'REFERRALS':
        return this.#referrals();
      case 'EXPIRY':
        return this.#expiry();
      case 'REWARDS':
        return this.#shelf.rearrange(this.#wallets, this.#now);
      case 'VOUCHERS':
        return this.#campaigns.run(this.#wallets, this.#now);
      case 'CARDS':
        return this.#rack.run(this.#wallets, this.#now);
      case 'ORDERS':
        return this.#orders.run(this.#wallets, this.#now);
      case 'DESK':
        return this.#leaveToOthers();
      case 'FILE':
        return this.#file();
    }
  }

  /** Each customer does one thing after another, all customers at once: every answer can be told beforehand. */
  async #steady(): Promise<void> {
    const count = 3 + this.#random.below(4);
    await Promise.all(
      this.#wallets.map(async (wallet) => {
        for (let n = 0; n < count; n += 1) {
          const isPaidIn = wallet.naive.lines.length > 0 && this.#random.percent(3);
          if (isPaidIn) await this.#payIn(wallet);
          else await this.#ask(wallet, this.#nextAsk(wallet));
        }
      }),
    );
  }

  #nextAsk(wallet: ModelWallet): Ask {
    return nextAsk(wallet, this.#shelf.pick(), this.#now, this.#random);
  }

  async #ask(wallet: ModelWallet, ask: Ask): Promise<void> {
    const key = this.#newKey();
    const expected =
      ask.kind === 'CLAIM'
        ? this.#shelf.claimed(wallet, ask.rewardId, this.#now)
        : performed(wallet, ask, this.#now);
    const send = () => this.#tills.send((app) => call(app, wallet, ask, key), wallet);
    const answers = this.#random.percent(10) ? await Promise.all([send(), send()]) : [await send()];
    // Somebody who lost the answer asks again.
    if (this.#random.percent(5)) answers.push(await send());
    for (const answer of answers) this.#mustAgree(answer, expected, wallet, ask);
    answers.forEach((answer) => wallet.learn(answer));
    this.#countAnswer(expected, ask.kind);
    if (ask.kind === 'DEBIT' && 'lines' in expected && this.#random.percent(3)) {
      await this.#useKeyAgain(wallet, ask, key, expected);
    }
  }

  async #useKeyAgain(wallet: ModelWallet, ask: Ask & { kind: 'DEBIT' }, key: string, first: NaiveAnswer) {
    const other = { ...ask, amount: ask.amount + 1n };
    const since = 'lines' in first ? first.lines.at(-1)?.at : undefined;
    const expected = { refusal: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: since } };
    const answer = await this.#tills.send((app) => call(app, wallet, other, key));
    this.#mustAgree(answer, expected, wallet, other);
    this.#countAnswer(expected, ask.kind);
  }

  async #payIn(wallet: ModelWallet): Promise<void> {
    const amount = creditAmount(wallet, this.#random);
    const wish = { amount, key: this.#newKey(), now: this.#now };
    const { expected, difference, review } = await payIn(this.#tills, wallet, wish, this.#random);
    if (difference !== null) throw this.#problem(difference);
    if (review !== null) this.#count(`payment put aside: ${review}`);
    this.#countAnswer(expected, 'TOP_UP');
  }

  /** Several things at once on one wallet: some order of them must explain all answers. */
  async #rivals(): Promise<void> {
    const chosen = this.#random.some(this.#wallets, Math.ceil(this.#wallets.length / 2));
    await Promise.all(
      chosen.map(async (wallet) => {
        // A claim leaves something behind outside the wallet, which could not be tried in another order.
        const asks = Array.from({ length: 3 }, () => this.#nextAsk(wallet)).filter(
          (ask): ask is WalletAsk => ask.kind !== 'CLAIM' && ask.kind !== 'PURCHASE',
        );
        const answers = await Promise.all(
          asks.map((ask) => {
            const key = this.#newKey();
            return this.#tills.send((app) => call(app, wallet, ask, key), wallet);
          }),
        );
        if (!agreeingOrder(wallet, asks, answers, this.#now)) {
          throw this.#problem(told(`No order of ${kindsOf(asks)} on ${wallet.id}`, answers, asks));
        }
        answers.forEach((answer, index) => {
          wallet.learn(answer);
          this.#count('refusal' in answer ? `rival ${answer.refusal.code}` : `rival ${asks[index]?.kind}`);
          this.commands += 1;
        });
      }),
    );
  }

  async #bulk(): Promise<void> {
    const chosen = this.#random.some(this.#wallets, 120);
    const lists = [0, 40, 80].map((start) => chosen.slice(start, start + 40));
    const between = (moving: readonly ModelWallet[]) => this.#askAll(moving);
    await Promise.all(lists.map((wallets) => this.#lists.send(wallets, this.#now, between)));
  }

  async #leaveToOthers(): Promise<void> {
    const open = this.#wallets.filter(({ naive }) => naive.lines.length > 0);
    const chosen = this.#random.some(open, Math.min(Math.ceil(open.length / 2), ASKS_AT_ONCE));
    await Promise.all(chosen.map((wallet) => this.#desk.askAndDecide(wallet, this.#now)));
  }

  async #file(): Promise<void> {
    const chosen = this.#random.some(this.#wallets, 110);
    const moving = this.#random.some(chosen, 20);
    await this.#files.work(chosen, this.#now, () => this.#askAll(moving));
  }

  async #askAll(wallets: readonly ModelWallet[]): Promise<void> {
    await Promise.all(wallets.map((wallet) => this.#ask(wallet, this.#nextAsk(wallet))));
  }

  async #referrals(): Promise<void> {
    // Of those who have been here for long nobody can be referred any more.
    const fresh = await this.#newWallet();
    await this.#ask(fresh, { kind: 'OPEN' });
    const others = this.#wallets.filter(({ referralCode }) => referralCode !== null);
    const chosen = [fresh, ...this.#random.some(others, others.length)];
    this.#wallets = [...this.#wallets, fresh];
    const pairs = chosen.flatMap((friend, index) => {
      const host = index % 2 === 0 ? chosen[index + 1] : undefined;
      return host ? [[friend, host] as const] : [];
    });
    await Promise.all(
      pairs.map(async ([friend, host]) => {
        const expected = referred(friend, host, this.#now);
        const idempotencyKey = this.#newKey();
        const input = { code: host.referralCode ?? '', customerId: friend.id, idempotencyKey };
        const answer = answerOf(await this.#tills.send((app) => applyReferral(app, admin, input)));
        this.#mustAgree(answer, expected, friend, input);
        friend.learn(answer);
        this.#countAnswer(expected, 'REFERRAL');
      }),
    );
  }

  /** The nightly job, in both processes at once. */
  async #expiry(): Promise<void> {
    for (const wallet of this.#wallets) {
      const answer = wallet.naive.perform({ kind: 'EXPIRE' }, this.#now);
      if ('lines' in answer) this.#count('booked by the job', answer.lines.length);
    }
    const job = () => this.#tills.send(bookAllDue);
    await Promise.all([job(), job()]);
    // One of the two may have left a page to the other, which then died.
    await job();
    await this.#rack.expire(this.#now);
    this.commands += 1;
  }

  #moveClock(): void {
    const next = nextMoment(this.#random.pick(this.#wallets), this.#now, this.#random);
    this.#clock.set(new Date(Math.max(next, Date.parse(BEGAN))).toISOString());
  }

  async #replaceLong(): Promise<void> {
    const long = this.#wallets.filter(({ naive }) => naive.lines.length >= LONG);
    await this.#mustBeAlike(long);
    const fresh = await Promise.all(long.map(() => this.#newWallet()));
    this.#wallets = [...this.#wallets.filter((wallet) => !long.includes(wallet)), ...fresh];
  }

  async #mustBeAlike(wallets: readonly ModelWallet[]): Promise<void> {
    for (const wallet of wallets) {
      const difference = await wallet.difference(this.#tills.any, this.#now);
      if (difference !== null) throw this.#problem(difference);
    }
  }

  async #newWallet(): Promise<ModelWallet> {
    const id = `customer-${(this.#opened += 1)}`;
    const who = { id, name: id, email: null, phone: null, language: null };
    await this.#tills.send((app) => saveCustomer(app, admin, who));
    return new ModelWallet(id, this.#random.percent(50) ? 0 : 1, this.#tills.any.policy);
  }

  #mustAgree(answer: Answer, expected: NaiveAnswer, wallet: ModelWallet, asked: unknown): void {
    if (agrees(answer, expected)) return;
    throw this.#problem(`Asked: ${told(`the answer to ${wallet.id}`, { asked, answer }, expected)}`);
  }

  #problem(what: string): Error {
    return new Error(`After ${this.commands} commands with the seed ${this.#settings.seed}: ${what}`);
  }

  #countAnswer(answer: NaiveAnswer, kind: string): void {
    this.commands += 1;
    this.#count('refusal' in answer ? String(answer.refusal.code) : kind);
  }

  #count(outcome: string, times = 1): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + times);
  }

  #newKey(): string {
    return `model-key-${String((this.#keys += 1)).padStart(10, '0')}`;
  }

  get #now(): number {
    return this.#clock.now();
  }
}

/** The job leaves wallets that fail to its next run; whoever waits for it runs it again. */
async function bookAllDue(app: TestApp): Promise<void> {
  const [failure] = (await expireCredits(app, 'model')).failures;
  if (failure) throw failure.error;
}

function kindsOf(asks: readonly Ask[]): string {
  return asks.map(({ kind }) => kind).join(', ');
}
