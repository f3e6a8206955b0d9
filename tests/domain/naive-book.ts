import { indianDate } from './naive-calendar.ts';
import {
  goesBefore,
  isDead,
  remaining,
  total,
  type NaiveLine,
  type NaiveLot,
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
    const waiting = this.lots.filter((lot) => remaining(lot) > 0n);
    const ordered: NaiveLot[] = [];
    while (waiting.length > 0) {
      const next = waiting.reduce((best, lot) => (goesBefore(lot, best) ? lot : best));
      ordered.push(next);
      waiting.splice(waiting.indexOf(next), 1);
    }
    return ordered;
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
    for (const { from, to, amount } of line.parts ?? []) {
      if (to === '') this.lot(from).moves.push({ line: no, amount: -amount });
      else this.lot(to).moves.push({ line: no, amount });
    }
    for (const { lot, to } of line.moved ?? []) this.lot(lot).deaths.push({ line: no, at: to });
    const blank = { source: null, debit: null, credit: null, origin: null, other: null, due: null };
    const ofOrder = { order: null, total: null };
    const empty = { ...blank, parts: [], moved: [], notRecovered: null, status: null, reason: null };
    this.lines.push({ ...ofOrder, ...empty, ...line, no, at, day: indianDate(at), after: this.balance });
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
