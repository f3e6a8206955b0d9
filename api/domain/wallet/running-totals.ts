import type { Paise } from '../money.ts';
import type { CreditSource } from './lots.ts';

/** The ways in which money moves, so fine that every total of a summary is a sum of these. */
export const MOVEMENTS = [
  'purchase',
  'referral',
  'promotion',
  'loyalty',
  'manual',
  'debit',
  'refund',
  'expiry',
  'reversal',
  'hold',
  'release',
] as const;
export type Movement = (typeof MOVEMENTS)[number];

export interface Tally {
  readonly count: number;
  /** In paise, never negative. */
  readonly total: Paise;
}

/**
 * How often and how much of each movement a wallet has seen up to and including an entry. Kept on the wallet and on every
 * entry, so the summary of any period is the difference of two entries, however many lie between them.
 */
export type RunningTotals = { readonly [M in Movement]?: Tally };

const CREDITS: { readonly [S in CreditSource]: Movement } = {
  PURCHASE: 'purchase',
  REFERRAL: 'referral',
  PROMOTION: 'promotion',
  LOYALTY: 'loyalty',
  MANUAL: 'manual',
};
export const CREDIT_MOVEMENTS: readonly Movement[] = Object.values(CREDITS);

const MOVEMENT_OF = {
  ...({ DEBIT: 'debit', REFUND: 'refund', EXPIRY: 'expiry', REVERSAL: 'reversal' } as const),
  ...({ HOLD: 'hold', RELEASE: 'release' } as const),
};

/** As much of an entry as tells its movement. */
type Movable =
  | { readonly kind: 'CREDIT'; readonly lot: { readonly source: CreditSource } }
  | { readonly kind: keyof typeof MOVEMENT_OF };

const NOTHING: Tally = { count: 0, total: 0n };

/** The movement that an entry counts as. */
export function movementOf(entry: Movable): Movement {
  return entry.kind === 'CREDIT' ? creditMovement(entry.lot.source) : MOVEMENT_OF[entry.kind];
}

/** The movement that a credit of this source counts as. */
export function creditMovement(source: CreditSource): Movement {
  return CREDITS[source];
}

/** The totals after one more movement of this amount (in paise). */
export function counted(running: RunningTotals, movement: Movement, amount: Paise): RunningTotals {
  const tally = running[movement] ?? NOTHING;
  return { ...running, [movement]: { count: tally.count + 1, total: tally.total + amount } };
}

/** Count and total (in paise) over some movements. */
export function tallyOf(running: RunningTotals, movements: readonly Movement[] = MOVEMENTS): Tally {
  let { count, total } = NOTHING;
  for (const movement of movements) {
    const tally = running[movement] ?? NOTHING;
    count += tally.count;
    total += tally.total;
  }
  return { count, total };
}
