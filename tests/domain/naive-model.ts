import { daysAfter, indianDate, lastMomentOf, lastTwelveMonths } from './naive-calendar.ts';
import {
  goesBefore,
  isBlank,
  isDead,
  lesser,
  remaining,
  total,
  type NaiveAnswer,
  type NaiveAsk,
  type NaiveBasis,
  type NaiveLine,
  type NaiveLot,
  type NaivePart,
  type NaiveRefusal,
  type NaiveRules,
  type NaiveStatus,
} from './naive-records.ts';

/*
 * The money rules once more, written to be obviously right and nothing else: no code is shared with the product, every lot
 * and every line is kept for ever, and every figure is counted anew from them each time somebody asks.
 */

type NewLine = Pick<NaiveLine, 'kind' | 'amount'> & Partial<NaiveLine>;

export class NaiveWallet {
  readonly lines: NaiveLine[] = [];
  readonly lots: NaiveLot[] = [];
  readonly rules: NaiveRules;
  #at = 0;

  constructor(rules: NaiveRules) {
    this.rules = rules;
  }

  perform(ask: NaiveAsk, clock: number): NaiveAnswer {
    const before = this.lines.length;
    this.#at = this.timeAt(clock);
    if (before > 0) this.#bookDue();
    const refusal = this.#act(ask);
    if (!refusal) return { lines: this.lines.slice(before) };
    this.#forgetAfter(before);
    return { refusal };
  }

  /** The clock, unless it was set back. */
  timeAt(clock: number): number {
    const last = this.lines.at(-1);
    return last && last.at > clock ? last.at : clock;
  }

  get status(): NaiveStatus {
    return this.lastStatusLine?.status ?? 'ACTIVE';
  }

  get lastStatusLine(): NaiveLine | undefined {
    return this.lines.filter((line) => line.kind === 'STATUS').at(-1);
  }

  get balance(): bigint {
    return total(this.lots.map(remaining));
  }

  /** The lots with something in them, in the order of use, found by looking for the next one again and again. */
  get openLots(): NaiveLot[] {
    const waiting = this.lots.filter((lot) => remaining(lot) > 0n);
    const ordered: NaiveLot[] = [];
    while (waiting.length > 0) {
      const next = waiting.reduce((best, lot) => (goesBefore(lot, best) ? lot : best));
      ordered.push(next);
      waiting.splice(waiting.indexOf(next), 1);
    }
    return ordered;
  }

  spendableAt(at: number): bigint {
    return total(this.lots.filter((lot) => !isDead(lot, at)).map(remaining));
  }

  refundableOf(debit: number): bigint {
    const refunds = this.lines.filter((line) => line.kind === 'REFUND' && line.debit === debit);
    return this.#line(debit).amount - total(refunds.map((line) => line.amount));
  }

  qualifyingAt(at: number, basis: NaiveBasis): bigint {
    if (basis === 'BALANCE') return this.spendableAt(at);
    if (basis === 'LIFETIME_CREDITS') return total(this.#amounts('CREDIT', null));
    const months = lastTwelveMonths(indianDate(at));
    const spent = total(this.#amounts('DEBIT', months)) - total(this.#amounts('REFUND', months));
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
    if (ask.kind === 'DEBIT') return this.#debit(ask.amount);
    if (ask.kind === 'REFUND') return this.#refund(ask);
    if (ask.kind === 'SET_STATUS') return this.#setStatus(ask);
    return null;
  }

  #credit(ask: Extract<NaiveAsk, { kind: 'CREDIT' }>): NaiveRefusal | null {
    const { least, most, ceiling, crowd, referralDays, rungs, basis } = this.rules;
    const { amount, source, reason } = ask;
    if (this.status !== 'ACTIVE') return this.#locked();
    if (amount < least || amount > most) return { code: 'AMOUNT_OUT_OF_RANGE', min: least, max: most };
    if (isBlank(reason)) return { code: 'INVALID_INPUT', field: 'reason' };
    if (this.balance + amount > ceiling)
      return { code: 'WALLET_LIMIT_EXCEEDED', max: ceiling, available: this.balance };
    if (this.openLots.length >= crowd) return { code: 'TOO_MANY_LOTS', limit: crowd };
    const ofTier = rungs[this.rungAt(this.#at, basis)]?.days ?? null;
    const dies =
      ask.expiresOn === null
        ? this.#endAfter(source === 'REFERRAL' ? referralDays : ofTier)
        : lastMomentOf(indianDate(ask.expiresOn));
    if (dies !== null && dies <= this.#at) return { code: 'EXPIRES_IN_PAST' };
    const no = this.lines.length + 1;
    this.lots.push({ name: `${no}`, opened: no, part: 0, credit: no, size: amount, source, dies, moves: [] });
    this.#write({ kind: 'CREDIT', amount, source, reason, parts: [{ from: '', to: `${no}`, amount }] });
    return null;
  }

  #debit(amount: bigint): NaiveRefusal | null {
    const { least, most } = this.rules;
    if (this.status !== 'ACTIVE') return this.#locked();
    if (amount < least || amount > most) return { code: 'AMOUNT_OUT_OF_RANGE', min: least, max: most };
    if (this.balance < amount)
      return { code: 'INSUFFICIENT_FUNDS', available: this.balance, shortBy: amount - this.balance };
    const parts: NaivePart[] = [];
    for (const lot of this.openLots) {
      const taken = lesser(remaining(lot), amount - total(parts.map((part) => part.amount)));
      if (taken > 0n) parts.push({ from: lot.name, to: '', amount: taken });
    }
    this.#write({ kind: 'DEBIT', amount, parts });
    return null;
  }

  #refund(ask: Extract<NaiveAsk, { kind: 'REFUND' }>): NaiveRefusal | null {
    if (ask.debit === null) return { code: 'DEBIT_NOT_FOUND' };
    if (isBlank(ask.reason)) return { code: 'INVALID_INPUT', field: 'reason' };
    const refundable = this.refundableOf(ask.debit);
    const amount = ask.amount ?? refundable;
    if (refundable === 0n || amount > refundable) return { code: 'REFUND_EXCEEDS_DEBIT', refundable };
    if (amount <= 0n) return { code: 'AMOUNT_OUT_OF_RANGE', min: 1n, max: refundable };
    const parts: NaivePart[] = [];
    for (const drawn of [...this.#line(ask.debit).parts].reverse()) {
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
    const lot = this.#lot(name);
    if (!isDead(lot, this.#at)) return name;
    const opened = this.lines.length + 1;
    const heir = { ...lot, name: `${opened}.${part}`, opened, part, size: amount, moves: [] };
    this.lots.push({ ...heir, dies: this.#endAfter(this.rules.graceDays) });
    return heir.name;
  }

  #givenBack(debit: number, lot: string): bigint {
    const refunds = this.lines.filter((line) => line.kind === 'REFUND' && line.debit === debit);
    const parts = refunds.flatMap((line) => line.parts).filter((part) => part.from === lot);
    return total(parts.map((part) => part.amount));
  }

  #setStatus({ status, reason, role }: Extract<NaiveAsk, { kind: 'SET_STATUS' }>): NaiveRefusal | null {
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
    for (const lot of this.openLots.filter((one) => isDead(one, this.#at))) {
      const amount = remaining(lot);
      this.#write({ kind: 'EXPIRY', amount, due: lot.dies, parts: [{ from: lot.name, to: '', amount }] });
    }
  }

  #write(line: NewLine): void {
    const no = this.lines.length + 1;
    for (const { from, to, amount } of line.parts ?? []) {
      if (to === '') this.#lot(from).moves.push({ line: no, amount: -amount });
      else this.#lot(to).moves.push({ line: no, amount });
    }
    const blank = { parts: [], source: null, debit: null, due: null, status: null, reason: null };
    const day = indianDate(this.#at);
    this.lines.push({ ...blank, ...line, no, at: this.#at, day, after: this.balance });
  }

  #forgetAfter(count: number): void {
    this.lines.splice(count);
    const kept = this.lots.filter((lot) => lot.opened <= count);
    this.lots.splice(0, this.lots.length, ...kept);
    for (const lot of kept) while ((lot.moves.at(-1)?.line ?? 0) > count) lot.moves.pop();
  }

  #endAfter(days: number | null): number | null {
    return days === null ? null : lastMomentOf(daysAfter(indianDate(this.#at), days));
  }

  #amounts(kind: NaiveLine['kind'], months: readonly string[] | null): bigint[] {
    const lines = this.lines.filter((line) => line.kind === kind);
    const counting = months === null ? lines : lines.filter((line) => months.includes(line.day.slice(0, 7)));
    return counting.map((line) => line.amount);
  }

  #line(no: number): NaiveLine {
    const line = this.lines[no - 1];
    if (!line) throw new Error(`There is no line ${no}.`);
    return line;
  }

  #lot(name: string): NaiveLot {
    const lot = this.lots.find((one) => one.name === name);
    if (!lot) throw new Error(`There is no lot ${name}.`);
    return lot;
  }
}
