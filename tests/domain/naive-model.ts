import { daysAfter, indianDate, lastMomentOf, lastTwelveMonths } from './naive-calendar.ts';
import { NaiveBook } from './naive-book.ts';
import {
  death,
  goesBefore,
  isBlank,
  isDead,
  lesser,
  remaining,
  remainingAsOf,
  total,
  type NaiveAnswer,
  type NaiveAsk,
  type NaiveBasis,
  type NaiveLine,
  type NaiveLot,
  type NaivePart,
  type NaiveRefusal,
  type NaiveRules,
} from './naive-records.ts';

const HOUR = 3_600_000;

type Asked<K extends NaiveAsk['kind']> = Extract<NaiveAsk, { kind: K }>;

/*
 * The money rules once more, written to be obviously right and nothing else: no code is shared with the product, every lot
 * and every line is kept for ever, and every figure is counted anew from them each time somebody asks.
 */

export class NaiveWallet extends NaiveBook {
  readonly rules: NaiveRules;
  #at = 0;

  constructor(rules: NaiveRules) {
    super();
    this.rules = rules;
  }

  perform(ask: NaiveAsk, clock: number): NaiveAnswer {
    const before = this.lines.length;
    this.#at = this.timeAt(clock);
    if (before > 0) this.#bookDue();
    const refusal = this.#act(ask);
    if (!refusal) return { lines: this.lines.slice(before) };
    this.forgetAfter(before);
    return { refusal };
  }

  refundableOf(debit: number): bigint {
    return this.line(debit).amount - total(this.refundsOf(debit).map((line) => line.amount));
  }

  qualifyingAt(at: number, basis: NaiveBasis): bigint {
    if (basis === 'BALANCE') return this.spendableAt(at);
    if (basis === 'LIFETIME_CREDITS') return total(this.linesOf('CREDIT').map(({ amount }) => amount));
    const months = lastTwelveMonths(indianDate(at));
    const spent = total(this.spends.map(({ month, amount }) => (months.includes(month) ? amount : 0n)));
    return spent < 0n ? 0n : spent;
  }

  rungAt(at: number, basis: NaiveBasis): number {
    const qualifying = this.qualifyingAt(at, basis);
    let held = 0;
    for (const [index, rung] of this.rules.rungs.entries()) if (qualifying >= rung.from) held = index;
    return held;
  }

  #act(ask: NaiveAsk): NaiveRefusal | null {
    const opened = this.lines[0];
    if (ask.kind === 'OPEN') {
      if (opened) return { code: 'WALLET_EXISTS', since: opened.at };
      this.#write({ kind: 'OPEN', amount: 0n });
      return null;
    }
    if (!opened) return { code: 'WALLET_NOT_FOUND' };
    if (ask.kind === 'CREDIT') return this.#credit(ask);
    if (ask.kind === 'DEBIT') return this.#debit(ask);
    if (ask.kind === 'REFUND') return this.#refund(ask);
    if (ask.kind === 'SET_STATUS') return this.#setStatus(ask);
    if (ask.kind === 'REVERSE') return this.#reverse(ask);
    if (ask.kind === 'EXTEND') return this.#extend(ask);
    if (ask.kind === 'PLACE_HOLD') return this.#placeHold(ask);
    if (ask.kind === 'CAPTURE_HOLD') return this.#captureHold(ask);
    if (ask.kind === 'RELEASE_HOLD') return this.#releaseHold(ask);
    if (ask.kind === 'PURCHASE') this.#purchase(ask);
    return null;
  }

  #credit(ask: Asked<'CREDIT'>): NaiveRefusal | null {
    const { referralDays, rungs, basis } = this.rules;
    const { amount, source, reason, origin, other = null } = ask;
    const refusal = this.#notGranted(ask);
    if (refusal) return refusal;
    const ofTier = rungs[this.rungAt(this.#at, basis)]?.days ?? null;
    const dies =
      ask.expiresOn === null
        ? this.#endAfter(source === 'REFERRAL' ? referralDays : ofTier)
        : lastMomentOf(indianDate(ask.expiresOn));
    if (dies !== null && dies <= this.#at) return { code: 'EXPIRES_IN_PAST' };
    const no = this.lines.length + 1;
    const deaths = [{ line: no, at: dies }];
    this.lots.push({
      name: `${no}`,
      opened: no,
      part: 0,
      credit: no,
      size: amount,
      source,
      deaths,
      moves: [],
    });
    this.#write({
      kind: 'CREDIT',
      amount,
      source,
      reason,
      origin,
      other,
      parts: [{ from: '', to: `${no}`, amount }],
    });
    return null;
  }

  /** What was paid or comes back is credited whatever else; what a person found to be paid, wherever there is room for it. */
  #notGranted(ask: Asked<'CREDIT'>): NaiveRefusal | null {
    const { ceiling, crowd } = this.rules;
    const { amount, origin } = ask;
    if (origin === 'TOP_UP' || origin === 'ORDER_BACK') return null;
    const refusal = origin === 'REVIEW' ? null : this.#notGiven(ask);
    if (refusal) return refusal;
    if (this.balance + this.held + amount > ceiling)
      return { code: 'WALLET_LIMIT_EXCEEDED', max: ceiling, available: this.balance };
    const open = this.lots.filter((lot) => remaining(lot) > 0n || this.heldOf([lot.name]) > 0n);
    return open.length >= crowd ? { code: 'TOO_MANY_LOTS', limit: crowd } : null;
  }

  #notGiven({ amount, reason, origin }: Asked<'CREDIT'>): NaiveRefusal | null {
    const { least, most } = this.rules;
    if (this.status !== 'ACTIVE') return this.#locked();
    // All that is left on a card may be less than an operation moves.
    if (origin === 'GIFT_CARD') return null;
    if (amount < least || amount > most) return { code: 'AMOUNT_OUT_OF_RANGE', min: least, max: most };
    return isBlank(reason) ? { code: 'INVALID_INPUT', field: 'reason' } : null;
  }

  /** An order moves no money of the wallet; what credits have not paid of it counts as spent. */
  #purchase(ask: Asked<'PURCHASE'>): void {
    const { total: came } = ask;
    const order = ask.order ?? null;
    const amount = came - total(this.debitsFor(order).map((debit) => debit.amount));
    if (amount > 0n) this.#write({ kind: 'PURCHASE', amount, order, total: came });
  }

  #debit(ask: Asked<'DEBIT'>): NaiveRefusal | null {
    const { amount } = ask;
    const order = ask.order ?? null;
    const refusal = this.#notSpent(amount);
    if (refusal) return refusal;
    const parts = this.#drawn(amount);
    if (this.#isOther(ask.quoted, parts)) return { code: 'QUOTE_CHANGED' };
    this.#write({ kind: 'DEBIT', amount, order, parts });
    return null;
  }

  #notSpent(amount: bigint): NaiveRefusal | null {
    const { least, most } = this.rules;
    if (this.status !== 'ACTIVE') return this.#locked();
    if (amount < least || amount > most) return { code: 'AMOUNT_OUT_OF_RANGE', min: least, max: most };
    if (this.balance < amount)
      return { code: 'INSUFFICIENT_FUNDS', available: this.balance, shortBy: amount - this.balance };
    return null;
  }

  /** An amount out of the lots in the order of use, as they are or as they were after a line. */
  #drawn(amount: bigint, line = Infinity): NaivePart[] {
    const parts: NaivePart[] = [];
    for (const lot of this.lotsAsOf(line)) {
      const taken = lesser(remainingAsOf(lot, line), amount - total(parts.map((part) => part.amount)));
      if (taken > 0n) parts.push({ from: lot.name, to: '', amount: taken });
    }
    return parts;
  }

  /** Whether a quote that knew the journal up to a line came to other parts. */
  #isOther(quoted: number | undefined, parts: readonly NaivePart[]): boolean {
    if (quoted === undefined || quoted === this.lines.length) return false;
    const amount = total(parts.map((part) => part.amount));
    const shown = quoted > this.lines.length ? [] : this.#drawn(amount, quoted);
    const told = (list: readonly NaivePart[]) => list.map((part) => `${part.from} ${part.amount}`).join();
    return told(shown) !== told(parts);
  }

  #placeHold(ask: Asked<'PLACE_HOLD'>): NaiveRefusal | null {
    const { amount, until } = ask;
    const { holds, holdHours, holdDays } = this.rules;
    const order = ask.order ?? null;
    if (this.status === 'ACTIVE' && this.#isPossible(amount) && this.openHolds.length >= holds)
      return { code: 'TOO_MANY_HOLDS', limit: holds };
    const refusal = this.#notSpent(amount);
    if (refusal) return refusal;
    const due = until ?? this.#at + holdHours * HOUR;
    if (due <= this.#at || due > this.#at + holdDays * 24 * HOUR)
      return { code: 'INVALID_INPUT', field: 'expiresAt' };
    const parts = this.#drawn(amount);
    if (this.#isOther(ask.quoted, parts)) return { code: 'QUOTE_CHANGED' };
    this.#write({ kind: 'HOLD', amount, order, parts, due });
    return null;
  }

  #isPossible(amount: bigint): boolean {
    return amount >= this.rules.least && amount <= this.rules.most;
  }

  #captureHold(ask: Asked<'CAPTURE_HOLD'>): NaiveRefusal | null {
    const hold = ask.hold === null ? null : this.line(ask.hold);
    const ended = this.#ended(hold);
    if (!hold || ended) return ended?.code === 'HOLD_EXPIRED' ? this.#tooLate(hold, ask, ended) : ended;
    const kept = this.keptOf(hold);
    const held = total(kept.map((part) => part.amount));
    const amount = ask.amount ?? held;
    if (amount <= 0n) return { code: 'AMOUNT_OUT_OF_RANGE', min: 1n, max: held };
    if (amount > held) return { code: 'HOLD_EXCEEDED', held };
    const parts: NaivePart[] = [];
    for (const part of kept) {
      const taken = lesser(part.amount, amount - total(parts.map((one) => one.amount)));
      if (taken > 0n) parts.push({ ...part, amount: taken });
    }
    this.#write({ kind: 'DEBIT', amount, order: hold.order, parts, hold: hold.no });
    if (ask.isFinal && amount < held) this.#giveBack(hold, this.#at, 'REST', null);
    return null;
  }

  #releaseHold({ hold: no, reason }: Asked<'RELEASE_HOLD'>): NaiveRefusal | null {
    if (isBlank(reason)) return { code: 'INVALID_INPUT', field: 'reason' };
    const hold = no === null ? null : this.line(no);
    const ended = this.#ended(hold);
    if (ended?.code === 'HOLD_EXPIRED') return { ...ended, code: 'HOLD_ENDED', status: 'EXPIRED' };
    if (!hold || ended) return ended;
    this.#giveBack(hold, this.#at, 'RELEASED', reason);
    return null;
  }

  /** Why nothing can be done with a hold; null while it is open. */
  #ended(hold: NaiveLine | null): NaiveRefusal | null {
    if (!hold) return { code: 'HOLD_NOT_FOUND' };
    if (this.openHolds.includes(hold)) return null;
    const of = this.lines.filter((line) => line.kind !== 'EXPIRY' && line.hold === hold.no);
    const last = of.at(-1);
    if (last?.cause === 'EXPIRED') return { code: 'HOLD_EXPIRED', since: last.at };
    return {
      code: 'HOLD_ENDED',
      status: last?.cause === 'RELEASED' ? 'RELEASED' : 'CAPTURED',
      since: last?.at,
    };
  }

  #tooLate(hold: NaiveLine | null, ask: Asked<'CAPTURE_HOLD'>, ended: NaiveRefusal): NaiveRefusal {
    const released = this.linesOf('RELEASE').find((line) => line.hold === hold?.no)?.amount ?? 0n;
    const wouldWork = this.#notSpent(ask.amount ?? released) === null;
    return { ...ended, available: this.balance, wouldWork };
  }

  /** Last drawn first; what comes back to a lot that is dead dies at once. */
  #giveBack(hold: NaiveLine, at: number, cause: NaiveLine['cause'], reason: string | null): void {
    const parts = this.keptOf(hold)
      .reverse()
      .map((part) => ({ ...part, to: part.from }));
    const amount = total(parts.map((part) => part.amount));
    this.write(at, { kind: 'RELEASE', amount, parts, hold: hold.no, cause, reason, order: hold.order });
    const no = this.lines.length;
    for (const lot of this.openLots.filter((one) => isDead(one, at))) this.#expire(lot, no);
  }

  #refund(ask: Asked<'REFUND'>): NaiveRefusal | null {
    if (ask.debit === null) return { code: 'DEBIT_NOT_FOUND' };
    if (isBlank(ask.reason)) return { code: 'INVALID_INPUT', field: 'reason' };
    const refundable = this.refundableOf(ask.debit);
    const amount = ask.amount ?? refundable;
    if (refundable === 0n || amount > refundable) return { code: 'REFUND_EXCEEDS_DEBIT', refundable };
    if (amount <= 0n) return { code: 'AMOUNT_OUT_OF_RANGE', min: 1n, max: refundable };
    const isLast = this.refundsOf(ask.debit).length + 1 >= this.rules.refunds;
    if (isLast && amount !== refundable)
      return { code: 'TOO_MANY_REFUNDS', limit: this.rules.refunds, refundable };
    const parts: NaivePart[] = [];
    for (const drawn of [...this.line(ask.debit).parts].reverse()) {
      const open = drawn.amount - this.#givenBack(ask.debit, drawn.from);
      const given = lesser(open, amount - total(parts.map((part) => part.amount)));
      if (given > 0n)
        parts.push({ from: drawn.from, to: this.#home(drawn.from, given, parts.length + 1), amount: given });
    }
    this.#write({ kind: 'REFUND', amount, parts, debit: ask.debit, reason: ask.reason });
    return null;
  }

  /** The lot itself while it lives; after that a new one with some days of grace. */
  #home(name: string, amount: bigint, part: number): string {
    const lot = this.lot(name);
    if (!isDead(lot, this.#at)) return name;
    const opened = this.lines.length + 1;
    const deaths = [{ line: opened, at: this.#endAfter(this.rules.graceDays) }];
    const heir = { ...lot, name: `${opened}.${part}`, opened, part, size: amount, deaths, moves: [] };
    this.lots.push(heir);
    return heir.name;
  }

  #givenBack(debit: number, lot: string): bigint {
    const parts = this.refundsOf(debit).flatMap((line) => line.parts);
    return total(parts.map((part) => (part.from === lot ? part.amount : 0n)));
  }

  #reverse({ credit, reason }: Asked<'REVERSE'>): NaiveRefusal | null {
    if (credit === null) return { code: 'CREDIT_NOT_FOUND' };
    if (isBlank(reason)) return { code: 'INVALID_INPUT', field: 'reason' };
    const parts = this.#openOf(credit).map((lot) => ({ from: lot.name, to: '', amount: remaining(lot) }));
    const amount = total(parts.map((part) => part.amount));
    const stillHeld = this.heldOf(this.#lotsOf(credit).map(({ name }) => name));
    if (amount === 0n) return { code: 'CREDIT_USED_UP', ...(stillHeld > 0n && { held: stillHeld }) };
    const notRecovered = this.#goneFrom(credit);
    this.#write({ kind: 'REVERSAL', amount, parts, credit, notRecovered, reason, stillHeld });
    return null;
  }

  /** What of a credit was used and not given back, or expired. */
  #goneFrom(credit: number): bigint {
    const names = this.#lotsOf(credit).map(({ name }) => name);
    const moved = (kind: NaiveLine['kind']) =>
      total(
        this.linesOf(kind).flatMap(({ parts }) =>
          parts.filter(({ from }) => names.includes(from)).map((part) => part.amount),
        ),
      );
    return moved('DEBIT') - moved('REFUND') + moved('EXPIRY');
  }

  #extend({ credit, expiresOn, reason }: Asked<'EXTEND'>): NaiveRefusal | null {
    if (credit === null) return { code: 'CREDIT_NOT_FOUND' };
    if (isBlank(reason)) return { code: 'INVALID_INPUT', field: 'reason' };
    const lots = this.lotsAsOf(Infinity)
      .concat(this.#onlyHeld())
      .filter((lot) => lot.credit === credit && !isDead(lot, this.#at))
      .sort((a, b) => (goesBefore(a, b) ? -1 : 1));
    if (lots.length === 0) return { code: 'CREDIT_USED_UP' };
    const to = lastMomentOf(indianDate(expiresOn));
    if (this.#at >= to) return { code: 'EXPIRES_IN_PAST' };
    const moved = lots
      .map((lot) => ({ lot: lot.name, from: death(lot) ?? Infinity, to }))
      .filter((move) => move.from < to);
    if (moved.length === 0) return { code: 'INVALID_INPUT', field: 'expiresAt' };
    this.#write({ kind: 'EXTENSION', amount: 0n, credit, moved, reason });
    return null;
  }

  #lotsOf(credit: number) {
    return this.lots.filter((lot) => lot.credit === credit);
  }

  #onlyHeld() {
    return this.lots.filter((lot) => remaining(lot) === 0n && this.heldOf([lot.name]) > 0n);
  }

  #openOf(credit: number) {
    return this.openLots.filter((lot) => lot.credit === credit);
  }

  #setStatus({ status, reason, role }: Asked<'SET_STATUS'>): NaiveRefusal | null {
    if (isBlank(reason)) return { code: 'INVALID_INPUT', field: 'reason' };
    if (status === this.status) return { code: 'INVALID_INPUT', field: 'status' };
    if (role === 'STAFF' && this.status === 'SUSPENDED') return this.#locked();
    if (role === 'STAFF' && status === 'SUSPENDED') return { code: 'INVALID_INPUT', field: 'status' };
    this.#write({ kind: 'STATUS', amount: 0n, status, reason });
    return null;
  }

  #locked(): NaiveRefusal {
    return { code: `WALLET_${this.status}`, since: this.lastStatusLine?.at };
  }

  #bookDue(): void {
    for (;;) {
      const lot = this.openLots.find((one) => isDead(one, this.#at));
      const due = this.openHolds.filter((one) => (one.due ?? 0) <= this.#at);
      const hold = due.sort((a, b) => (a.due ?? 0) - (b.due ?? 0) || a.no - b.no)[0];
      const at = hold?.due ?? Infinity;
      if (lot && (death(lot) ?? Infinity) <= at) this.#expire(lot, null);
      else if (hold) this.#giveBack(hold, this.timeAt(at), 'EXPIRED', null);
      else return;
    }
  }

  #expire(lot: NaiveLot, givenBackBy: number | null): void {
    const amount = remaining(lot);
    const due = death(lot) ?? Infinity;
    const parts = [{ from: lot.name, to: '', amount }];
    this.write(this.timeAt(due), { kind: 'EXPIRY', amount, due, parts, hold: givenBackBy });
  }

  #write(line: Parameters<NaiveBook['write']>[1]): void {
    this.write(this.#at, line);
  }

  #endAfter(days: number | null): number | null {
    return days === null ? null : lastMomentOf(daysAfter(indianDate(this.#at), days));
  }
}
