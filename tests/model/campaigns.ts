import { isDeepStrictEqual } from 'node:util';
import { makeVoucherCodes } from '../../api/services/make-voucher-codes.ts';
import { runJobs } from '../../api/services/run-job.ts';
import { setCampaignStatus, updateCampaign } from '../../api/services/update-campaign.ts';
import { voucherCode } from '../../api/services/voucher-codes.ts';
import type { NaiveAnswer, NaiveRefusal } from '../domain/naive-records.ts';
import { callerOf, type TestApp } from '../support/app.ts';
import { agrees, refusalOf, type Answer } from './answers.ts';
import type { DeskParts } from './desk.ts';
import { mustSlowDown } from './guesses.ts';
import { told, type ModelWallet } from './model-wallet.ts';
import {
  drafted,
  inModelWords,
  inProductWords,
  isFull,
  redeem,
  someNewTerms,
  someTerms,
  spentOf,
  takesTwo,
  used,
  whyNotSuch,
  type ModelCampaign,
  type ModelState,
  type ModelTerms,
} from './vouchers.ts';

/** What somebody asked for, and every answer to it. */
interface Tried {
  readonly code: string | null;
  readonly answers: readonly Answer[];
}

/** What is done to a campaign, and what the model says to it. */
interface Steering {
  readonly after: ModelCampaign;
  readonly refusal: NaiveRefusal | null;
}

const [meera, leela] = ['meera', 'leela'];
/** As many campaigns one after another, and so many customers at once who use their codes. */
const AT_A_TIME = 3;
const RIVALS = 24;
const CODES = 10;

/**
 * Campaigns of a run: made, started, changed and ended, while many customers at once use their codes, some of them the same one. What is
 * given out is exactly what there was, each code is used once, and whoever gets nothing hears a reason that holds. Throws at a difference.
 */
export class Campaigns {
  readonly #parts: DeskParts;
  readonly #campaigns = new Map<string, ModelCampaign>();
  #words = 0;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  async run(wallets: readonly ModelWallet[], now: number): Promise<void> {
    for (let n = 0; n < AT_A_TIME; n += 1) await this.#lifeOf(await this.#make(now), wallets, now);
  }

  /** A campaign from its draft to its end; none where that was not sound. */
  async #lifeOf(id: string | null, wallets: readonly ModelWallet[], now: number): Promise<void> {
    if (id === null) return;
    const { random } = this.#parts;
    const codes = await this.#codesOf(id);
    const open = wallets.filter(({ naive }) => naive.lines.length > 0 || random.percent(20));
    const chosen = random.some(open, 2 * RIVALS);
    const [first, second] = [chosen.slice(0, RIVALS), chosen.slice(RIVALS)];
    await this.#guess(id, codes, chosen);
    await this.#start(id, now);
    await this.#rush(id, codes, first, now);
    await this.#steer(id, now);
    await this.#rush(id, codes, [...first.slice(RIVALS / 2), ...second.slice(RIVALS / 2)], now);
    if (random.percent(60)) await this.#to(id, random.percent(70) ? 'ENDED' : 'PAUSED', leela, now);
    await this.#rush(id, codes, second, now);
  }

  /** What is different between the campaigns in the database and those of the model; null when nothing is. */
  async difference(app: TestApp): Promise<string | null> {
    const stored = await app.stores.campaigns.load([...this.#campaigns.keys()]);
    for (const [id, campaign] of this.#campaigns) {
      const product = stored.get(id);
      const found = product && {
        ...{ terms: inModelWords(product), state: product.state, version: product.termsVersion },
        ...{ spent: product.spent, uses: product.uses, customers: product.customers },
      };
      const { terms, state, version, used: uses } = campaign;
      const customers = new Set(uses.map(({ wallet }) => wallet)).size;
      const expected = { terms, state, version, spent: spentOf(uses), uses: uses.length, customers };
      if (!isDeepStrictEqual(found, expected)) return told(`the campaign ${id}`, found, expected);
    }
    return null;
  }

  async #make(now: number): Promise<string | null> {
    const { tills, random, newKey, count } = this.#parts;
    const terms = someTerms(now, random);
    const word = random.percent(40) ? `WORD${(this.#words += 1)}Z` : null;
    const draft = { terms, word, version: 1, writer: meera, state: 'DRAFT', used: [] } as const;
    const key = newKey();
    const send = () => tills.send((app) => drafted(app, draft, key));
    const refusal = whyNotSuch({ ...draft, id: '' });
    const answers = await Promise.all(random.percent(20) ? [send(), send()] : [send()]);
    const [first] = answers;
    const id = first && 'id' in first ? first.id : null;
    for (const answer of answers)
      this.#mustBe('a new campaign', answer, refusal ? { refusal } : { id, terms });
    count(refusal ? { refusal } : { lines: [] }, 'CAMPAIGN');
    if (id !== null) this.#campaigns.set(id, { ...draft, id });
    return id;
  }

  /** The codes that are used once, made by both processes at once; none where all use a word. */
  async #codesOf(campaignId: string): Promise<readonly string[]> {
    const { tills, newKey, problem } = this.#parts;
    const { word, writer } = this.#get(campaignId);
    if (word !== null) return [];
    const input = { campaignId, count: CODES, idempotencyKey: newKey() };
    const begun = await tills.send((app) => makeVoucherCodes(app, callerOf('ADMIN', writer), input));
    if ('refused' in begun) throw problem(`No codes were made: ${begun.refused.code}.`);
    const isDone = async () => {
      const jobs = await tills.send((app) => app.stores.jobs.load([begun.job.id]));
      return jobs.get(begun.job.id)?.status === 'DONE';
    };
    const work = () => tills.send((app) => runJobs(app));
    while (!(await isDone())) await Promise.all([work(), work()]);
    const { any } = tills;
    return Array.from({ length: CODES }, (_, n) => {
      const code = voucherCode(any, { campaignId, number: n + 1, keyId: any.seals.keyId });
      if (code === null) throw problem('The key of codes is gone.');
      return code;
    });
  }

  /** Somebody guesses codes and is slowed down; what a draft has is no code yet. */
  async #guess(id: string, codes: readonly string[], wallets: readonly ModelWallet[]): Promise<void> {
    const { tills, random, newKey, count } = this.#parts;
    const [wallet] = wallets;
    if (!wallet) return;
    const key = newKey();
    const drawn = codes[0] ?? this.#get(id).word ?? '';
    await mustSlowDown(this.#parts, (app, n) => {
      const code = n % 3 === 0 ? drawn : `WRONG${random.below(9)}`;
      return redeem(app, wallet, { code, key: `${key}-${n}`, by: `guesser-${key}` });
    });
    const unknown = { refusal: { code: 'CODE_NOT_USABLE' } };
    const answer = await tills.send((app) => redeem(app, wallet, { code: drawn, key, by: `other-${key}` }));
    this.#mustBe('a code of a draft', answer, unknown);
    count(unknown, 'VOUCHER');
  }

  /** By who wrote it, if that is allowed, or else by another. */
  async #start(id: string, now: number): Promise<void> {
    const by = this.#parts.random.percent(50) ? meera : leela;
    await this.#to(id, 'STARTED', by, now);
    if (this.#get(id).state === 'DRAFT') await this.#to(id, 'STARTED', leela, now);
  }

  async #steer(id: string, now: number): Promise<void> {
    const { random } = this.#parts;
    await this.#change(id, someNewTerms(this.#get(id), random));
    if (random.percent(50)) return;
    await this.#to(id, random.pick(['PAUSED', 'STARTED', 'DRAFT'] as const), leela, now);
    if (random.percent(70)) await this.#to(id, 'STARTED', leela, now);
  }

  async #to(id: string, state: ModelState, by: string, now: number): Promise<void> {
    const { refusal, after } = this.#steered(id, state, by, now);
    let tries = 0;
    const answer = await this.#parts.tills.send((app) => {
      tries += 1;
      return setCampaignStatus(app, callerOf('ADMIN', by), { campaignId: id, state, termsVersion: null });
    });
    this.#mustBeSteered(answer, { refusal, after }, tries > 1 ? ['INVALID_INPUT', 'CAMPAIGN_ENDED'] : []);
  }

  #steered(id: string, state: ModelState, by: string, now: number): Steering {
    const campaign = this.#get(id);
    const { until } = campaign.terms;
    const is = campaign.state;
    const isOver = is === 'ENDED' || (until !== null && now >= until && state !== 'ENDED');
    const wrong = state === is || state === 'DRAFT' || (state === 'PAUSED' && is !== 'STARTED');
    const isOwn = state === 'STARTED' && by === campaign.writer && takesTwo(campaign);
    const refusal = isOver
      ? { code: 'CAMPAIGN_ENDED', since: until }
      : wrong
        ? { code: 'INVALID_INPUT', field: 'status' }
        : isOwn
          ? { code: 'CAMPAIGN_OWN' }
          : null;
    return { refusal, after: refusal ? campaign : { ...campaign, state } };
  }

  async #change(id: string, changes: Partial<ModelTerms>): Promise<void> {
    const { refusal, after } = this.#changed(id, changes);
    let tries = 0;
    const { version: termsVersion, terms } = this.#get(id);
    const input = { campaignId: id, termsVersion, changes: inProductWords({ ...terms, ...changes }) };
    const answer = await this.#parts.tills.send((app) => {
      tries += 1;
      return updateCampaign(app, callerOf('ADMIN', meera), input);
    });
    this.#mustBeSteered(answer, { refusal, after }, tries > 1 ? ['CAMPAIGN_CHANGED'] : []);
  }

  #changed(id: string, changes: Partial<ModelTerms>): Steering {
    const campaign = this.#get(id);
    const terms = { ...campaign.terms, ...changes };
    const changed = { ...campaign, terms, version: campaign.version + 1, writer: meera };
    const isTooMuch = campaign.state === 'STARTED' && takesTwo(changed);
    const refusal =
      campaign.state === 'ENDED'
        ? { code: 'CAMPAIGN_ENDED', since: campaign.terms.until }
        : (whyNotSuch(changed) ?? (isTooMuch ? { code: 'INVALID_INPUT', field: 'budget' } : null));
    return { refusal, after: refusal ? campaign : changed };
  }

  /** Asked once more because an answer was lost, somebody may hear that it is done already. */
  #mustBeSteered(
    answer: Awaited<ReturnType<typeof updateCampaign>>,
    { refusal, after }: Steering,
    ifLost: readonly string[],
  ): void {
    const given = 'refused' in answer ? refusalOf(answer.refused) : null;
    const wasDone = refusal === null && given !== null && ifLost.includes(given.code);
    if (!wasDone) this.#mustBe(`the campaign ${after.id}`, given, refusal);
    this.#campaigns.set(after.id, after);
    this.#parts.count(refusal ? { refusal } : { lines: [] }, 'CAMPAIGN_CHANGE');
  }

  /**
   * Many use its codes at once, some twice and some the same, and somebody may change it meanwhile. Nobody can tell who comes first; but
   * who got something may have it, and of the others each hears what was true at some moment.
   */
  async #rush(
    id: string,
    codes: readonly string[],
    wallets: readonly ModelWallet[],
    now: number,
  ): Promise<void> {
    const { random } = this.#parts;
    const before = this.#get(id);
    const steering = random.percent(30) ? random.pick(['PAUSE', 'END', 'CHANGE'] as const) : null;
    const steer = async () => {
      if (steering === 'PAUSE') await this.#to(id, 'PAUSED', leela, now);
      if (steering === 'END') await this.#to(id, 'ENDED', leela, now);
      // Of this it is not to be said beforehand how much is used by then.
      if (steering === 'CHANGE') await this.#change(id, { each: 1 + random.below(3) });
    };
    const [answers] = await Promise.all([
      Promise.all(wallets.map((wallet) => this.#tries(wallet, before, codes))),
      steer(),
    ]);
    this.#settle(before, this.#get(id), { wallets, answers, now });
  }

  #tries(wallet: ModelWallet, { word }: ModelCampaign, codes: readonly string[]): Promise<Tried[]> {
    const { random, tills, newKey } = this.#parts;
    const times = random.percent(25) ? 2 : 1;
    return Promise.all(
      Array.from({ length: times }, async () => {
        const code = word === null ? random.pick(codes) : null;
        const key = newKey();
        const send = () =>
          tills.send((app) => redeem(app, wallet, { code: code ?? word ?? '', key }), wallet);
        return { code, answers: await Promise.all(random.percent(10) ? [send(), send()] : [send()]) };
      }),
    );
  }

  #settle(
    before: ModelCampaign,
    after: ModelCampaign,
    rush: {
      readonly wallets: readonly ModelWallet[];
      readonly answers: readonly (readonly Tried[])[];
      readonly now: number;
    },
  ): void {
    const { wallets, answers, now } = rush;
    const uses = [...before.used];
    const gone = new Map<string, number>();
    for (const { code, at } of uses) if (code !== null) gone.set(code, at);
    const states = before === after ? [before] : [before, after];
    const heard = new Map<ModelWallet, NaiveRefusal[]>();
    for (const [index, wallet] of wallets.entries()) {
      const tried = answers[index] ?? [];
      // What others got meanwhile may have come before or after, and says nothing yet.
      const own = [...before.used];
      const reasons = [...this.#reasons(wallet, states, own, now)];
      const done = tried.flatMap((one) =>
        one.answers
          .filter(isDone)
          .slice(0, 1)
          .map((answer) => ({ ...one, answer })),
      );
      done.sort((a, b) => (a.answer.entry?.seq ?? 0) - (b.answer.entry?.seq ?? 0));
      for (const { code, answer, answers: all } of done) {
        if (code !== null && gone.has(code)) throw this.#parts.problem(`${code} was used twice.`);
        const line = this.#used(wallet, states, { uses: own, now, answer });
        if (!all.filter(isDone).every((other) => other.entry?.id === answer.entry?.id))
          throw this.#parts.problem(told('one key', all, answer));
        wallet.learn(answer);
        const use = { wallet, code, amount: line.amount, at: line.at };
        uses.push(use);
        own.push(use);
        if (code !== null) gone.set(code, line.at);
        reasons.push(...this.#reasons(wallet, states, own, now));
        this.#parts.count({ lines: [line] }, 'VOUCHER');
      }
      heard.set(wallet, reasons);
    }
    if (states.every((state) => isTooMuch(state, uses)))
      throw this.#parts.problem(
        told(`the campaign ${after.id}`, { spent: spentOf(uses), uses: uses.length }, after.terms),
      );
    for (const [index, wallet] of wallets.entries()) {
      const full = states.filter((state) => isFull(state, uses));
      const late = full.flatMap((state) => this.#refusal(wallet, { ...state, used: uses }, now, true));
      for (const { code, answers: all } of answers[index] ?? []) {
        const since = code === null ? undefined : gone.get(code);
        const isUsed = since === undefined ? [] : [{ code: 'VOUCHER_USED', since }];
        const reasons = [...(heard.get(wallet) ?? []), ...late, ...isUsed];
        this.#mustBeReasons(wallet, all, reasons);
      }
    }
    this.#campaigns.set(after.id, { ...after, used: uses });
  }

  #mustBeReasons(wallet: ModelWallet, answers: readonly Answer[], reasons: readonly NaiveRefusal[]): void {
    const refused = answers.flatMap((answer) => ('refusal' in answer ? [answer.refusal] : []));
    for (const refusal of refused) {
      if (!reasons.some((reason) => isDeepStrictEqual(reason, refusal)))
        throw this.#parts.problem(told(`the voucher of ${wallet.id}`, refusal, reasons));
    }
    const [first] = refused;
    if (first && refused.length === answers.length) this.#parts.count({ refusal: first }, 'VOUCHER');
  }

  /** Why the wallet may hear that it gets nothing, as it and the campaign are. */
  #reasons(
    wallet: ModelWallet,
    states: readonly ModelCampaign[],
    uses: ModelCampaign['used'],
    now: number,
  ): NaiveRefusal[] {
    return states.flatMap((state) => {
      const campaign = { ...state, used: uses };
      return this.#refusal(wallet, campaign, now, isFull(campaign, uses));
    });
  }

  #refusal(wallet: ModelWallet, campaign: ModelCampaign, now: number, full: boolean): NaiveRefusal[] {
    const lines = wallet.naive.lines.length;
    const answer = used(wallet, campaign, now, full);
    wallet.naive.forgetAfter(lines);
    return 'refusal' in answer ? [answer.refusal] : [];
  }

  /** The line of a use that was answered, by the campaign as it was before or after. */
  #used(
    wallet: ModelWallet,
    states: readonly ModelCampaign[],
    {
      uses,
      now,
      answer,
    }: { readonly uses: ModelCampaign['used']; readonly now: number; readonly answer: Answer },
  ) {
    const lines = wallet.naive.lines.length;
    const said: NaiveAnswer[] = [];
    for (const state of states) {
      const campaign = { ...state, used: uses };
      const expected = used(wallet, campaign, now, false);
      const line = 'lines' in expected ? expected.lines.at(-1) : undefined;
      if (line && agrees(answer, expected)) return line;
      wallet.naive.forgetAfter(lines);
      said.push(expected);
    }
    throw this.#parts.problem(told(`the voucher of ${wallet.id}`, answer, said));
  }

  #get(id: string): ModelCampaign {
    const campaign = this.#campaigns.get(id);
    if (!campaign) throw new Error(`There is no campaign ${id}.`);
    return campaign;
  }

  #mustBe(what: string, answer: unknown, expected: unknown): void {
    if (!isDeepStrictEqual(answer, expected)) throw this.#parts.problem(told(what, answer, expected));
  }
}

function isDone(answer: Answer): answer is Exclude<Answer, { refusal: NaiveRefusal }> {
  return 'entry' in answer;
}

function isTooMuch({ terms }: ModelCampaign, uses: ModelCampaign['used']): boolean {
  const { uses: most, budget } = terms;
  return (most !== null && uses.length > most) || (budget !== null && spentOf(uses) > budget);
}
