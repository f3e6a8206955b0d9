import type { Instant } from '../calendar.ts';
import { sum, type Paise } from '../money.ts';
import { byOrderOfUse, type Draw, type Lot } from './lots.ts';

/**
 * What credits are set aside for: an order of the customer's, or because the payment that brought them is disputed or on its way back
 * (product rules 16 and 24). Gifts are to come.
 */
export const HOLD_PURPOSES = ['ORDER', 'DISPUTE', 'REFUND_TO_SOURCE', 'GIFT'] as const;
export type HoldPurpose = (typeof HOLD_PURPOSES)[number];

/** How what a hold still kept was given back: by whoever ended it, by its deadline, or as the rest of its last capture. */
export const RELEASE_CAUSES = ['RELEASED', 'EXPIRED', 'REST'] as const;
export type ReleaseCause = (typeof RELEASE_CAUSES)[number];

/**
 * Credits that are set aside (product rule 16). Their parts have left the lots of the wallet, as if they had been spent, and are
 * kept here until the hold ends: what remains of a lot is what is in the lot and what open holds keep of it.
 */
export interface OpenHold {
  /** The id of the entry that placed it. */
  readonly id: string;
  readonly purpose: HoldPurpose;
  readonly orderId: string | null;
  /** What it was placed with, in paise. */
  readonly amount: Paise;
  readonly placedSeq: number;
  readonly placedAt: Instant;
  /** The instant at which it ends by itself; null where it ends with what it waits for. */
  readonly expiresAt: Instant | null;
  /** What it still keeps, in the order of use: the part that ends soonest is captured first. */
  readonly draws: readonly Draw[];
}

export type DueHold = OpenHold & { readonly expiresAt: Instant };

interface Keeping {
  readonly lots: readonly Lot[];
  readonly holds: readonly OpenHold[];
}

/** What these holds keep together, in paise. */
export function heldBy(holds: readonly OpenHold[]): Paise {
  let held = 0n;
  for (const { draws } of holds) held += keptBy(draws);
  return held;
}

/** What these parts come to, in paise. */
export function keptBy(draws: readonly Draw[]): Paise {
  return sum(draws.map(({ amount }) => amount));
}

/** What open holds keep of one credit, in paise. */
export function heldOfCredit(holds: readonly OpenHold[], creditSeq: number): Paise {
  return keptBy(holds.flatMap(({ draws }) => draws.filter(({ lot }) => lot.creditSeq === creditSeq)));
}

/** Whether any of these holds keeps something of a lot. */
export function keepsSomeOf(holds: readonly OpenHold[], lotId: string): boolean {
  return holds.some(({ draws }) => draws.some(({ lot }) => lot.id === lotId));
}

/** The holds whose deadline has come, in the order of their deadlines. */
export function dueHolds(holds: readonly OpenHold[], now: Instant): DueHold[] {
  if (holds.length === 0) return [];
  return holds
    .filter((hold): hold is DueHold => hold.expiresAt !== null && hold.expiresAt <= now)
    .sort((a, b) => a.expiresAt - b.expiresAt || a.placedSeq - b.placedSeq);
}

/** When the next lot ends or the next hold meets its deadline; null when neither ever does. */
export function nextDueAt({ lots, holds }: Keeping): Instant | null {
  const next = lots[0]?.expiresAt ?? null;
  if (holds.length === 0) return next;
  const soonest = Math.min(next ?? Infinity, ...holds.map(({ expiresAt }) => expiresAt ?? Infinity));
  return soonest === Infinity ? null : soonest;
}

/** How many lots are open, those of which only a hold keeps something included. */
export function openLotsIn({ lots, holds }: Keeping): number {
  if (holds.length === 0) return lots.length;
  const kept = holds.flatMap(({ draws }) => draws.map(({ lot }) => lot.id));
  return new Set([...lots.map(({ id }) => id), ...kept]).size;
}

/** The holds after parts were taken out of one of them; it leaves the list with its last part. Throws where it keeps less. */
export function withTaken(holds: readonly OpenHold[], id: string, parts: readonly Draw[]): OpenHold[] {
  const at = holds.findIndex((hold) => hold.id === id);
  const hold = holds[at];
  if (!hold) throw new Error(`Hold ${id} is not open.`);
  const wanted = new Map(parts.map(({ lot, amount }) => [lot.id, amount]));
  const draws = hold.draws.flatMap(({ lot, amount }) => {
    const taken = wanted.get(lot.id) ?? 0n;
    wanted.delete(lot.id);
    if (taken > amount) throw new Error(`Hold ${id} does not keep ${taken} paise of lot ${lot.id}.`);
    return taken === amount ? [] : [{ lot, amount: amount - taken }];
  });
  for (const lot of wanted.keys()) throw new Error(`Hold ${id} keeps nothing of lot ${lot}.`);
  return draws.length === 0 ? holds.toSpliced(at, 1) : holds.with(at, { ...hold, draws });
}

/** The holds with a new last instant for what they keep of one lot. */
export function withHeldExpiry(
  holds: readonly OpenHold[],
  lotId: string,
  expiresAt: Instant,
): readonly OpenHold[] {
  return holds.map((hold) => {
    if (!hold.draws.some(({ lot }) => lot.id === lotId)) return hold;
    const draws = hold.draws.map((draw) =>
      draw.lot.id === lotId ? { ...draw, lot: { ...draw.lot, expiresAt } } : draw,
    );
    return { ...hold, draws: draws.sort((a, b) => byOrderOfUse(a.lot, b.lot)) };
  });
}
