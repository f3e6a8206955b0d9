export type NaiveBasis = 'BALANCE' | 'LIFETIME_CREDITS' | 'ROLLING_SPEND';
export type NaiveStatus = 'ACTIVE' | 'FROZEN' | 'SUSPENDED';

export interface NaiveRules {
  readonly basis: NaiveBasis;
  readonly rungs: readonly { readonly name: string; readonly from: bigint; readonly days: number | null }[];
  readonly least: bigint;
  readonly most: bigint;
  readonly ceiling: bigint;
  readonly crowd: number;
  /** How many holds at once, how long one lasts by itself, and how long one may last. */
  readonly holds: number;
  readonly holdHours: number;
  readonly holdDays: number;
  readonly graceDays: number;
  /** How often one debit can be refunded. */
  readonly refunds: number;
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
      readonly origin: NaiveOrigin;
      /** The other side of a referral. */
      readonly other?: string;
    }
  /** Without a name the order is one that nothing else is for. */
  | {
      readonly kind: 'DEBIT';
      readonly amount: bigint;
      readonly order?: string;
      /** The last line that the quote knew, on which it is decided. */
      readonly quoted?: number;
    }
  | {
      readonly kind: 'PLACE_HOLD';
      readonly amount: bigint;
      readonly order?: string;
      readonly until: number | null;
      readonly quoted?: number;
    }
  /** The line of the hold; null when it is none of this wallet's. */
  | {
      readonly kind: 'CAPTURE_HOLD';
      readonly hold: number | null;
      readonly amount: bigint | null;
      readonly isFinal: boolean;
    }
  | { readonly kind: 'RELEASE_HOLD'; readonly hold: number | null; readonly reason: string }
  /** The line of the debit; null when it is none of this wallet's. */
  | {
      readonly kind: 'REFUND';
      readonly debit: number | null;
      readonly amount: bigint | null;
      readonly reason: string;
    }
  /** The line of the credit; null when it is none of this wallet's. */
  | { readonly kind: 'REVERSE'; readonly credit: number | null; readonly reason: string }
  | {
      readonly kind: 'EXTEND';
      readonly credit: number | null;
      readonly expiresOn: number;
      readonly reason: string;
    }
  | { readonly kind: 'PURCHASE'; readonly total: bigint; readonly order?: string }
  | { readonly kind: 'EXPIRE' }
  | {
      readonly kind: 'SET_STATUS';
      readonly status: NaiveStatus;
      readonly reason: string;
      readonly role: string;
    };

/** ORDER_BACK: what comes back of an order for a card that paid it and that nobody holds any more. */
export const NAIVE_ORIGINS = [
  ...(['NONE', 'REWARD', 'REFERRER', 'REFERRED', 'TOP_UP', 'BULK', 'REVIEW'] as const),
  ...(['VOUCHER', 'GIFT_CARD', 'ORDER_BACK'] as const),
] as const;
export type NaiveOrigin = (typeof NAIVE_ORIGINS)[number];

export interface NaiveLot {
  readonly name: string;
  /** The line that opened it, and which of the lots that this line opened it is. */
  readonly opened: number;
  readonly part: number;
  readonly credit: number;
  readonly size: bigint;
  readonly source: string;
  /** When it dies, as each line that had a say wrote it; the last one holds. */
  readonly deaths: { readonly line: number; readonly at: number | null }[];
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
  readonly kind:
    | ('OPEN' | 'CREDIT' | 'DEBIT' | 'REFUND' | 'EXPIRY' | 'REVERSAL' | 'STATUS' | 'EXTENSION' | 'PURCHASE')
    | ('HOLD' | 'RELEASE');
  readonly at: number;
  readonly day: string;
  readonly amount: bigint;
  readonly after: bigint;
  readonly heldAfter: bigint;
  readonly parts: readonly NaivePart[];
  readonly source: string | null;
  readonly debit: number | null;
  readonly credit: number | null;
  /** The line of the hold that it spends of or gives back; of an expiry, the line that gave it back too late. */
  readonly hold: number | null;
  readonly cause: 'RELEASED' | 'EXPIRED' | 'REST' | null;
  readonly stillHeld: bigint;
  readonly origin: NaiveOrigin | null;
  readonly other: string | null;
  readonly notRecovered: bigint | null;
  readonly moved: readonly NaiveMove[];
  readonly due: number | null;
  readonly order: string | null;
  /** What a reported order came to. */
  readonly total: bigint | null;
  readonly status: NaiveStatus | null;
  readonly reason: string | null;
}

export interface NaiveMove {
  readonly lot: string;
  readonly from: number;
  readonly to: number;
}

export type NaiveRefusal = { readonly code: string } & Record<string, unknown>;
export type NaiveAnswer = { readonly refusal: NaiveRefusal } | { readonly lines: readonly NaiveLine[] };

export function remaining(lot: NaiveLot): bigint {
  return total(lot.moves.map((move) => move.amount));
}

export function remainingAsOf(lot: NaiveLot, line: number): bigint {
  return total(lot.moves.flatMap((move) => (move.line <= line ? [move.amount] : [])));
}

export function death(lot: NaiveLot): number | null {
  return lot.deaths.at(-1)?.at ?? null;
}

export function deathAsOf(lot: NaiveLot, line: number): number | null {
  return lot.deaths.findLast((said) => said.line <= line)?.at ?? null;
}

export function isDead(lot: NaiveLot, at: number): boolean {
  const dies = death(lot);
  return dies !== null && at >= dies;
}

/** By what was known with a line, or by all that is known. */
export function goesBefore(a: NaiveLot, b: NaiveLot, line = Infinity): boolean {
  const aDies = deathAsOf(a, line);
  const bDies = deathAsOf(b, line);
  if (aDies !== bDies) {
    if (aDies === null) return false;
    if (bDies === null) return true;
    return aDies < bDies;
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
