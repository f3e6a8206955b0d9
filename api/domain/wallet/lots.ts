import type { Instant } from '../calendar.ts';
import { smaller, sum, type Paise } from '../money.ts';

export type Funding = 'PURCHASED' | 'GRANTED';
export type CreditSource = 'PURCHASE' | 'REFERRAL' | 'PROMOTION' | 'LOYALTY' | 'MANUAL';

/** What stays the same about a lot however much of it is left. */
export interface LotFacts {
  /** Unique within the wallet: the seq of the credit, or `<seq>.<n>` for a lot that a refund opened anew. */
  readonly id: string;
  /** The seq of the entry that opened the lot: older lots are drawn first. */
  readonly openedSeq: number;
  /** The seq of the credit that the money first came in by. */
  readonly creditSeq: number;
  readonly original: Paise;
  readonly funding: Funding;
  readonly source: CreditSource;
  /** The instant from which the lot can no longer be spent; null means it never expires. */
  readonly expiresAt: Instant | null;
}

/** A credit with what is left of it (product rule 3). */
export interface Lot extends LotFacts {
  readonly remaining: Paise;
}

/** An amount taken from a lot, with the facts of the lot, so that a refund can give it back after the lot is gone. */
export interface Draw {
  readonly lot: LotFacts;
  readonly amount: Paise;
}

/** An amount given back to a lot. */
export interface Restore {
  /** The lot it had been drawn from. */
  readonly drawnFrom: string;
  /** The lot it goes to: the same one, or a new one when the first has expired. */
  readonly lot: LotFacts;
  readonly amount: Paise;
}

/** Purchased credits have the source PURCHASE; all others are granted (product rule 3). */
export function fundingOf(source: CreditSource): Funding {
  return source === 'PURCHASE' ? 'PURCHASED' : 'GRANTED';
}

/** Whether the lot's time has come: from that instant it is not spendable, booked or not (product rule 5). */
export function isDue<L extends LotFacts>(lot: L, now: Instant): lot is L & { readonly expiresAt: Instant } {
  return lot.expiresAt !== null && lot.expiresAt <= now;
}

export type DueLot = Lot & { readonly expiresAt: Instant };

/** The lots whose time has come, soonest first. */
export function dueLots(lots: readonly Lot[], now: Instant): DueLot[] {
  return lots.filter((lot) => isDue(lot, now));
}

/** What can be spent of these lots at this instant, in paise. */
export function spendable(lots: readonly Lot[], now: Instant): Paise {
  return sum(lots.map((lot) => (isDue(lot, now) ? 0n : lot.remaining)));
}

/**
 * Takes an amount (in paise, at most the sum of what remains) from lots in their order of use: soonest expiry first,
 * no expiry last, then granted before purchased, then oldest (product rule 4).
 */
export function drawFrom(lots: readonly Lot[], amount: Paise): Draw[] {
  const draws: Draw[] = [];
  let left = amount;
  for (const lot of lots) {
    if (left === 0n) break;
    const taken = smaller(lot.remaining, left);
    draws.push({ lot: factsOf(lot), amount: taken });
    left -= taken;
  }
  if (left > 0n) throw new Error(`The lots hold ${left} paise less than the draw asks for.`);
  return draws;
}

/**
 * The lots after amounts were taken from some of them, each named once; a lot with nothing left leaves the list. Goes through
 * the lots once, however many draws there are, and no further than the last lot that is drawn.
 */
export function withDrawn(lots: readonly Lot[], draws: readonly Draw[]): Lot[] {
  const wanted = new Map(draws.map((draw) => [draw.lot.id, draw.amount]));
  const kept: Lot[] = [];
  let at = 0;
  for (; wanted.size > 0 && at < lots.length; at += 1) {
    const lot = lots[at] as Lot;
    const amount = wanted.get(lot.id);
    if (amount !== undefined && lot.remaining < amount) break;
    if (amount === undefined) kept.push(lot);
    else if (amount < lot.remaining) kept.push({ ...lot, remaining: lot.remaining - amount });
    wanted.delete(lot.id);
  }
  for (const [id, amount] of wanted) throw new Error(`Lot ${id} does not hold ${amount} paise.`);
  return [...kept, ...lots.slice(at)];
}

/** The lots after an amount was put into one of them; a lot that was used up, or is new, takes its place in the order. */
export function withAdded(lots: readonly Lot[], facts: LotFacts, amount: Paise): Lot[] {
  const at = lots.findIndex((lot) => lot.id === facts.id);
  const held = lots[at];
  const lot: Lot = held ? { ...held, remaining: held.remaining + amount } : { ...facts, remaining: amount };
  if (lot.remaining > lot.original) throw new Error(`Lot ${lot.id} would hold more than it was opened with.`);
  if (held) return lots.with(at, lot);
  const place = lots.findIndex((other) => byOrderOfUse(lot, other) < 0);
  return lots.toSpliced(place === -1 ? lots.length : place, 0, lot);
}

/** The lots with a new last instant for one of them, which takes its new place in the order. */
export function withExpiry(lots: readonly Lot[], lotId: string, expiresAt: Instant): readonly Lot[] {
  const lot = lots.find((held) => held.id === lotId);
  if (!lot) throw new Error(`Lot ${lotId} is not open.`);
  return [...lots.filter((held) => held !== lot), { ...lot, expiresAt }].sort(byOrderOfUse);
}

/** Negative when the first lot is used before the second (product rule 4). */
export function byOrderOfUse(a: LotFacts, b: LotFacts): number {
  const expiry = (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity);
  if (a.expiresAt !== b.expiresAt) return expiry;
  if (a.funding !== b.funding) return a.funding === 'GRANTED' ? -1 : 1;
  return a.openedSeq - b.openedSeq || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}

function factsOf({ remaining: _, ...facts }: Lot): LotFacts {
  return facts;
}
