import { isDeepStrictEqual } from 'node:util';
import { checkoutDebitId, checkoutPaymentId, type Checkout } from '../../api/domain/checkout.ts';
import type { TopUp } from '../../api/domain/top-up.ts';
import type { MockDecision, MockSequel } from '../../api/payments/mock/mock-provider.ts';
import { addCardToCheckout } from '../../api/services/add-card-to-checkout.ts';
import { continueTopUpRefunds } from '../../api/services/continue-top-up-refund.ts';
import { followClaims } from '../../api/services/follow-claim.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { refundCheckout } from '../../api/services/refund-checkout.ts';
import { startCheckout, type CheckoutAnswer } from '../../api/services/start-checkout.ts';
import { cancelCheckout, payCheckout } from '../../api/services/work-on-checkout.ts';
import { lesser, total, type NaiveRefusal } from '../domain/naive-records.ts';
import { callerOf } from '../support/app.ts';
import { agrees, refusalOf } from './answers.ts';
import { nextAsk } from './asks.ts';
import { call } from './calls.ts';
import type { DeskParts } from './desk.ts';
import { told, type ModelWallet } from './model-wallet.ts';
import { NOT_USABLE, type NaiveCard, type Trier } from './naive-card.ts';
import { creditsOf, givenBy, NaiveOrder, type Method, type ModelPayment, type Split } from './naive-order.ts';
import { askCard, expectedOf, isSame, type CardAsk, type Rack } from './rack.ts';
import { someOrder, type Undoable } from './rivals.ts';
import { performed, policy } from './rules.ts';
import { ask as askProvider, payments, sentAbout, tell } from './top-ups.ts';

/** Two customers and the cards that both have the codes of. What they do touches nobody else. */
interface Table extends Undoable {
  readonly wallets: readonly [ModelWallet, ModelWallet];
  readonly cards: NaiveCard[];
  orders: readonly NaiveOrder[];
  /** Of all checkouts that the product has begun. */
  readonly ids: Set<string>;
}

/** Something that is asked for: what came of it, and whether the model says the same, which then has done it. */
interface Deed {
  readonly kind: string;
  /** Whether it acts once, however often it is sent. */
  readonly isKeyed?: true;
  /** Whose bank has one thing to say at a time; left out where no bank is asked. */
  readonly atBank?: NaiveOrder;
  readonly send: () => Promise<Done>;
}

interface Done {
  readonly given: unknown;
  readonly isSo: () => boolean;
}

type Refusal = { readonly refusal: NaiveRefusal };
type Given = Refusal | { readonly checkout: Checkout; readonly payment: TopUp | null };

const { provider } = payments;
const TABLES = 24;
const DECISIONS = { approve: 62, decline: 16, 'wrong-amount': 10, delay: 12 } as const;
const FATES = { approve: 'APPROVED', decline: 'DECLINED', 'wrong-amount': 'ODD', delay: 'DELAYED' } as const;
const MOST_CARDS = 5;
/** As many as one look of the poller takes up, less some. */
const FEW = 90;
const PATIENCE = 50;

/**
 * Orders that are paid with credits, gift cards and a payment at once: begun, paid, late, called off, run out of time, given back and taken
 * back by the bank, several things at once. Each is paid whole or not at all, and what was held ends once. Throws at a difference.
 */
export class Orders {
  readonly #parts: DeskParts;
  readonly #rack: Rack;
  #tables: Table[] = [];
  /** Whose disputes were won: nothing more happens to their payments. */
  readonly #won = new Set<NaiveOrder>();
  /** While an order of what was asked for at once is looked for. */
  #isAmongRivals = false;
  #orders = 0;
  #clerks = 0;

  constructor(parts: DeskParts, rack: Rack) {
    this.#parts = parts;
    this.#rack = rack;
  }

  async run(wallets: readonly ModelWallet[], now: number): Promise<void> {
    const { random } = this.#parts;
    const isHere = new Set(wallets);
    const known = this.#tables.filter((table) => table.wallets.every((wallet) => isHere.has(wallet)));
    const seated = new Set(this.#tables.flatMap((table) => table.wallets));
    const free = wallets.filter((wallet) => !seated.has(wallet) && wallet.naive.lines.length > 0);
    const chosen = random.some(known, TABLES / 2);
    const fresh = random.some(free, 2 * (TABLES - chosen.length));
    const next = fresh.flatMap((wallet, n): Table[] => {
      const other = fresh[n + 1];
      return n % 2 === 0 && other ? [tableOf([wallet, other])] : [];
    });
    this.#tables = [...this.#tables, ...next];
    await this.#rack.stock(2 * TABLES, now);
    for (const table of [...chosen, ...next]) this.#deal(table);
    await Promise.all([...chosen, ...next].map((table) => this.#sit(table, now)));
  }

  /** What the poller does, in both processes at once: it learns of payments that nobody told, and ends what is overdue. */
  async poll(now: number): Promise<void> {
    const { tills, count } = this.#parts;
    if (this.#tables.length === 0) return;
    const { any } = tills;
    const due = new Set((await any.stores.topUps.findDue(now, 1_000)).map(({ id }) => id));
    const isMuch = due.size > FEW;
    for (const { table, order, payment, id } of this.#payments()) {
      const isUntold = order.payments.some((known) => known.payment === payment && !known.isTold);
      if (isUntold && payment.fate !== null && isMuch) await tills.send((app) => askProvider(app, id));
      if (!due.has(id) && !(isUntold && isMuch)) continue;
      order.learn(payment, now, { isCurrent: isCurrent(table, order) });
      if (due.has(id)) order.giveUp(payment, now);
    }
    const overdue = this.#tables.flatMap(({ orders }) => orders.filter((order) => isOverdue(order, now)));
    for (const order of overdue) {
      order.expire(now);
      count({ lines: [] }, 'order EXPIRED');
    }
    const poll = () => tills.send((app) => pollTopUps(app, 'model'));
    await Promise.all([poll(), poll()]);
    const isMore = async () =>
      (await any.stores.checkouts.findDue(now, 1)).length + (await any.stores.topUps.findDue(now, 1)).length >
      0;
    for (let looks = 1; await isMore(); looks += 1) {
      const { failures } = await poll();
      // What is in the way of one look is out of the way of another.
      if (looks === PATIENCE)
        throw this.#parts.problem(`The poller never ends: ${failures.map(String).join('; ')}`);
    }
  }

  /** What is different between the orders in the database and those of the model; null when nothing is. */
  async difference(now: number): Promise<string | null> {
    const { tills } = this.#parts;
    for (const { table, order, payment, id } of this.#payments()) {
      if (payment.fate !== null) await tills.send((app) => askProvider(app, id));
      order.learn(payment, now, { isCurrent: isCurrent(table, order) });
    }
    for (const table of this.#tables) {
      const found = await this.#seen(table);
      const unlike = table.orders.find((order) => !isDeepStrictEqual(found.get(order.id), order.portrait()));
      if (unlike) return told(`the order ${unlike.id}`, found.get(unlike.id), unlike.portrait());
    }
    for (const order of this.#tables.flatMap(({ orders }) => orders)) this.#countEnd(order);
    return this.#unlikeBank();
  }

  #countEnd({ status, isLate, cards, credits, collected, payments: all }: NaiveOrder): void {
    const { count } = this.#parts;
    count({ lines: [] }, `order ended ${status}${isLate ? ', late' : ''}`);
    for (const { doubt } of all) if (doubt) count({ lines: [] }, `payment of an order put aside: ${doubt}`);
    const means = [credits > 0n, cards.length > 0, collected > 0n].filter(Boolean).length;
    if (status === 'PAID' && means > 1) count({ lines: [] }, 'order paid with several means');
  }

  /** All that was collected has paid an order or waits for a person, and what the bank gave back was given back here. */
  #unlikeBank(): string | null {
    let [collected, used] = [0n, 0n];
    for (const { order, payment } of this.#payments()) {
      const known = order.payments.find((one) => one.payment === payment);
      if (payment.fate === 'APPROVED') collected += payment.amount;
      if (known?.status === 'SETTLED' || known?.doubt === 'CHECKOUT_ENDED' || known?.doubt === 'LATE_PAYMENT')
        used += payment.amount;
      const back = provider.givenBackOf(`${payment.id}_paid`);
      const wanted = known?.status === 'SETTLED' ? order.asked : 0n;
      if (back !== wanted) return told(`what was given back of ${payment.id}`, back, wanted);
    }
    const paid = this.#tables.flatMap(({ orders }) => orders).filter(({ status }) => status === 'PAID');
    const parts = total(
      paid.map((order) => order.credits + order.collected + total(order.cards.map((one) => one.amount))),
    );
    const sums = total(paid.map((order) => order.total));
    if (parts !== sums) return told('what paid the orders', parts, sums);
    return collected === used ? null : told('what was collected for orders', collected, used);
  }

  /** Their orders may have some of the shop's cards from now on. */
  #deal(table: Table): void {
    const { random } = this.#parts;
    const taken = new Set(this.#tables.flatMap(({ cards }) => cards));
    const free = this.#rack
      .open()
      .filter((card) => !taken.has(card))
      .slice(0, 60);
    const open = table.cards.filter(({ left }) => left > 0n).length;
    table.cards.push(...random.some(free, Math.max(0, 2 - open)));
  }

  async #sit(table: Table, now: number): Promise<void> {
    const { random } = this.#parts;
    for (let n = 0; n < 4; n += 1) await this.#one(table, this.#someDeed(table, now));
    const deeds = Array.from({ length: 2 + random.below(2) }, () => this.#someRival(table, now));
    await this.#atOnce(table, deeds);
    for (let n = 0; n < 2; n += 1) await this.#one(table, this.#someDeed(table, now));
  }

  async #one(table: Table, deed: Deed | null): Promise<void> {
    if (!deed) return;
    const { given, isSo } = await deed.send();
    if (!isSo()) throw this.#differs(table, deed.kind, given);
    this.#counted(deed, given, '');
    // Somebody who lost the answer asks again. What was refused is another attempt, of which codes have only some.
    if (deed.isKeyed && refusedBy(given) === null && this.#parts.random.percent(30)) {
      const more = (await deed.send()).given;
      if (!isDeepStrictEqual(mainOf(more), mainOf(given)))
        throw this.#differs(table, `${deed.kind} under its key once more`, [given, more]);
      this.#parts.count({ lines: [] }, 'order asked for again');
    }
    const found = await this.#look(table);
    if (!isAsSeen(table, found)) throw this.#differs(table, `what is seen after ${deed.kind}`, [...found]);
  }

  /** Several at once: some order of them must explain all answers, and what can be seen afterwards. */
  async #atOnce(table: Table, deeds: readonly (Deed | null)[]): Promise<void> {
    const asked = deeds
      .filter((deed) => deed !== null)
      .filter(({ atBank }, n, all) => !atBank || all.findIndex((one) => one.atBank === atBank) === n);
    const done = await Promise.all(asked.map((deed) => deed.send()));
    const found = await this.#seen(table);
    const journals = await Promise.all(
      table.wallets.map((wallet) => this.#parts.tills.send((app) => wallet.stored(app))),
    );
    const isAllSo = () =>
      isAsSeen(table, found) && table.wallets.every((wallet, n) => wallet.hasLines(journals[n] ?? []));
    const things = [table, ...table.wallets, ...table.cards, ...table.orders];
    const rivals = done.map(({ isSo }) => isSo);
    const given = done.map((one, n) => [asked[n]?.kind, one.given]);
    this.#isAmongRivals = true;
    const isExplained = someOrder(rivals, things, isAllSo);
    this.#isAmongRivals = false;
    if (!isExplained) throw this.#differs(table, 'what was asked for at once', [given, [...found]]);
    asked.forEach((deed, n) => this.#counted(deed, done[n]?.given, 'order among rivals: '));
    await this.#look(table);
  }

  /**
   * Among rivals, nothing may have been decided because another has begun a payment since somebody looked, or because so many codes were
   * tried at once.
   */
  #isUndecided(given: object, order?: NaiveOrder): boolean {
    if (!this.#isAmongRivals || !('refusal' in given)) return false;
    const { code } = (given as Refusal).refusal;
    const isDelayed = order?.payment?.payment.fate === 'DELAYED';
    return code === 'TOO_MANY_ATTEMPTS' || (code === 'PAYMENT_CONFIRMING' && !isDelayed);
  }

  #counted({ kind }: Deed, given: unknown, among: string): void {
    const refusal = refusedBy(given);
    if (among !== '') this.#parts.count({ lines: [] }, among + (refusal?.code ?? kind));
    else this.#parts.count(refusal ? { refusal } : { lines: [] }, kind);
  }

  #someDeed(table: Table, now: number): Deed | null {
    const { random } = this.#parts;
    const wallet = random.pick(table.wallets);
    const own = table.orders.filter((order) => order.wallet === wallet);
    const open = own.filter((order) => order.isOpen);
    const [latest] = open.length > 0 ? open.toReversed() : own.toReversed();
    const order = random.percent(80) ? latest : own.length > 0 ? random.pick(own) : undefined;
    if (!order || random.percent(open.length > 0 ? 10 : 40)) return this.#start(table, wallet, now);
    const isPaid = order.status === 'PAID';
    const isChosen = order.payments.length > 0 || !order.isOpen;
    const kind = isPaid
      ? random.share({ REFUND: 50, FOLLOW: 25, CANCEL: 5, PAY: 5, CLAIM: 8, BANK: 7 })
      : order.payments.some(({ payment, isTold }) => payment.fate === 'APPROVED' && !isTold)
        ? random.share({ BANK: 40, PAY: 25, CANCEL: 35 })
        : isChosen
          ? random.share({ BANK: 56, PAY: 14, CANCEL: 12, ADD: 6, REFUND: 5, CLAIM: 7 })
          : random.share({ PAY: 50, ADD: 40, CANCEL: 10 });
    switch (kind) {
      case 'REFUND':
        return this.#refund(order, now);
      case 'FOLLOW':
        return this.#follow(order);
      case 'CANCEL':
        return this.#cancel(table, order, now);
      case 'PAY':
        return this.#pay(table, order, now);
      case 'ADD':
        return this.#add(table, order, now);
      case 'CLAIM':
        return this.#claim(table, wallet, now);
      case 'BANK':
        return this.#bank(table, order, now);
    }
  }

  /** What can be in another's way. */
  #someRival(table: Table, now: number): Deed | null {
    const { random } = this.#parts;
    if (random.percent(25)) return this.#other(random.pick(table.wallets), now);
    if (random.percent(20)) return this.#start(table, random.pick(table.wallets), now);
    const deed = this.#someDeed(table, now);
    // What the bank keeps counts as given back until it has said so.
    const isKept = table.orders.some(({ payments: all }) => all.some(({ payment }) => payment.isForGood));
    return deed?.kind === 'ORDER_REFUND' && isKept ? null : deed;
  }

  #start(table: Table, wallet: ModelWallet, now: number): Deed {
    const { tills, random, newKey } = this.#parts;
    const own = table.orders.filter((order) => order.wallet === wallet);
    const again = own.length > 0 && random.percent(30) ? random.pick(own.slice(-3)) : null;
    const order = again?.order ?? `basket-${(this.#orders += 1)}`;
    const sum = random.percent(4)
      ? random.pick([99n, policy.checkouts.max + 1n])
      : 1_00n + BigInt(random.below(random.percent(50) ? 40_000 : 200_000));
    const cards = random.percent(50) ? random.some(table.cards.slice(-4), 1 + random.below(2)) : [];
    const credits: 'ALL' | 'NONE' | bigint = random.percent(55)
      ? 'ALL'
      : random.percent(50)
        ? 'NONE'
        : 1_00n + BigInt(random.below(Number(sum)));
    const method = random.percent(45) ? null : random.pick(['UPI', 'CARD'] as const);
    const by: Trier = random.percent(85)
      ? { id: wallet.id, role: 'CUSTOMER' }
      : { id: `staff-for-${wallet.id}`, role: 'STAFF' };
    const key = newKey();
    const isAmount = typeof credits === 'bigint';
    const input = {
      ...{ customerId: wallet.id, orderId: order, total: sum, method, returnUrl: null, idempotencyKey: key },
      ...{ credits: isAmount ? ('AMOUNT' as const) : credits, amount: isAmount ? credits : null },
      ...(cards.length > 0 && { giftCardCodes: cards.map(({ code }) => code) }),
    };
    const codes = cards.map(({ code }) => code);
    const start = { wallet, order, sum, cards, codes, credits, method, by };
    return {
      kind: 'ORDER',
      isKeyed: true,
      send: async () => {
        const given = givenOf(
          await tills.send((app) => startCheckout(app, callerOf(by.role, by.id), input), wallet),
        );
        if ('checkout' in given) table.ids.add(given.checkout.id);
        const payment = 'checkout' in given ? paymentOf(given.payment) : null;
        const isSo = () => this.#isUndecided(given) || this.#isBegun(table, start, { given, payment }, now);
        return { given, isSo };
      },
    };
  }

  #isBegun(
    table: Table,
    start: {
      readonly wallet: ModelWallet;
      readonly order: string;
      readonly sum: bigint;
      readonly cards: readonly NaiveCard[];
      readonly codes: readonly string[];
      readonly credits: 'ALL' | 'NONE' | bigint;
      readonly method: Method | null;
      readonly by: Trier;
    },
    { given, payment }: { readonly given: Given; readonly payment: ModelPayment | null },
    now: number,
  ): boolean {
    const { wallet, order, sum, cards, codes, credits, method, by } = start;
    const refusal = (): NaiveRefusal | null => {
      const isMine = (id: string) => id.startsWith(`${by.id}:`);
      if (cards.some((card, n) => card.code !== codes[n])) return NOT_USABLE;
      for (const card of cards) {
        const ended = card.whyEnded(now) ?? (card.isStopped ? { code: 'GIFT_CARD_STOPPED' } : null);
        const closed = ended ? card.toldTo(by, ended) : null;
        const held = card.whyNotSpent(now);
        const silent = held && card.toldTo(by, held, isMine) === NOT_USABLE ? NOT_USABLE : null;
        if (closed ?? silent) return closed ?? silent;
      }
      if (wallet.naive.lines.length === 0) return { code: 'WALLET_NOT_FOUND' };
      const before = latestOf(table, wallet, order);
      if (before?.isOpen && now >= before.until) before.expire(now);
      if (before?.isOpen) return { code: 'CHECKOUT_OPEN', since: before.since };
      if (before?.status === 'PAID') return { code: 'CHECKOUT_ENDED', status: 'PAID', since: before.since };
      const { max } = policy.checkouts;
      if (sum < policy.operation.min || sum > max)
        return { code: 'AMOUNT_OUT_OF_RANGE', min: policy.operation.min, max };
      for (const card of cards) {
        const held = card.whyNotSpent(now);
        if (held) return card.toldTo(by, held, isMine);
      }
      const ofCards = givenBy(cards, sum);
      const part = creditsOf(wallet, credits, sum - total(ofCards.map(({ amount }) => amount)), now);
      if (typeof part !== 'bigint') return part;
      const id = 'checkout' in given ? given.checkout.id : '';
      const begun = new NaiveOrder({ id, wallet, order, total: sum, cards: ofCards, credits: part }, now);
      const unheld = begun.holdParts(now);
      if (unheld) return unheld;
      if (begun.toPay > 0n && method !== null && payment) begun.begin(payment, now);
      begun.settleIfPaid(now);
      table.orders = [...table.orders, begun];
      return null;
    };
    return isSameEnd(given, refusal());
  }

  #pay(table: Table, order: NaiveOrder, now: number): Deed {
    const { tills, random, newKey } = this.#parts;
    const method = random.pick(['UPI', 'CARD'] as const);
    const input = { checkoutId: order.id, method, idempotencyKey: newKey() };
    const by = callerOf('CUSTOMER', order.wallet.id);
    return {
      kind: 'ORDER_PAY',
      isKeyed: true,
      send: async () => {
        const given = givenOf(await tills.send((app) => payCheckout(app, by, input), order.wallet));
        // Asked once more because an answer was lost, it tells of the payment that there is by then.
        const made = 'checkout' in given ? paymentOf(given.payment, method) : null;
        const isSo = () => {
          if (this.#isUndecided(given, order)) return true;
          const before = order.payment?.payment;
          const isOther = before !== undefined && before.method !== method;
          if (isOther && order.whyEnded(now) === null) this.#close(table, order, now);
          const refusal =
            order.whyEnded(now) ??
            (order.payment?.status === 'CONFIRMING' ? { code: 'PAYMENT_CONFIRMING' } : null);
          if (!refusal && (isOther || before === undefined) && made) order.begin(made, now);
          return isSameEnd(given, refusal);
        };
        return { given, isSo };
      },
    };
  }

  #cancel(table: Table, order: NaiveOrder, now: number): Deed {
    const { tills, random, newKey } = this.#parts;
    const reason = random.percent(50) ? null : 'Out of stock';
    const input = { checkoutId: order.id, reason, idempotencyKey: newKey() };
    const by = callerOf('CUSTOMER', order.wallet.id);
    return {
      kind: 'ORDER_CANCEL',
      isKeyed: true,
      send: async () => {
        const given = givenOf(await tills.send((app) => cancelCheckout(app, by, input), order.wallet));
        const isSo = () => {
          if (this.#isUndecided(given, order)) return true;
          if (order.whyEnded(now) === null) this.#close(table, order, now);
          const refusal =
            order.whyEnded(now) ??
            (order.payment?.status === 'CONFIRMING' ? { code: 'PAYMENT_CONFIRMING' } : null);
          if (!refusal) order.cancel(reason, now);
          return isSameEnd(given, refusal);
        };
        return { given, isSo };
      },
    };
  }

  /** What was paid by the payment that it has is found out before nobody can pay by it any more. */
  #close(table: Table, order: NaiveOrder, now: number): void {
    const payment = order.payment?.payment;
    if (payment) order.learn(payment, now, { isCurrent: isCurrent(table, order), moneyOnly: true });
  }

  #add(table: Table, order: NaiveOrder, now: number): Deed | null {
    const { tills, random, newKey } = this.#parts;
    if (table.cards.length === 0) return null;
    const card = random.pick(table.cards.slice(-4));
    const { code } = card;
    const by: Trier = { id: order.wallet.id, role: 'CUSTOMER' };
    const input = { checkoutId: order.id, code, idempotencyKey: newKey() };
    const isMine = (id: string) => id.startsWith(`${by.id}:`);
    const refusal = (): NaiveRefusal | null => {
      if (card.code !== code) return NOT_USABLE;
      const ended = card.whyEnded(now) ?? (card.isStopped ? { code: 'GIFT_CARD_STOPPED' } : null);
      if (ended) return card.toldTo(by, ended);
      const held = card.whyNotSpent(now);
      if (held && card.toldTo(by, held, isMine) === NOT_USABLE) return NOT_USABLE;
      const closed = order.whyEnded(now);
      if (closed) return closed;
      if (order.payments.length > 0) return { code: 'INVALID_INPUT', field: 'checkoutId' };
      if (order.cards.length >= MOST_CARDS) return { code: 'INVALID_INPUT', field: 'giftCardCode' };
      if (held) return card.toldTo(by, held, isMine);
      const [part] = givenBy([card], order.toPay);
      if (!part) return { code: 'INVALID_INPUT', field: 'giftCardCode' };
      if (order.cards.some((one) => one.card === card)) return card.whyHeld();
      order.add(card, part.amount, now);
      return null;
    };
    return {
      kind: 'ORDER_ADD',
      isKeyed: true,
      send: async () => {
        const add = () =>
          tills.send((app) => addCardToCheckout(app, callerOf(by.role, by.id), input, ''), order.wallet);
        const given = givenOf(await add());
        return { given, isSo: () => this.#isUndecided(given, order) || isSameEnd(given, refusal()) };
      },
    };
  }

  /** The customer decides at the bank, and the shop hears of it several times, or for now not at all. */
  #bank(table: Table, order: NaiveOrder, now: number): Deed | null {
    const { tills, random } = this.#parts;
    const known = order.payment;
    const atBank = known && provider.find(known.payment.id);
    if (!known || atBank?.decision !== null || atBank.isClosed) return null;
    const { payment } = known;
    const decision: MockDecision = random.share(DECISIONS);
    const isUntold = table.orders.some(({ payments: all }) =>
      all.some((one) => !one.isTold && one.payment.fate !== null && one.payment.fate !== 'DELAYED'),
    );
    const times = isUntold ? 1 + random.below(2) : random.below(3);
    const isAsked = random.percent(isUntold || times > 0 ? 30 : 40);
    const id = checkoutPaymentId(order.id, order.payments.length);
    return {
      kind: `ORDER_BANK ${decision}`,
      atBank: order,
      send: async () => {
        await provider.decide(payment.id, decision);
        // It was closed before.
        if (provider.find(payment.id)?.decision !== decision) return { given: null, isSo: () => true };
        payment.fate = FATES[decision as keyof typeof FATES];
        if (payment.isForGood) provider.keeps.add(`${payment.id}_paid`);
        const notification = sentAbout(payment.id);
        await Promise.all([
          ...Array.from({ length: times }, () => tills.send((app) => tell(app, notification))),
          isAsked ? tills.send((app) => askProvider(app, id)) : null,
        ]);
        const isHeard = times > 0 || isAsked;
        const isSo = () => {
          if (isHeard) order.learn(payment, now, { isCurrent: isCurrent(table, order) });
          return true;
        };
        return { given: isHeard ? 'heard' : 'unheard', isSo };
      },
    };
  }

  #refund(order: NaiveOrder, now: number): Deed {
    const { tills, random, newKey } = this.#parts;
    const rest =
      order.total -
      total(
        order.refunds.map(
          ({ toSource, toCards, toWallet }) => toSource + toWallet + total(toCards.map((one) => one.amount)),
        ),
      );
    const amount = random.percent(35) ? null : BigInt(random.below(Number(lesser(rest, order.total) + 3n)));
    const reason = random.percent(3) ? ' ' : 'Sent back';
    const input = { checkoutId: order.id, amount, reason, idempotencyKey: newKey() };
    const by = callerOf('ADMIN', `clerk-of-orders-${(this.#clerks += 1)}`);
    return {
      kind: 'ORDER_REFUND',
      isKeyed: true,
      send: async () => {
        const answer = await tills.send((app) => refundCheckout(app, by, input), order.wallet);
        const given = 'refused' in answer ? { refusal: refusalOf(answer.refused) } : splitOf(answer.refund);
        const paymentId = 'refused' in answer ? null : answer.checkout.paymentId;
        // What a process that died left unasked, the poller asks.
        if (paymentId !== null) await tills.send((app) => continueTopUpRefunds(app, paymentId, 'model'));
        const isSo = () => {
          if (this.#isUndecided(given, order)) return true;
          const split = order.split(amount, reason, now);
          if ('code' in split) return isDeepStrictEqual(given, { refusal: split });
          const refusal = order.refund(split, reason, now);
          return isDeepStrictEqual(given, refusal ? { refusal } : split);
        };
        return { given, isSo };
      },
    };
  }

  /** The provider gives back by itself, or the customer has the bank take it back. */
  #follow(order: NaiveOrder): Deed | null {
    const { tills, random } = this.#parts;
    const paid = order.payments.find(({ status }) => status === 'SETTLED')?.payment;
    if (!paid) return null;
    const has = (id: string) => order.claims.some((claim) => claim.id === id);
    const sequel: MockSequel = has('dispute')
      ? random.pick(['win', 'lose'])
      : random.pick(['dispute', 'refund', 'refund-half']);
    if (has(sequel) || has('lost') || this.#won.has(order)) return null;
    const { amount } = paid;
    return {
      kind: `ORDER: ${sequel}`,
      atBank: order,
      send: async () => {
        await provider.follow(paid.id, sequel);
        const notification = sentAbout(paid.id);
        await Promise.all([0, 1].map(() => tills.send((app) => tell(app, notification))));
        await tills.send((app) => followClaims(app, provider.name, [`${paid.id}_paid`], 'model'));
        if (sequel === 'win') this.#won.add(order);
        const isSo = () => {
          const others = order.claims.filter(({ id }) => id !== 'dispute');
          const half = sequel === 'refund-half' ? amount / 2n : amount;
          const name = sequel === 'lose' ? 'lost' : sequel;
          if (sequel === 'win') order.claims = others;
          else order.claims = [...(sequel === 'lose' ? others : order.claims), { id: name, amount: half }];
          return true;
        };
        return { given: null, isSo };
      },
    };
  }

  #claim(table: Table, wallet: ModelWallet, now: number): Deed | null {
    const { tills, random, newKey } = this.#parts;
    if (table.cards.length === 0) return null;
    const card = random.pick(table.cards.slice(-4));
    const by: Trier = { id: wallet.id, role: random.percent(70) ? 'CUSTOMER' : 'STAFF' };
    const ask: CardAsk = random.percent(20)
      ? { kind: 'CANCEL', reason: 'Stolen' }
      : { kind: 'CLAIM', wallet, code: card.code, by };
    const key = newKey();
    return {
      kind: `ORDER beside ${ask.kind}`,
      send: async () => {
        const given = await tills.send((app) => askCard(app, card, ask, key));
        const isSo = () => isSame(given, expectedOf(card, ask, given, now));
        return { given, isSo };
      },
    };
  }

  /** Something else that is asked of a wallet. */
  #other(wallet: ModelWallet, now: number): Deed | null {
    const { tills, random, newKey } = this.#parts;
    const ask = nextAsk(wallet, '', now, random);
    if (ask.kind === 'CLAIM' || ask.kind === 'PURCHASE') return null;
    const key = newKey();
    return {
      kind: `ORDER beside ${ask.kind}`,
      send: async () => {
        const given = await tills.send((app) => call(app, wallet, ask, key), wallet);
        return { given, isSo: () => agrees(given, performed(wallet, ask, now)) };
      },
    };
  }

  /** What can be seen of the orders of a table, by their checkouts. */
  async #seen({ ids, orders }: Table, isExplained = false): Promise<ReadonlyMap<string, object>> {
    const { tills } = this.#parts;
    const checkouts = await tills.send((app) => app.stores.checkouts.load([...ids]));
    const all = [...checkouts.values()].flatMap(paymentIdsOf);
    const topUps = await tills.send((app) => app.stores.topUps.load(all));
    for (const order of isExplained ? orders : []) {
      for (const [n, { payment }] of order.payments.entries())
        payment.id = topUps.get(checkoutPaymentId(order.id, n + 1))?.providerIds[0] ?? payment.id;
    }
    return new Map([...checkouts.values()].map((one) => [one.id, portraitOf(one, topUps)]));
  }

  /** The same, and learns what the product calls the lines of their wallets, and the bank their payments. */
  async #look(table: Table): Promise<ReadonlyMap<string, object>> {
    for (const { id, wallet, hold, debit } of table.orders) {
      if (hold !== null) wallet.holdsOfOrders.add(hold);
      if (debit !== null) wallet.name(debit, checkoutDebitId(id));
    }
    return this.#seen(table, true);
  }

  *#payments() {
    for (const table of this.#tables) {
      for (const order of table.orders) {
        for (const [n, { payment }] of order.payments.entries())
          yield { table, order, payment, id: checkoutPaymentId(order.id, n + 1) };
      }
    }
  }

  #differs({ wallets, orders, cards }: Table, what: string, product: unknown): Error {
    const model = { orders: orders.map((one) => one.portrait()), cards: cards.map((one) => one.portrait()) };
    return this.#parts.problem(told(`${what}: ${wallets.map(({ id }) => id).join(' and ')}`, product, model));
  }
}

function tableOf(wallets: Table['wallets']): Table {
  const table: Table = {
    ...{ wallets, cards: [], orders: [], ids: new Set() },
    keep: () => {
      const { orders } = table;
      return () => (table.orders = orders);
    },
  };
  return table;
}

function isAsSeen({ orders, ids }: Table, found: ReadonlyMap<string, object>): boolean {
  return (
    orders.length === ids.size &&
    orders.every((order) => isDeepStrictEqual(found.get(order.id), order.portrait()))
  );
}

function latestOf({ orders }: Table, wallet: ModelWallet, name: string): NaiveOrder | undefined {
  return orders.findLast((one) => one.wallet === wallet && one.order === name);
}

function isCurrent(table: Table, order: NaiveOrder): boolean {
  return latestOf(table, order.wallet, order.order) === order;
}

function isOverdue(order: NaiveOrder, now: number): boolean {
  return order.isOpen && now >= order.until;
}

function givenOf(answer: CheckoutAnswer): Given {
  if ('refused' in answer) return { refusal: refusalOf(answer.refused) };
  const { checkout, payment } = answer;
  return { checkout, payment };
}

/** Once more for each way to pay; what has become of it at the bank is no answer of the shop's. */
function paymentOf(payment: TopUp | null, method = payment?.method): ModelPayment | null {
  if (!payment || !method) return null;
  const { amount, providerIds } = payment;
  const id = providerIds[0] ?? '';
  return { id, method, amount, fate: null, isForGood: amount % 4n === 0n };
}

function isSameEnd(given: Given, refusal: NaiveRefusal | null): boolean {
  return 'refusal' in given ? isDeepStrictEqual(given.refusal, refusal) : refusal === null;
}

function refusedBy(given: unknown): NaiveRefusal | null {
  return (given as Partial<Refusal> | null)?.refusal ?? null;
}

/** What an answer says that is the same whenever it is given. */
function mainOf(given: unknown): unknown {
  const { checkout } = given as Partial<Exclude<Given, Refusal>>;
  if (!checkout) return given;
  const { id, status, toPay, parts, payments: count } = checkout;
  return { id, status, toPay, parts, count };
}

function splitOf({ toSource, toCards, toWallet }: Split): Split {
  return {
    toSource,
    toCards: toCards.map(({ cardId, amount, into }) => ({ cardId, amount, into })),
    toWallet,
  };
}

function paymentIdsOf({ id, payments: count }: Checkout): string[] {
  return Array.from({ length: count }, (_, n) => checkoutPaymentId(id, n + 1));
}

function portraitOf(checkout: Checkout, topUps: ReadonlyMap<string, TopUp>): object {
  const { status, total: sum, toPay, parts, refunds = [], ending } = checkout;
  return {
    ...{
      status,
      total: sum,
      toPay,
      credits: total(parts.map((part) => (part.kind === 'WALLET' ? part.amount : 0n))),
    },
    cards: parts.flatMap((part) =>
      part.kind === 'WALLET' ? [] : [{ cardId: part.cardId, amount: part.amount }],
    ),
    ...{ refunds: refunds.map(splitOf), ended: ending?.at ?? null },
    payments: paymentIdsOf(checkout).map((id) => {
      const payment = topUps.get(id);
      return {
        method: payment?.method,
        paid: (payment?.payments ?? []).map(({ amount }) => amount),
        doubts: (payment?.doubts ?? []).map(({ kind, amount }) => ({ kind, amount })),
      };
    }),
  };
}
