import { isBlank, lesser, total, type NaiveLine, type NaiveRefusal } from '../domain/naive-records.ts';
import type { ModelWallet } from './model-wallet.ts';
import type { NaiveCard } from './naive-card.ts';
import { granted, policy } from './rules.ts';

export type OrderStatus = 'OPEN' | 'PAYING' | 'PAID' | 'FAILED' | 'EXPIRED' | 'CANCELLED';
export type Method = 'CARD' | 'UPI';

/** A payment at the bank. What has become of it there is a fact, whoever knows of it. */
export interface ModelPayment {
  id: string;
  readonly method: Method;
  readonly amount: bigint;
  fate: 'APPROVED' | 'DECLINED' | 'ODD' | 'DELAYED' | null;
  /** Whether the bank refuses to give it back. */
  isForGood: boolean;
}

/** What the shop knows of a payment. */
interface Known {
  readonly payment: ModelPayment;
  readonly isTold: boolean;
  readonly status: 'OPEN' | 'CONFIRMING' | 'SETTLED' | 'FAILED' | 'EXPIRED';
  readonly doubt: string | null;
}

export interface Split {
  readonly toSource: bigint;
  readonly toCards: readonly {
    readonly cardId: string;
    readonly amount: bigint;
    readonly into: 'CARD' | 'WALLET';
  }[];
  readonly toWallet: bigint;
}

export interface NewOrder {
  readonly id: string;
  readonly wallet: ModelWallet;
  readonly order: string;
  readonly total: bigint;
  readonly cards: readonly { readonly card: NaiveCard; readonly amount: bigint }[];
  readonly credits: bigint;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const WHY = { FAILED: 'The payment failed', EXPIRED: 'The time to pay was over', CANCELLED: 'Cancelled' };
/** What a collected payment that does not fit comes to. */
const ODD = 1_00n;

/** A checkout by the rules: every part, payment and refund is kept, and what went back is counted anew. */
export class NaiveOrder {
  readonly id: string;
  readonly wallet: ModelWallet;
  readonly order: string;
  readonly total: bigint;
  readonly credits: bigint;
  cards: NewOrder['cards'];
  status: OrderStatus = 'OPEN';
  /** Whether it had come to nothing before it was paid. */
  isLate = false;
  since: number;
  readonly until: number;
  /** The line that holds its credits, and the one that has paid with them. */
  hold: number | null = null;
  debit: number | null = null;
  payments: readonly Known[] = [];
  refunds: readonly Split[] = [];
  /** What the provider alone gave back or the bank takes. */
  claims: readonly { readonly id: string; readonly amount: bigint }[] = [];

  constructor({ id, wallet, order, total: sum, cards, credits }: NewOrder, now: number) {
    this.id = id;
    this.wallet = wallet;
    this.order = order;
    this.total = sum;
    this.cards = cards;
    this.credits = credits;
    this.since = now;
    this.until = now + policy.checkouts.minutes * MINUTE;
  }

  get toPay(): bigint {
    return this.total - this.credits - total(this.cards.map(({ amount }) => amount));
  }

  get isOpen(): boolean {
    return this.status === 'OPEN' || this.status === 'PAYING';
  }

  get payment(): Known | null {
    return this.payments.at(-1) ?? null;
  }

  whyEnded(now: number): NaiveRefusal | null {
    if (!this.isOpen) return { code: 'CHECKOUT_ENDED', status: this.status, since: this.since };
    return now >= this.until ? { code: 'CHECKOUT_ENDED', status: 'EXPIRED', since: this.until } : null;
  }

  /** Sets its parts aside; refused, nothing is to stay as it is then. */
  holdParts(now: number): NaiveRefusal | null {
    const refusal = this.#holdCredits(now, this.until);
    if (refusal) return refusal;
    for (const { card, amount } of this.cards) card.hold(this.id, amount, now);
    return null;
  }

  /** One more card, for what it gives of what is left to pay. */
  add(card: NaiveCard, amount: bigint, now: number): void {
    this.cards = [...this.cards, { card, amount }];
    card.hold(this.id, amount, now);
    if (this.toPay === 0n) this.#settle(now);
  }

  begin(payment: ModelPayment, now: number): void {
    this.payments = [...this.payments, { payment, isTold: false, status: 'OPEN', doubt: null }];
    if (this.status !== 'PAYING') this.#become('PAYING', now);
  }

  settleIfPaid(now: number): void {
    if (this.toPay === 0n) this.#settle(now);
  }

  cancel(reason: string | null, now: number): void {
    this.#release('CANCELLED', reason, now);
  }

  /** Ends it once its time is over. */
  expire(now: number): void {
    if (this.isOpen && now >= this.until) this.#release('EXPIRED', null, now);
  }

  /** The shop learns what has become of a payment at the bank; asked to close it, it hears of money alone. */
  learn(
    of: ModelPayment,
    now: number,
    { isCurrent, moneyOnly }: { isCurrent: boolean; moneyOnly?: boolean },
  ): void {
    const known = this.payments.find(({ payment }) => payment === of);
    const { fate } = of;
    if (!known || known.isTold || fate === null || (moneyOnly === true && fate === 'DECLINED')) return;
    if (fate === 'ODD') return this.#know(of, { isTold: true, doubt: 'AMOUNT_MISMATCH' });
    if (fate === 'APPROVED') {
      const doubt = this.#pay(now, isCurrent);
      return this.#know(of, doubt ? { isTold: true, doubt } : { isTold: true, status: 'SETTLED' });
    }
    const isWaiting = known.status === 'OPEN';
    if (fate === 'DELAYED') return isWaiting ? this.#know(of, { status: 'CONFIRMING' }) : undefined;
    const status = now >= this.until ? 'EXPIRED' : 'FAILED';
    const isLive = isWaiting || known.status === 'CONFIRMING';
    this.#know(of, { isTold: true, ...(isLive && { status }) });
    if (isLive && this.status === 'PAYING' && this.payment?.payment === of) this.#release(status, null, now);
  }

  /** Nobody waits any longer for payments whose time is over. */
  giveUp(of: ModelPayment, now: number): void {
    const known = this.payments.find(({ payment }) => payment === of);
    const isLive = known?.status === 'OPEN' || known?.status === 'CONFIRMING';
    if (isLive && now >= this.until) this.#know(of, { status: 'EXPIRED' });
  }

  /** What was collected by the payment that has paid it. */
  get collected(): bigint {
    return this.payments.some(({ status }) => status === 'SETTLED') ? this.toPay : 0n;
  }

  /** What the shop has had the bank give back, or is about to. */
  get asked(): bigint {
    const isForGood = this.payments.some(({ status, payment }) => status === 'SETTLED' && payment.isForGood);
    return isForGood ? 0n : total(this.refunds.map(({ toSource }) => toSource));
  }

  /** Where so much goes back to: first to the bank, then to cards, then to credits. */
  split(wanted: bigint | null, reason: string, now: number): Split | NaiveRefusal {
    if (this.status !== 'PAID') return { code: 'NOT_REFUNDABLE', about: 'checkoutId' };
    if (isBlank(reason)) return { code: 'INVALID_INPUT', field: 'reason' };
    const [source, cards, credits] = [this.#leftOfSource(), this.#leftOfCards(now), this.#leftOfCredits()];
    const open = cards.filter(({ into }) => typeof into === 'string');
    const refundable = source + total(open.map(({ left }) => left)) + credits;
    const amount = wanted ?? refundable;
    const kept = cards.flatMap(({ into, left }) => (typeof into === 'string' || left === 0n ? [] : [into]));
    if (amount > refundable || refundable === 0n)
      return kept[0] ?? { code: 'REFUND_EXCEEDS_DEBIT', refundable, of: 'ORDER' };
    if (amount < 1n) return { code: 'AMOUNT_OUT_OF_RANGE', min: 1n, max: refundable };
    let rest = amount;
    const take = (most: bigint) => {
      const taken = lesser(rest, most);
      rest -= taken;
      return taken;
    };
    const toSource = take(source);
    const toCards = open.flatMap(({ card, into, left }) => {
      const taken = take(left);
      return taken > 0n && typeof into === 'string' ? [{ cardId: card.id, amount: taken, into }] : [];
    });
    return { toSource, toCards, toWallet: take(credits) };
  }

  /** Gives it back so; refused, nothing is to stay as it is then. */
  refund(split: Split, reason: string, now: number): NaiveRefusal | null {
    const { naive } = this.wallet;
    for (const { cardId, amount, into } of split.toCards) {
      const card = this.cards.find((one) => one.card.id === cardId)?.card;
      if (!card) throw new Error(`${cardId} is no card of ${this.id}.`);
      const { expires, source } = card;
      const graceDays = policy.refundGraceDays;
      if (into === 'CARD') {
        card.refund(this.id, amount, { graceDays, clock: now });
        continue;
      }
      const expiresOn = expires > now ? expires : now + graceDays * DAY;
      const answer = granted(this.wallet, { amount, source, reason, expiresOn, origin: 'ORDER_BACK' }, now);
      if ('refusal' in answer) return answer.refusal;
    }
    if (split.toWallet > 0n) {
      const ask = { kind: 'REFUND', debit: this.debit, amount: split.toWallet, reason } as const;
      const answer = naive.perform(ask, now);
      if ('refusal' in answer) return answer.refusal;
    }
    this.refunds = [...this.refunds, split];
    return null;
  }

  /** Answers how it is made what it is now. What has happened at the bank stays. */
  keep(): () => void {
    const { cards, status, isLate, since, hold, debit, payments, refunds, claims } = this;
    const kept = { cards, status, isLate, since, hold, debit, payments, refunds, claims };
    return () => void Object.assign(this, kept);
  }

  /** All that can be seen of it. */
  portrait(): object {
    const { status, total: sum, toPay, credits, cards, payments, refunds, since } = this;
    return {
      ...{ status, total: sum, toPay, credits },
      cards: cards.map(({ card, amount }) => ({ cardId: card.id, amount })),
      refunds,
      ended: this.isOpen ? null : since,
      payments: payments.map(({ status: state, doubt, payment }) => ({
        method: payment.method,
        paid: state === 'SETTLED' ? [payment.amount] : [],
        doubts: doubt ? [{ kind: doubt, amount: doubt === 'AMOUNT_MISMATCH' ? ODD : payment.amount }] : [],
      })),
    };
  }

  #leftOfSource(): bigint {
    const left = this.collected - this.asked;
    const claimed = lesser(total(this.claims.map(({ amount }) => amount)), left);
    return left - claimed;
  }

  #leftOfCards(now: number) {
    return this.cards.map(({ card, amount }) => {
      const back = this.refunds.flatMap(({ toCards }) => toCards.filter(({ cardId }) => cardId === card.id));
      return { card, left: amount - total(back.map((one) => one.amount)), into: whereTo(card, now) };
    });
  }

  #leftOfCredits(): bigint {
    return this.debit === null ? 0n : this.wallet.naive.refundableOf(this.debit);
  }

  /** Pays it with what was collected, also late where that is still wanted and possible; or says why a person has to look at it. */
  #pay(now: number, isCurrent: boolean): string | null {
    if (this.status === 'PAID') return 'LATE_PAYMENT';
    if (this.status === 'CANCELLED' || !isCurrent) return 'CHECKOUT_ENDED';
    const lost = this.cards.filter(({ card }) => card.heldFor(this.id) === 0n);
    if (lost.some(({ card, amount }) => card.whyNotSpent(now) !== null || amount > card.left))
      return 'CHECKOUT_ENDED';
    if (this.credits > 0n && !this.#isHeld(now)) {
      const undo = this.keep();
      if (this.#holdCredits(now, now + policy.checkouts.minutes * MINUTE)) {
        undo();
        return 'CHECKOUT_ENDED';
      }
    }
    for (const { card, amount } of lost) card.hold(this.id, amount, now);
    this.isLate = !this.isOpen;
    this.#settle(now);
    return null;
  }

  #isHeld(now: number): boolean {
    const line = this.#openHold();
    return line !== undefined && (line.due ?? Infinity) > now;
  }

  #openHold(): NaiveLine | undefined {
    return this.wallet.naive.openHolds.find(({ no }) => no === this.hold);
  }

  #holdCredits(now: number, until: number): NaiveRefusal | null {
    if (this.credits === 0n) return null;
    const { naive } = this.wallet;
    const answer = naive.perform({ kind: 'PLACE_HOLD', amount: this.credits, order: this.order, until }, now);
    if ('refusal' in answer) return answer.refusal;
    this.hold = answer.lines.at(-1)?.no ?? null;
    return null;
  }

  #settle(now: number): void {
    for (const { card } of this.cards) card.capture(this.id, now);
    if (this.credits > 0n) {
      const ask = { kind: 'CAPTURE_HOLD', hold: this.hold, amount: null, isFinal: true } as const;
      const answer = this.wallet.naive.perform(ask, now);
      if ('refusal' in answer) throw new Error(`${this.id} could not be paid: ${answer.refusal.code}.`);
      this.debit = answer.lines.at(-1)?.no ?? null;
    }
    this.#become('PAID', now);
  }

  #release(status: keyof typeof WHY, reason: string | null, now: number): void {
    for (const { card } of this.cards) card.release(this.id, now);
    const line = this.#openHold();
    if (line) {
      const isDue = (line.due ?? Infinity) <= now;
      const ask = { kind: 'RELEASE_HOLD', hold: line.no, reason: reason ?? WHY[status] } as const;
      const answer = this.wallet.naive.perform(isDue ? { kind: 'EXPIRE' } : ask, now);
      if ('refusal' in answer) throw new Error(`${this.id} could not be ended: ${answer.refusal.code}.`);
    }
    this.#become(status, now);
  }

  #know(of: ModelPayment, news: Partial<Known>): void {
    this.payments = this.payments.map((known) => (known.payment === of ? { ...known, ...news } : known));
  }

  #become(status: OrderStatus, now: number): void {
    this.status = status;
    this.since = now;
  }
}

/** What gift cards give to an order: the one that ends soonest first, and less than there is where the rest would be too small to pay. */
export function givenBy(cards: readonly NaiveCard[], sum: bigint): NewOrder['cards'] {
  const there = total(cards.map(({ left }) => left));
  let rest = there >= sum ? sum : lesser(there, sum - policy.checkouts.minPayment);
  const waiting = [...cards].sort((a, b) => a.expires - b.expires || (a.id < b.id ? -1 : 1));
  return waiting.flatMap((card) => {
    const amount = lesser(card.left, rest);
    if (amount <= 0n) return [];
    rest -= amount;
    return [{ card, amount }];
  });
}

/** What credits give to what is left of an order; a number is as asked for, or refused. */
export function creditsOf(
  { naive }: ModelWallet,
  wanted: 'ALL' | 'NONE' | bigint,
  left: bigint,
  now: number,
): bigint | NaiveRefusal {
  const { min, max } = policy.operation;
  const most = left - policy.checkouts.minPayment;
  const fits = (part: bigint) => part === left || part <= most;
  if (wanted === 'NONE') return 0n;
  if (wanted !== 'ALL') {
    const least = lesser(left, max);
    if (wanted < min || wanted > least) return { code: 'AMOUNT_OUT_OF_RANGE', min, max: least };
    return fits(wanted) ? wanted : { code: 'AMOUNT_OUT_OF_RANGE', min, max: most };
  }
  const before = naive.lines.length;
  naive.perform({ kind: 'EXPIRE' }, now);
  const there = lesser(lesser(naive.balance, left), max);
  naive.forgetAfter(before);
  const part = fits(there) ? there : most;
  return part < min ? 0n : part;
}

function whereTo(card: NaiveCard, now: number): 'CARD' | 'WALLET' | NaiveRefusal {
  const end = card.endAt(now);
  if (end === null) return 'CARD';
  if (card.isStopped) return { code: 'GIFT_CARD_STOPPED' };
  if (end.because === 'CLAIMED') return 'WALLET';
  if (end.because !== 'CANCELLED') return 'CARD';
  return card.payment === null ? 'WALLET' : { code: 'GIFT_CARD_ENDED', ...end };
}
