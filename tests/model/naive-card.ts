import { daysAfter, indianDate, lastMomentOf } from '../domain/naive-calendar.ts';
import { isBlank, total, type NaiveRefusal } from '../domain/naive-records.ts';
import type { ModelWallet } from './model-wallet.ts';

export type CardEnd = 'CLAIMED' | 'EXPIRED' | 'CANCELLED' | 'USED';

interface Move {
  readonly kind: 'ISSUE' | 'HOLD' | 'RELEASE' | 'DEBIT' | 'REFUND' | 'CLAIM' | 'CANCELLATION' | 'EXPIRY';
  readonly amount: bigint;
  /** The checkout that it is for. */
  readonly order: string | null;
}

export interface CardFacts {
  readonly id: string;
  readonly amount: bigint;
  readonly expires: number;
  readonly code: string;
  /** The payment that bought it, as the provider calls it; null where the shop issued it. */
  readonly payment: string | null;
}

/** Who tries a code: people of the shop hear why it does not work, strangers do not. */
export interface Trier {
  readonly id: string;
  readonly role: 'CUSTOMER' | 'STAFF' | 'ADMIN';
}

export const NOT_USABLE = { code: 'CODE_NOT_USABLE' } as const;
const STOPPED = { code: 'GIFT_CARD_STOPPED' } as const;
const MOST_ORDERS = 10;
const INTO: readonly Move['kind'][] = ['ISSUE', 'RELEASE', 'REFUND'];

/** A gift card by the rules: all that ever moved on it is kept, and every figure is counted anew from that. */
export class NaiveCard {
  readonly id: string;
  readonly initial: bigint;
  readonly payment: string | null;
  readonly moves: Move[] = [];
  code: string;
  expires: number;
  isStopped = false;
  claimedBy: ModelWallet | null = null;
  #end: { readonly because: CardEnd; readonly since: number } | null = null;
  #at: number;

  constructor({ id, amount, expires, code, payment }: CardFacts, now: number) {
    this.id = id;
    this.initial = amount;
    this.payment = payment;
    this.code = code;
    this.expires = expires;
    this.#at = now;
    this.moves.push({ kind: 'ISSUE', amount, order: null });
  }

  get left(): bigint {
    const held = this.#sumOf(['DEBIT']);
    const out = this.moves.filter(({ kind }) => !INTO.includes(kind)).map(({ amount }) => amount);
    return this.#sumOf(INTO) - total(out) + held;
  }

  get held(): bigint {
    return total(this.orders.map((order) => this.heldFor(order)));
  }

  /** The checkouts that hold something of it. */
  get orders(): string[] {
    const all = new Set(this.moves.flatMap(({ kind, order }) => (kind === 'HOLD' && order ? [order] : [])));
    return [...all].filter((order) => this.heldFor(order) > 0n);
  }

  heldFor(order: string): bigint {
    const of = (kind: Move['kind']) =>
      total(this.moves.flatMap((move) => (move.kind === kind && move.order === order ? [move.amount] : [])));
    return of('HOLD') - of('RELEASE') - of('DEBIT');
  }

  get source(): 'PURCHASE' | 'PROMOTION' {
    return this.payment === null ? 'PROMOTION' : 'PURCHASE';
  }

  /** How it has ended by now, booked or not; null while it is open. */
  endAt(clock: number): { readonly because: CardEnd; readonly since: number } | null {
    if (this.#end) return this.#end;
    const isOver = this.left > 0n && this.expires <= clock;
    return isOver ? { because: 'EXPIRED', since: this.expires } : null;
  }

  timeAt(clock: number): number {
    return Math.max(clock, this.#at);
  }

  whyEnded(clock: number): NaiveRefusal | null {
    const end = this.endAt(clock);
    return end && { code: 'GIFT_CARD_ENDED', ...end };
  }

  /** Why nothing of it can be set aside for an order. */
  whyNotSpent(clock: number): NaiveRefusal | null {
    const refusal = this.whyEnded(clock) ?? (this.isStopped ? STOPPED : null);
    if (refusal) return refusal;
    return this.left > 0n && this.orders.length < MOST_ORDERS ? null : this.whyHeld();
  }

  whyHeld(): NaiveRefusal {
    return { code: 'GIFT_CARD_HELD', held: this.held };
  }

  /** Why it cannot be claimed; `isMine` tells whose orders hold something of it. */
  whyNotClaimed(trier: Trier, clock: number, isMine: (order: string) => boolean): NaiveRefusal | null {
    const held = this.orders.length > 0 ? this.whyHeld() : null;
    const refusal = this.whyEnded(this.timeAt(clock)) ?? (this.isStopped ? STOPPED : held);
    return refusal && this.toldTo(trier, refusal, isMine);
  }

  /** A stranger hears the same whatever it is. */
  toldTo(
    { id, role }: Trier,
    refusal: NaiveRefusal,
    isMine: (order: string) => boolean = () => false,
  ): NaiveRefusal {
    const isOwn =
      this.claimedBy?.id === id || (refusal.code === 'GIFT_CARD_HELD' && this.orders.some(isMine));
    return role !== 'CUSTOMER' || isOwn ? refusal : NOT_USABLE;
  }

  claim(wallet: ModelWallet, clock: number): void {
    this.#finish('CLAIM', 'CLAIMED', clock);
    this.claimedBy = wallet;
  }

  cancel(reason: string, clock: number): NaiveRefusal | null {
    const ended = this.whyEnded(this.timeAt(clock));
    if (ended) return ended;
    if (this.left === 0n) return this.whyHeld();
    if (isBlank(reason)) return { code: 'INVALID_INPUT', field: 'reason' };
    this.#finish('CANCELLATION', 'CANCELLED', clock);
    return null;
  }

  /** `code`: the new one, where it is known. */
  reissue(reason: string, code: string | null, clock: number): NaiveRefusal | null {
    const refusal =
      this.whyEnded(this.timeAt(clock)) ??
      (isBlank(reason) ? { code: 'INVALID_INPUT', field: 'reason' } : null);
    if (refusal) return refusal;
    this.code = code ?? '';
    this.#at = this.timeAt(clock);
    return null;
  }

  /** The bank is asked to take back what was paid for it, or has thought better of it. */
  stop(isStopped: boolean, clock: number): void {
    if (this.endAt(clock) !== null || this.isStopped === isStopped) return;
    this.isStopped = isStopped;
    this.#at = this.timeAt(clock);
  }

  /** What was paid for it is gone, all of it: what orders hold stays theirs, and must not be used again. */
  takeBack(clock: number): void {
    if (this.endAt(clock) !== null) return;
    if (this.left > 0n) this.#finish('CANCELLATION', 'CANCELLED', clock);
    else this.stop(true, clock);
  }

  expire(clock: number): boolean {
    const end = this.endAt(this.timeAt(clock));
    if (this.#end || end === null) return false;
    this.#finish('EXPIRY', 'EXPIRED', Math.max(this.expires, this.#at));
    return true;
  }

  hold(order: string, amount: bigint, clock: number): void {
    this.#move('HOLD', amount, order, clock);
  }

  /** It pays the order, whatever has become of the card. */
  capture(order: string, clock: number): void {
    this.#move('DEBIT', this.heldFor(order), order, clock);
    if (this.#end === null && this.left === 0n && this.orders.length === 0)
      this.#end = { because: 'USED', since: this.#at };
  }

  /** What comes back to one that has ended goes where its rest went. */
  release(order: string, clock: number): void {
    this.#move('RELEASE', this.heldFor(order), order, clock);
    if (this.#end?.because === 'CANCELLED') this.#move('CANCELLATION', this.left, null, clock);
    else if (this.endAt(this.#at) !== null) {
      const since = this.#end?.since ?? this.#at;
      this.#move('EXPIRY', this.left, null, clock);
      this.#end = { because: 'EXPIRED', since };
    }
  }

  /** The order is given back, and with it a part of what it paid: it has some days of grace where its time was over. */
  refund(order: string, amount: bigint, { graceDays, clock }: { graceDays: number; clock: number }): void {
    this.expire(clock);
    this.#move('REFUND', amount, order, clock);
    if (this.expires <= this.#at) this.expires = lastMomentOf(daysAfter(indianDate(this.#at), graceDays));
    this.#end = null;
  }

  /** Answers how it is made what it is now. */
  keep(): () => void {
    const [moves, code, expires, isStopped] = [this.moves.length, this.code, this.expires, this.isStopped];
    const [claimedBy, end, at] = [this.claimedBy, this.#end, this.#at];
    return () => {
      this.moves.splice(moves);
      Object.assign(this, { code, expires, isStopped, claimedBy });
      this.#end = end;
      this.#at = at;
    };
  }

  /** All that can be seen of it, booked. */
  portrait(): object {
    const { initial, left: remaining, held, expires: expiresAt, isStopped } = this;
    const state = this.#end?.because ?? 'OPEN';
    return { initial, remaining, held, state, expiresAt, isStopped, claimedBy: this.claimedBy?.id ?? null };
  }

  #finish(kind: Move['kind'], because: CardEnd, clock: number): void {
    this.#move(kind, this.left, null, clock);
    this.#end = { because, since: this.#at };
  }

  #move(kind: Move['kind'], amount: bigint, order: string | null, clock: number): void {
    this.moves.push({ kind, amount, order });
    this.#at = this.timeAt(clock);
  }

  #sumOf(kinds: readonly Move['kind'][]): bigint {
    return total(this.moves.flatMap(({ kind, amount }) => (kinds.includes(kind) ? [amount] : [])));
  }
}
