export type NaiveBasis = 'BALANCE' | 'LIFETIME_CREDITS' | 'ROLLING_SPEND';
export type NaiveStatus = 'ACTIVE' | 'FROZEN' | 'SUSPENDED';

export interface NaiveRules {
  readonly basis: NaiveBasis;
  readonly rungs: readonly { readonly name: string; readonly from: bigint; readonly days: number | null }[];
  readonly least: bigint;
  readonly most: bigint;
  readonly ceiling: bigint;
  readonly crowd: number;
  readonly graceDays: number;
  readonly referralDays: number;
}

export type NaiveAsk =
  | { readonly kind: 'OPEN' }
  | {
      readonly kind: 'CREDIT';
      readonly amount: bigint;
      readonly source: string;
      readonly reason: string;
      readonly expiresOn: number | null;
    }
  | { readonly kind: 'DEBIT'; readonly amount: bigint }
  /** The line of the debit; null when it is none of this wallet's. */
  | {
      readonly kind: 'REFUND';
      readonly debit: number | null;
      readonly amount: bigint | null;
      readonly reason: string;
    }
  | { readonly kind: 'EXPIRE' }
  | {
      readonly kind: 'SET_STATUS';
      readonly status: NaiveStatus;
      readonly reason: string;
      readonly role: string;
    };

export interface NaiveLot {
  readonly name: string;
  /** The line that opened it, and which of the lots that this line opened it is. */
  readonly opened: number;
  readonly part: number;
  readonly credit: number;
  readonly size: bigint;
  readonly source: string;
  readonly dies: number | null;
  /** All that ever went in (plus) and out (minus), with the line that did it. */
  readonly moves: { readonly line: number; readonly amount: bigint }[];
}

export interface NaivePart {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
}

export interface NaiveLine {
  readonly no: number;
  readonly kind: 'OPEN' | 'CREDIT' | 'DEBIT' | 'REFUND' | 'EXPIRY' | 'STATUS';
  readonly at: number;
  readonly day: string;
  readonly amount: bigint;
  readonly after: bigint;
  readonly parts: readonly NaivePart[];
  readonly source: string | null;
  readonly debit: number | null;
  readonly due: number | null;
  readonly status: NaiveStatus | null;
  readonly reason: string | null;
}

export type NaiveRefusal = { readonly code: string } & Record<string, unknown>;
export type NaiveAnswer = { readonly refusal: NaiveRefusal } | { readonly lines: readonly NaiveLine[] };

export function remaining(lot: NaiveLot): bigint {
  return total(lot.moves.map((move) => move.amount));
}

export function isDead(lot: NaiveLot, at: number): boolean {
  return lot.dies !== null && at >= lot.dies;
}

export function goesBefore(a: NaiveLot, b: NaiveLot): boolean {
  if (a.dies !== b.dies) {
    if (a.dies === null) return false;
    if (b.dies === null) return true;
    return a.dies < b.dies;
  }
  const aIsGranted = a.source !== 'PURCHASE';
  const bIsGranted = b.source !== 'PURCHASE';
  if (aIsGranted !== bIsGranted) return aIsGranted;
  if (a.opened !== b.opened) return a.opened < b.opened;
  return a.part < b.part;
}

export function isBlank(text: string): boolean {
  return /^\s*$/.test(text);
}

export function total(amounts: readonly bigint[]): bigint {
  let all = 0n;
  for (const amount of amounts) all = all + amount;
  return all;
}

export function lesser(a: bigint, b: bigint): bigint {
  return a > b ? b : a;
}
