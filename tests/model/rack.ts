import { isDeepStrictEqual } from 'node:util';
import { buyGiftCard } from '../../api/services/buy-gift-card.ts';
import { cancelGiftCard, reissueGiftCard } from '../../api/services/change-gift-card.ts';
import { claimGiftCard, lookAtGiftCard } from '../../api/services/claim-gift-card.ts';
import { expireGiftCards } from '../../api/services/expire-gift-cards.ts';
import { followClaims } from '../../api/services/follow-claim.ts';
import { issueGiftCards } from '../../api/services/issue-gift-cards.ts';
import type { Refused } from '../../api/services/outcome.ts';
import { showGiftCardCode } from '../../api/services/show-gift-card-code.ts';
import type { MockSequel } from '../../api/payments/mock/mock-provider.ts';
import { daysAfter, indianDate, lastMomentOf } from '../domain/naive-calendar.ts';
import { isBlank, total, type NaiveAnswer, type NaiveRefusal } from '../domain/naive-records.ts';
import { callerOf, type TestApp } from '../support/app.ts';
import { agrees, answerOf, refusalOf, type Answer } from './answers.ts';
import type { DeskParts } from './desk.ts';
import { mustSlowDown } from './guesses.ts';
import { told, type ModelWallet } from './model-wallet.ts';
import { NaiveCard, NOT_USABLE, type Trier } from './naive-card.ts';
import { someOrder, type Rival } from './rivals.ts';
import { granted, policy } from './rules.ts';
import { ODD, paid, payments, sentAbout, tell } from './top-ups.ts';

/** What is asked of a card. `code`: as it was when it was asked. */
export type CardAsk =
  | { readonly kind: 'LOOK'; readonly by: Trier; readonly code: string }
  | { readonly kind: 'CLAIM'; readonly by: Trier; readonly code: string; readonly wallet: ModelWallet }
  | { readonly kind: 'CANCEL' | 'REISSUE'; readonly reason: string };

export type CardAnswer = Answer | { readonly left: bigint } | { readonly code: string | null };

const NO_CODE = 'AAAA-AAAA-AAAA-AAAA-A';
const STEPS = { LOOK: 20, CLAIM: 30, CANCEL: 12, REISSUE: 20 } as const;
const SEQUELS: readonly (readonly MockSequel[])[] = [
  ['dispute', 'win'],
  ['dispute', 'lose'],
  ['dispute'],
  ['refund'],
  ['refund-half'],
];
const ALONE = policy.approvals.limits.ADMIN.bulkAddCredits;
const { giftCards: terms } = policy;
const DAY = 86_400_000;
const { provider } = payments;

/**
 * The gift cards of a run: issued and bought, looked at, claimed, cancelled, given other codes and taken back by the bank, several things
 * at once on one card. Each is spent once, whoever has its code, and strangers hear nothing about it. Throws at a difference.
 */
export class Rack {
  readonly #parts: DeskParts;
  readonly #cards: NaiveCard[] = [];
  /** What was begun to be bought, by customer and day. */
  readonly #begun = new Map<string, bigint>();
  /** Codes that were given up for others. */
  readonly #dead: string[] = [];
  /** Those of which the bank or the provider has taken back what was paid, or may still. */
  readonly #disputed = new Map<NaiveCard, 'OPEN' | 'OVER'>();
  #clerks = 0;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  async run(wallets: readonly ModelWallet[], now: number): Promise<void> {
    const { random } = this.#parts;
    await Promise.all([0, 1, 2, 3].map(() => this.#issue(now)));
    await Promise.all(random.some(wallets, 16).map((wallet) => this.#buy(wallet, now)));
    await Promise.all(
      this.#pairs(wallets, 30, 1).map(async ([card, wallet]) => {
        for (let n = 0; n < 2; n += 1) if (wallet) await this.#ask(card, wallet, now);
      }),
    );
    await Promise.all(this.#pairs(wallets, 24, 2).map((pair) => this.#race(pair, now)));
    await this.#takeBack(now);
    await this.#guess();
  }

  /** Cards that somebody may want to pay with, the latest first. */
  open(): NaiveCard[] {
    return this.#cards.filter(({ left, held }) => left + held > 0n).toReversed();
  }

  /** Issues some more where few are left. */
  async stock(count: number, now: number): Promise<void> {
    for (let tries = 0; this.open().length < count && tries < 3; tries += 1)
      await Promise.all([0, 1, 2, 3].map(() => this.#issue(now)));
  }

  /** What the nightly job books. */
  async expire(now: number): Promise<void> {
    const { tills, count } = this.#parts;
    const booked = this.#cards.filter((card) => card.expire(now));
    const job = () => tills.send((app) => expireGiftCards(app, 'model'));
    await Promise.all([job(), job()]);
    while ((await tills.send((app) => app.stores.giftCards.due(now, 1))).length > 0) await job();
    for (const _ of booked) count({ lines: [] }, 'card expired');
  }

  /** What is different between the cards in the database and those of the model; null when nothing is. */
  async difference(app: TestApp): Promise<string | null> {
    const stored = await app.stores.giftCards.load(this.#cards.map(({ id }) => id));
    for (const card of this.#cards) {
      const product = stored.get(card.id);
      const found = product && {
        ...{ initial: product.initial, remaining: product.remaining, state: product.state },
        ...{ held: total(product.holds.map(({ amount }) => amount)), expiresAt: product.expiresAt },
        ...{ isStopped: product.isStopped === true, claimedBy: product.claimedBy },
      };
      if (!isDeepStrictEqual(found, card.portrait()))
        return told(`the card ${card.id}`, found, card.portrait());
    }
    return null;
  }

  /** Different cards that may still be used, and wallets that nobody else has. */
  #pairs(wallets: readonly ModelWallet[], most: number, each: number): [NaiveCard, ...ModelWallet[]][] {
    const { random } = this.#parts;
    const ended = random.some(this.#cards, 4);
    const cards = random.some([...new Set([...this.open().slice(0, 60), ...ended])], most);
    const chosen = random.some(wallets, cards.length * each);
    return cards
      .map((card, n): [NaiveCard, ...ModelWallet[]] => [card, ...chosen.slice(n * each, (n + 1) * each)])
      .filter((pair) => pair.length === each + 1);
  }

  async #issue(now: number): Promise<void> {
    const { tills, random, newKey, count } = this.#parts;
    const by = callerOf('ADMIN', `clerk-${(this.#clerks += 1)}`);
    const { min, max } = terms.amount;
    const amount = random.percent(8)
      ? random.pick([min - 1n, max + 1n])
      : min + BigInt(random.below(random.percent(20) ? 250_000 : 30_000));
    const expiresOn = random.percent(70) ? now + (random.below(45) - 1) * DAY : null;
    const input = {
      count: 1 + random.below(5),
      amount,
      expiresOn,
      reason: random.percent(4) ? ' ' : 'Prize',
    };
    const key = newKey();
    const send = () => tills.send((app) => issueGiftCards(app, by, { ...input, idempotencyKey: key }));
    const answers = await Promise.all(random.percent(20) ? [send(), send()] : [send()]);
    if (random.percent(20)) answers.push(await send());
    const refusal = whyNotIssued(input, now);
    const [first] = answers;
    for (const answer of answers) {
      const product = 'refused' in answer ? refusalOf(answer.refused) : answer.cards.map(({ code }) => code);
      const same = first && 'cards' in first ? first.cards.map(({ code }) => code) : null;
      this.#mustBe('gift cards', product, refusal ?? same);
    }
    count(refusal ? { refusal } : { lines: [] }, 'CARDS');
    if (!first || 'refused' in first) return;
    const expires = lastMomentOf(indianDate(expiresOn ?? now + terms.days * DAY));
    for (const { card, code } of first.cards)
      this.#cards.push(new NaiveCard({ id: card.id, amount, expires, code: code ?? '', payment: null }, now));
  }

  /** Begun, perhaps twice, and then paid, or not, or with another amount: there is a card if and only if it was paid. */
  async #buy(wallet: ModelWallet, now: number): Promise<void> {
    const { tills, random, newKey, count } = this.#parts;
    const { min, max } = terms.amount;
    const amount = random.percent(5)
      ? random.pick([min - 1n, max + 1n])
      : min + BigInt(random.below(random.percent(40) ? 280_000 : 20_000));
    const input = { customerId: wallet.id, amount, method: 'UPI', idempotencyKey: newKey() } as const;
    const refusal = this.#whyNotBought(wallet, amount, now);
    const send = () => tills.send((app) => buyGiftCard(app, input), wallet);
    const answers = await Promise.all(random.percent(20) ? [send(), send()] : [send()]);
    const [first] = answers;
    for (const answer of answers)
      this.#mustBe(`a card of ${wallet.id}`, 'refused' in answer ? refusalOf(answer.refused) : null, refusal);
    count(refusal ? { refusal } : { lines: [] }, 'CARD_PURCHASE');
    if (!first || 'refused' in first) return;
    const decision = random.share({ approve: 80, decline: 10, 'wrong-amount': amount === ODD ? 0 : 10 });
    const after = await paid(tills, first.topUp, decision, random);
    const product = {
      paid: after.payments.map((payment) => payment.amount),
      doubts: after.doubts.map((doubt) => doubt.amount),
    };
    const wanted = { approve: [amount], decline: [], 'wrong-amount': [] }[decision];
    this.#mustBe(`what paid a card of ${wallet.id}`, product, {
      ...{ paid: wanted, doubts: decision === 'wrong-amount' ? [ODD] : [] },
    });
    count({ lines: [] }, `card paid: ${decision}`);
    const id = after.giftCard?.id ?? '';
    const shown = await tills.send((app) => showGiftCardCode(app, callerOf('CUSTOMER', wallet.id), id));
    if (decision !== 'approve') {
      this.#mustBe('a card that was not paid', said(shown), { code: 'GIFT_CARD_NOT_FOUND' });
      return;
    }
    if ('refused' in shown || shown.code === null)
      throw this.#parts.problem(told('a bought card', shown, 'a code'));
    const expires = lastMomentOf(daysAfter(indianDate(now), terms.days));
    const facts = { id, amount, expires, code: shown.code, payment: after.providerIds[0] ?? '' };
    this.#cards.push(new NaiveCard(facts, now));
    const other = await tills.send((app) => showGiftCardCode(app, callerOf('CUSTOMER', 'nobody'), id));
    this.#mustBe("somebody else's card", said(other), { code: 'GIFT_CARD_NOT_FOUND' });
  }

  #whyNotBought({ id, naive }: ModelWallet, amount: bigint, now: number): NaiveRefusal | null {
    if (naive.lines.length === 0) return { code: 'WALLET_NOT_FOUND' };
    const since = naive.lastStatusLine?.at;
    if (naive.status !== 'ACTIVE') return { code: `WALLET_${naive.status}`, since };
    const { min, max } = terms.amount;
    if (amount < min || amount > max) return { code: 'AMOUNT_OUT_OF_RANGE', min, max };
    const day = `${id} ${indianDate(now)}`;
    const begun = this.#begun.get(day) ?? 0n;
    const available = terms.buyerDay - begun;
    if (amount > available) return { code: 'BUYING_LIMIT_REACHED', available };
    this.#begun.set(day, begun + amount);
    return null;
  }

  async #ask(card: NaiveCard, wallet: ModelWallet, now: number): Promise<void> {
    const { tills, random, newKey, count } = this.#parts;
    const ask = this.#someAsk(card, wallet);
    const key = newKey();
    const send = () => tills.send((app) => askCard(app, card, ask, key));
    const before = card.code;
    const undo = [card.keep(), wallet.keep()];
    const answer = await send();
    // Somebody who lost the answer asks again; what was refused is decided anew, and nothing has moved.
    const again = random.percent(15) && ask.kind !== 'LOOK' ? await send() : answer;
    const expected = expectedOf(card, ask, answer, now);
    if (!isSame(answer, expected) || !isSame(again, expected)) {
      for (const back of undo) back();
      throw this.#parts.problem(told(`the card ${card.id}`, { ask: plain(ask), answer, again }, expected));
    }
    this.#learn(card, ask, answer, ask.kind === 'REISSUE' ? before : null);
    count('refusal' in expected ? { refusal: expected.refusal } : { lines: [] }, `CARD_${ask.kind}`);
  }

  /** Several things at once on one card: some order of them must explain all answers. */
  async #race([card, ...wallets]: readonly [NaiveCard, ...ModelWallet[]], now: number): Promise<void> {
    const { tills, random, newKey, count } = this.#parts;
    const claims = wallets.map((wallet) => this.#claim(card, wallet));
    const other = this.#someAsk(card, wallets[0] as ModelWallet);
    const asks = [...claims, ...(other.kind === 'CLAIM' || other.kind === 'LOOK' ? [] : [other])];
    const isDisputed = card.payment !== null && !this.#disputed.has(card) && random.percent(40);
    const disputing = isDisputed ? this.#follow(card, 'dispute') : null;
    const before = card.code;
    const answers = await Promise.all(
      asks.map((ask) => {
        const key = newKey();
        return tills.send((app) => askCard(app, card, ask, key));
      }),
    );
    await disputing;
    const rivals: Rival[] = asks.map((ask, index) => () => {
      const answer = answers[index] as CardAnswer;
      return isSame(answer, expectedOf(card, ask, answer, now));
    });
    if (isDisputed) rivals.push(() => (card.stop(true, now), true));
    if (!someOrder(rivals, [card, ...wallets]))
      throw this.#parts.problem(
        told(
          `no order on the card ${card.id}`,
          asks.map((ask, n) => [plain(ask), answers[n]]),
          card.portrait(),
        ),
      );
    if (isDisputed) this.#disputed.set(card, 'OPEN');
    asks.forEach((ask, index) => {
      const answer = answers[index] as CardAnswer;
      this.#learn(card, ask, answer, ask.kind === 'REISSUE' ? before : null);
      count('refusal' in answer ? answer : { lines: [] }, 'card among rivals');
    });
  }

  #someAsk(card: NaiveCard, wallet: ModelWallet): CardAsk {
    const { random } = this.#parts;
    const kind = random.share(STEPS);
    if (kind === 'CLAIM') return this.#claim(card, wallet);
    if (kind !== 'LOOK') return { kind, reason: random.percent(5) ? ' ' : 'Lost' };
    const by = this.#someTrier(wallet);
    return { kind, by, code: card.code };
  }

  /** Mostly by the code as it is written on the card, and now and then by one that it had. */
  #claim({ code }: NaiveCard, wallet: ModelWallet): CardAsk & { readonly kind: 'CLAIM' } {
    const { random } = this.#parts;
    const old = random.percent(6) ? this.#dead.at(-1) : undefined;
    // Who tries an old one is nobody whom that would slow down.
    const by =
      old === undefined ? this.#someTrier(wallet) : { id: `stranger-${old}`, role: 'CUSTOMER' as const };
    return { kind: 'CLAIM', wallet, by, code: old ?? code };
  }

  #someTrier({ id }: ModelWallet): Trier {
    return this.#parts.random.percent(75)
      ? { id, role: 'CUSTOMER' }
      : { id: `staff-for-${id}`, role: 'STAFF' };
  }

  #learn(card: NaiveCard, ask: CardAsk, answer: CardAnswer, before: string | null): void {
    if (ask.kind === 'CLAIM' && 'entry' in answer) ask.wallet.learn(answer);
    if (before !== null && card.code !== before) this.#dead.push(before);
  }

  /** The bank or the provider takes back what was paid for some of the cards. */
  async #takeBack(now: number): Promise<void> {
    const { random, count } = this.#parts;
    const open = this.#cards.filter(({ payment }) => payment !== null);
    const undecided = open.filter((card) => this.#disputed.get(card) === 'OPEN');
    const fresh = open.filter((card) => !this.#disputed.has(card));
    await Promise.all([
      ...random.some(undecided, 6).map(async (card) => {
        const sequel = random.pick(['win', 'lose'] as const);
        await this.#follow(card, sequel);
        this.#followed(card, sequel, now);
        count({ lines: [] }, `card: ${sequel}`);
      }),
      ...random.some(fresh, 8).map(async (card) => {
        for (const sequel of random.pick(SEQUELS)) {
          await this.#follow(card, sequel);
          this.#followed(card, sequel, now);
          count({ lines: [] }, `card: ${sequel}`);
        }
      }),
    ]);
  }

  /** Told once or several times to either process, as a provider does. */
  async #follow({ payment }: NaiveCard, sequel: MockSequel): Promise<void> {
    const { tills, random } = this.#parts;
    const id = payment ?? '';
    await provider.follow(id, sequel);
    const notification = sentAbout(id);
    const times = 1 + random.below(2);
    await Promise.all(Array.from({ length: times }, () => tills.send((app) => tell(app, notification))));
    // What a process that died left undone, the poller does.
    await tills.send((app) => followClaims(app, provider.name, [`${id}_paid`], 'model'));
  }

  #followed(card: NaiveCard, sequel: MockSequel, now: number): void {
    this.#disputed.set(card, sequel === 'dispute' ? 'OPEN' : 'OVER');
    if (sequel === 'dispute') card.stop(true, now);
    if (sequel === 'win') card.stop(false, now);
    if (sequel === 'lose' || sequel === 'refund') card.takeBack(now);
  }

  async #guess(): Promise<void> {
    const key = this.#parts.newKey();
    const [card] = this.open();
    await mustSlowDown(this.#parts, async (app) => {
      const answer = await lookAtGiftCard(app, callerOf('CUSTOMER', `guesser-${key}`), '', NO_CODE);
      return 'refused' in answer ? { refusal: refusalOf(answer.refused) } : { entry: null, balance: null };
    });
    if (!card) return;
    const stranger = { id: `new-${key}`, role: 'CUSTOMER' } as const;
    const ask = { kind: 'LOOK', by: stranger, code: NO_CODE } as const;
    const answer = await this.#parts.tills.send((app) => askCard(app, card, ask, key));
    this.#mustBe('a code that is none', answer, { refusal: NOT_USABLE });
  }

  #mustBe(what: string, answer: unknown, expected: unknown): void {
    if (!isDeepStrictEqual(answer, expected)) throw this.#parts.problem(told(what, answer, expected));
  }
}

function whyNotIssued(
  {
    count,
    amount,
    expiresOn,
    reason,
  }: { count: number; amount: bigint; expiresOn: number | null; reason: string },
  now: number,
): NaiveRefusal | null {
  if (amount * BigInt(count) > ALONE.each)
    return { code: 'LIMIT_REACHED', max: ALONE.each, available: ALONE.day };
  if (isBlank(reason)) return { code: 'INVALID_INPUT', field: 'reason' };
  const { min, max } = terms.amount;
  if (amount < min || amount > max) return { code: 'AMOUNT_OUT_OF_RANGE', min, max };
  const isPast = expiresOn !== null && lastMomentOf(indianDate(expiresOn)) <= now;
  return isPast ? { code: 'EXPIRES_IN_PAST' } : null;
}

export async function askCard(
  app: TestApp,
  { id }: NaiveCard,
  ask: CardAsk,
  idempotencyKey: string,
): Promise<CardAnswer> {
  switch (ask.kind) {
    case 'LOOK': {
      const answer = await lookAtGiftCard(app, callerOf(ask.by.role, ask.by.id), '', ask.code);
      return 'refused' in answer ? { refusal: refusalOf(answer.refused) } : { left: answer.card.remaining };
    }
    case 'CLAIM': {
      const input = { code: ask.code, customerId: ask.wallet.id, idempotencyKey };
      return answerOf(await claimGiftCard(app, callerOf(ask.by.role, ask.by.id), '', input));
    }
    case 'CANCEL':
    case 'REISSUE': {
      const act = ask.kind === 'CANCEL' ? cancelGiftCard : reissueGiftCard;
      const input = { giftCardId: id, reason: ask.reason, idempotencyKey };
      const answer = await act(app, callerOf('ADMIN', 'meera'), input);
      return 'refused' in answer ? { refusal: refusalOf(answer.refused) } : { code: answer.code };
    }
  }
}

/** What the model answers, after which card and wallet are as they would be. A new code nobody can know before. */
export function expectedOf(
  card: NaiveCard,
  ask: CardAsk,
  answer: CardAnswer,
  now: number,
): NaiveAnswer | { readonly left: bigint } | { readonly code: string | null } {
  switch (ask.kind) {
    case 'LOOK':
      return looked(card, ask, now);
    case 'CLAIM':
      return claimed(card, ask, now);
    case 'CANCEL': {
      const refusal = card.cancel(ask.reason, now);
      return refusal ? { refusal } : { code: null };
    }
    case 'REISSUE': {
      const code = 'code' in answer ? answer.code : null;
      const refusal = card.reissue(ask.reason, code, now);
      return refusal ? { refusal } : { code };
    }
  }
}

function looked(card: NaiveCard, { by, code }: CardAsk & { kind: 'LOOK' }, now: number) {
  if (code !== card.code) return { refusal: NOT_USABLE };
  const refusal = card.whyEnded(now) ?? (card.isStopped ? { code: 'GIFT_CARD_STOPPED' } : null);
  const isSilent = refusal && card.toldTo(by, refusal) === NOT_USABLE;
  return isSilent ? { refusal: NOT_USABLE } : { left: card.left };
}

function claimed(
  card: NaiveCard,
  { by, code, wallet }: CardAsk & { kind: 'CLAIM' },
  now: number,
): NaiveAnswer {
  if (code !== card.code) return { refusal: NOT_USABLE };
  const isMine = (order: string) => order.startsWith(`${by.id}:`);
  const refusal = card.whyNotClaimed(by, now, isMine);
  if (refusal) return { refusal };
  const { left: amount, source, expires: expiresOn } = card;
  const grant = { amount, source, expiresOn, reason: 'Gift card', origin: 'GIFT_CARD' } as const;
  const answer = granted(wallet, grant, now);
  if ('lines' in answer) card.claim(wallet, now);
  return answer;
}

export function isSame(answer: CardAnswer, expected: ReturnType<typeof expectedOf>): boolean {
  if ('lines' in expected) return 'entry' in answer && agrees(answer, expected);
  return isDeepStrictEqual(answer, expected);
}

function said(answer: object | Refused): unknown {
  return 'refused' in answer ? refusalOf(answer.refused) : answer;
}

function plain(ask: CardAsk): object {
  return 'wallet' in ask ? { ...ask, wallet: ask.wallet.id } : ask;
}
