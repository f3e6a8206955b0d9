import { indianDate } from './naive-calendar.ts';
import {
  goesBefore,
  isDead,
  remaining,
  remainingAsOf,
  total,
  type NaiveLine,
  type NaiveLot,
  type NaivePart,
  type NaiveStatus,
} from './naive-records.ts';

type NewLine = Pick<NaiveLine, 'kind' | 'amount'> & Partial<NaiveLine>;

/** The lines and lots of a naive wallet. Every one of them is kept for ever, and every figure is counted anew from them. */
export class NaiveBook {
  readonly lines: NaiveLine[] = [];
  readonly lots: NaiveLot[] = [];

  get status(): NaiveStatus {
    return this.lastStatusLine?.status ?? 'ACTIVE';
  }

  get lastStatusLine(): NaiveLine | undefined {
    return this.linesOf('STATUS').at(-1);
  }

  get balance(): bigint {
    return total(this.lots.map(remaining));
  }

  /** The lots with something in them, in the order of use, found by looking for the next one again and again. */
  get openLots(): NaiveLot[] {
    return inOrder(this.lots.filter((lot) => remaining(lot) > 0n));
  }

  /** The same as they were after a line. */
  lotsAsOf(line: number): NaiveLot[] {
    return inOrder(
      this.lots.filter((lot) => remainingAsOf(lot, line) > 0n),
      line,
    );
  }

  /** The lines of holds that still keep something. */
  get openHolds(): NaiveLine[] {
    const ends = this.lines.filter((line) => line.hold !== null && line.kind !== 'EXPIRY');
    const endedIn = (hold: NaiveLine) => ends.flatMap((line) => (line.hold === hold.no ? [line.amount] : []));
    return this.linesOf('HOLD').filter((hold) => total(endedIn(hold)) < hold.amount);
  }

  /** What a hold still keeps, in the order of use: what it took less all that lines since have taken or given back of it. */
  keptOf(hold: NaiveLine): NaivePart[] {
    const gone = this.lines.filter((line) => line.kind !== 'EXPIRY' && line.hold === hold.no);
    const goneFrom = (name: string) =>
      total(gone.flatMap(({ parts }) => parts.flatMap((part) => (part.from === name ? [part.amount] : []))));
    const kept = hold.parts.map((part) => ({ ...part, amount: part.amount - goneFrom(part.from) }));
    const lots = inOrder(kept.filter(({ amount }) => amount > 0n).map(({ from }) => this.lot(from)));
    return lots.flatMap((lot) => kept.filter(({ from }) => from === lot.name));
  }

  get held(): bigint {
    return total(this.openHolds.flatMap((hold) => this.keptOf(hold).map(({ amount }) => amount)));
  }

  /** What holds keep of some lots. */
  heldOf(names: readonly string[]): bigint {
    const kept = this.openHolds.flatMap((hold) => this.keptOf(hold));
    return total(kept.flatMap(({ from, amount }) => (names.includes(from) ? [amount] : [])));
  }

  /** The clock, unless it was set back. */
  timeAt(clock: number): number {
    const last = this.lines.at(-1);
    return last && last.at > clock ? last.at : clock;
  }

  spendableAt(at: number): bigint {
    return total(this.lots.filter((lot) => !isDead(lot, at)).map(remaining));
  }

  linesOf(kind: NaiveLine['kind']): NaiveLine[] {
    return this.lines.filter((line) => line.kind === kind);
  }

  refundsOf(debit: number): NaiveLine[] {
    return this.linesOf('REFUND').filter((line) => line.debit === debit);
  }

  debitsFor(order: string | null): NaiveLine[] {
    return this.linesOf('DEBIT').filter((line) => order !== null && line.order === order);
  }

  /**
   * What counts as spent, by month: debits, and of reported orders what no debit paid, whenever it came. A refund lowers the
   * month of its debit.
   */
  get spends(): { readonly month: string; readonly amount: bigint }[] {
    return this.lines.flatMap((line) => {
      const { kind, day, amount, order, total: came } = line;
      if (kind === 'DEBIT') return { month: day.slice(0, 7), amount };
      if (kind === 'REFUND') return { month: this.line(line.debit ?? 0).day.slice(0, 7), amount: -amount };
      if (kind !== 'PURCHASE') return [];
      const rest = (came ?? 0n) - total(this.debitsFor(order).map((debit) => debit.amount));
      return { month: day.slice(0, 7), amount: rest < 0n ? 0n : rest };
    });
  }

  line(no: number): NaiveLine {
    const line = this.lines[no - 1];
    if (!line) throw new Error(`There is no line ${no}.`);
    return line;
  }

  lot(name: string): NaiveLot {
    const lot = this.lots.find((one) => one.name === name);
    if (!lot) throw new Error(`There is no lot ${name}.`);
    return lot;
  }

  protected write(at: number, line: NewLine): void {
    const no = this.lines.length + 1;
    // What is captured from a hold has left its lots before.
    const moving = line.kind === 'DEBIT' && line.hold ? [] : (line.parts ?? []);
    for (const { from, to, amount } of moving) {
      if (to === '') this.lot(from).moves.push({ line: no, amount: -amount });
      else this.lot(to).moves.push({ line: no, amount });
    }
    for (const { lot, to } of line.moved ?? []) this.lot(lot).deaths.push({ line: no, at: to });
    const blank = { source: null, debit: null, credit: null, origin: null, other: null, due: null };
    const ofOrder = { order: null, total: null };
    const ofHold = { hold: null, cause: null, stillHeld: 0n };
    const empty = { ...blank, parts: [], moved: [], notRecovered: null, status: null, reason: null };
    const said = { ...ofOrder, ...ofHold, ...empty, ...line, no, at, day: indianDate(at) };
    const after = this.balance;
    this.lines.push({ ...said, after, heldAfter: 0n });
    this.lines[no - 1] = { ...said, after, heldAfter: this.held };
  }

  /** Makes what was written after a line undone. */
  forgetAfter(count: number): void {
    this.lines.splice(count);
    const kept = this.lots.filter((lot) => lot.opened <= count);
    this.lots.splice(0, this.lots.length, ...kept);
    for (const { moves, deaths } of kept) {
      while ((moves.at(-1)?.line ?? 0) > count) moves.pop();
      while ((deaths.at(-1)?.line ?? 0) > count) deaths.pop();
    }
  }
}

/** Found by looking for the next one again and again. */
function inOrder(lots: readonly NaiveLot[], line?: number): NaiveLot[] {
  const waiting = [...lots];
  const ordered: NaiveLot[] = [];
  while (waiting.length > 0) {
    const next = waiting.reduce((best, lot) => (goesBefore(lot, best, line) ? lot : best));
    ordered.push(next);
    waiting.splice(waiting.indexOf(next), 1);
  }
  return ordered;
}
