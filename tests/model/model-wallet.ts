import { isDeepStrictEqual } from 'node:util';
import type { Policy } from '../../api/domain/policy.ts';
import type { Entry } from '../../api/domain/wallet/entries.ts';
import { linesOf } from '../domain/entry-lines.ts';
import { NaiveWallet } from '../domain/naive-model.ts';
import { total, type NaiveLine } from '../domain/naive-records.ts';
import { naiveLinesOf, naivePortraitOf, rulesOf } from '../domain/naive-portrait.ts';
import { portraitOf } from '../domain/portrait.ts';
import { journalOf, storedWallet } from '../support/check-journal.ts';
import type { TestApp } from '../support/app.ts';
import type { Answer } from './answers.ts';

/** One customer's wallet as the naive model holds it, and the names that the product gave to its lines. */
export class ModelWallet {
  readonly naive: NaiveWallet;
  /** The code by which others are referred; known once the wallet is open. */
  referralCode: string | null = null;
  /** Since when each reward is claimed, by the reward's id. */
  readonly claims = new Map<string, number>();
  /** The orders that the shop reported. */
  readonly reports: { readonly at: number; readonly total: bigint }[] = [];
  /** Who brought this customer; null when nobody did. */
  referredAt: number | null = null;
  /** The lines that hold credits for a checkout, and end with that alone. */
  readonly holdsOfOrders = new Set<number>();
  readonly #names = new Map<number, string>();

  constructor(
    readonly id: string,
    /** The process that mostly serves this customer. */
    readonly home: 0 | 1,
    policy: Policy,
  ) {
    this.naive = new NaiveWallet(rulesOf(policy));
  }

  /** Whether the product's name for a line is known, so that it can be asked about. */
  readonly isNamed = (line: number): boolean => this.#names.has(line);

  /**
   * What each order since an instant came to, less what was refunded of it since then. Every debit and every report is of an order
   * of its own, but for the debits that were captured from one hold.
   */
  ordersSince(since: number): bigint[] {
    const isSince = ({ at }: { readonly at: number }) => at >= since;
    const sumSince = (lines: readonly NaiveLine[]) =>
      total(lines.filter(isSince).map(({ amount }) => amount));
    const debits = this.naive.linesOf('DEBIT');
    const orderOf = ({ hold, no }: NaiveLine) => hold ?? no;
    const paid = [...new Set(debits.map(orderOf))].map((order) => {
      const own = debits.filter((debit) => orderOf(debit) === order);
      return sumSince(own) - sumSince(own.flatMap(({ no }) => this.naive.refundsOf(no)));
    });
    return [...paid, ...this.reports.filter(isSince).map(({ total }) => total)];
  }

  nameOf(line: number): string {
    const name = this.#names.get(line);
    if (name === undefined) throw new Error(`Line ${line} of ${this.id} has no name.`);
    return name;
  }

  /** Remembers the name of a line that no answer told. */
  name(line: number, name: string): void {
    this.#names.set(line, name);
  }

  /** Remembers what an accepted answer told. */
  learn(answer: Answer): void {
    if ('refusal' in answer || !answer.entry) return;
    this.#names.set(answer.entry.seq, answer.entry.id);
    if (answer.referralCode !== undefined) this.referralCode = answer.referralCode;
  }

  /** Answers how it is made what it is now, as far as its lines go. */
  keep(): () => void {
    const lines = this.naive.lines.length;
    return () => this.naive.forgetAfter(lines);
  }

  /** Its lines in the database. */
  async stored(app: TestApp): Promise<readonly unknown[]> {
    return linesOf(await journalOf(app, this.id), originKind);
  }

  /** Whether these are the lines that it has here. */
  hasLines(lines: readonly unknown[]): boolean {
    return isDeepStrictEqual(naiveLinesOf(this.naive.lines, this.naive), lines);
  }

  /** What is different between the wallet in the database and the naive one; null when nothing is. */
  async difference(app: TestApp, clock: number): Promise<string | null> {
    const lines = await this.stored(app);
    const naiveLines = naiveLinesOf(this.naive.lines, this.naive);
    const at = naiveLines.findIndex((line, index) => !isDeepStrictEqual(line, lines[index]));
    if (at >= 0 || lines.length !== naiveLines.length) {
      const index = at < 0 ? naiveLines.length : at;
      return told(`line ${index + 1} of ${this.id}`, lines[index], naiveLines[index]);
    }
    if (naiveLines.length === 0) return null;
    const stored = portraitOf(await storedWallet(app, this.id), app.policy, clock);
    const naive = naivePortraitOf(this.naive, clock);
    return isDeepStrictEqual(stored, naive) ? null : told(`the wallet ${this.id}`, stored, naive);
  }
}

export function told(what: string, product: unknown, naive: unknown): string {
  return `${what} differs.\nproduct: ${plain(product)}\nmodel:   ${plain(naive)}`;
}

function plain(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part)) ?? 'none'
  );
}

/** The naive model knows what brought a credit, but not the ids of what is outside the wallet. */
function originKind({ origin }: Extract<Entry, { kind: 'CREDIT' }>): string {
  if (!origin) return 'NONE';
  if (origin.kind === 'GIFT_CARD' && origin.checkoutId !== undefined) return 'ORDER_BACK';
  return origin.kind === 'REFERRAL' ? origin.side : origin.kind;
}
