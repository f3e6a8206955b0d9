import { dayOf, monthOf, startOfDay, type Instant } from './calendar.ts';
import type { Paise } from './money.ts';
import type { Policy, TierLevel } from './policy.ts';
import { heldBy } from './wallet/holds.ts';
import type { LotFacts } from './wallet/lots.ts';
import { MOVEMENTS } from './wallet/running-totals.ts';
import { tierSteps } from './wallet/tier.ts';
import type { Wallet } from './wallet/wallet.ts';

/**
 * Sums over all wallets, each a count or an amount in paise, by sheet and field. What concerns the present stands on the sheet
 * `all`, what belongs to a month on a sheet of that month: so one change touches few sheets, and old months are left alone.
 */
export class Figures {
  readonly sheets = new Map<string, Map<string, bigint>>();

  add(sheet: string, field: string, amount: bigint): void {
    if (amount === 0n) return;
    const fields = this.sheets.get(sheet) ?? new Map<string, bigint>();
    this.sheets.set(sheet, fields.set(field, (fields.get(field) ?? 0n) + amount));
  }

  get(sheet: string, field: string): bigint {
    return this.sheets.get(sheet)?.get(field) ?? 0n;
  }
}

export const ALL = 'all';
const FROM_THE_FIRST = '0000-00';

/**
 * Notes how a wallet that became another changes the sums: what the one adds to them less what the other did. A wallet that
 * is new (`before` undefined) adds all of itself, so the sums over all wallets are what they come to one by one.
 */
export function noteChange(
  figures: Figures,
  before: Wallet | undefined,
  after: Wallet,
  policy: Policy,
): void {
  noteTraits(figures, before, after);
  noteTier(figures, before, after, policy);
  noteOwed(figures, before, after);
  noteHeld(figures, before, after);
  noteDay(figures, before, after);
  noteMoved(figures, before, after);
}

const TRAITS: Readonly<Record<string, (wallet: Wallet) => boolean>> = {
  wallets: () => true,
  usable: ({ status }) => status === 'ACTIVE',
  claimed: ({ status, rewardsClaimed }) => status === 'ACTIVE' && rewardsClaimed > 0,
  referred: ({ referrals }) => referrals.count > 0,
};
const TRAIT_NAMES = Object.keys(TRAITS);

function noteTraits(figures: Figures, before: Wallet | undefined, after: Wallet): void {
  for (const name of TRAIT_NAMES) {
    const has = TRAITS[name];
    if (!has) continue;
    const [had, hasNow] = [before !== undefined && has(before), has(after)];
    if (had !== hasNow) figures.add(ALL, name, hasNow ? 1n : -1n);
  }
}

/** A tier may end by itself with time, so each step of it is noted under the month with which it begins. */
function noteTier(figures: Figures, before: Wallet | undefined, after: Wallet, policy: Policy): void {
  const [was, is] = [before && tierSteps(before, policy), tierSteps(after, policy)];
  const isSame = was?.length === is.length && is.every((step, at) => isSameStep(step, was[at]));
  if (isSame) return;
  const terms = tierTerms(policy);
  if (was) addSteps(figures, terms, was, -1n);
  addSteps(figures, terms, is, 1n);
}

type Step = ReturnType<typeof tierSteps>[number];

function isSameStep(step: Step, other: Step | undefined): boolean {
  return step.level === other?.level && step.from === other.from;
}

function addSteps(figures: Figures, terms: string, steps: readonly Step[], count: bigint): void {
  let left: TierLevel | null = null;
  for (const { from, level } of steps) {
    const month = from ?? FROM_THE_FIRST;
    figures.add(ALL, `tiers.${terms}.${month}.${level}`, count);
    if (left !== null) figures.add(ALL, `tiers.${terms}.${month}.${left}`, -count);
    left = level;
  }
}

/** What tiers go by, as one word: sums by tier are worth nothing under another policy. */
export function tierTerms({ tierBasis, tiers }: Policy): string {
  return [tierBasis, ...tiers.map(({ level, threshold }) => `${level}-${threshold}`)].join('_');
}

/** How many wallets hold a tier at an instant, by what is booked. */
export function walletsHolding(figures: Figures, level: TierLevel, policy: Policy, now: Instant): bigint {
  const terms = `tiers.${tierTerms(policy)}.`;
  const month = monthOf(now);
  let count = 0n;
  for (const [field, wallets] of figures.sheets.get(ALL) ?? []) {
    if (!field.startsWith(terms) || !field.endsWith(`.${level}`)) continue;
    if (field.slice(terms.length, terms.length + month.length) <= month) count += wallets;
  }
  return count;
}

/** By month of expiry and funding. Most changes concern few lots, and the others are the same objects as before. */
function noteOwed(figures: Figures, before: Wallet | undefined, after: Wallet): void {
  const [had, has] = [before?.lots ?? [], after.lots];
  if (had === has) return;
  let start = 0;
  let [hadEnd, hasEnd] = [had.length, has.length];
  while (start < hadEnd && start < hasEnd && had[start] === has[start]) start += 1;
  while (hadEnd > start && hasEnd > start && had[hadEnd - 1] === has[hasEnd - 1]) {
    hadEnd -= 1;
    hasEnd -= 1;
  }
  for (const lot of had.slice(start, hadEnd)) addLot(figures, lot, -lot.remaining);
  for (const lot of has.slice(start, hasEnd)) addLot(figures, lot, lot.remaining);
}

/** What is set aside is owed like what can be spent, and is a sum of its own besides. */
function noteHeld(figures: Figures, before: Wallet | undefined, after: Wallet): void {
  const had = before?.holds ?? [];
  if (had === after.holds || (had.length === 0 && after.holds.length === 0)) return;
  for (const { lot, amount } of had.flatMap(({ draws }) => draws)) addLot(figures, lot, -amount);
  for (const { lot, amount } of after.holds.flatMap(({ draws }) => draws)) addLot(figures, lot, amount);
  figures.add(ALL, 'held', heldBy(after.holds) - heldBy(had));
}

function addLot(figures: Figures, { expiresAt, funding }: LotFacts, amount: bigint): void {
  figures.add(ALL, `owed.${expiresAt === null ? 'never' : monthKept(expiresAt)}.${funding}`, amount);
}

/** Wallets and what they hold by the day of their last entry: from which days on they count as active is for the asker to say. */
function noteDay(figures: Figures, before: Wallet | undefined, after: Wallet): void {
  if (before && before.balance === after.balance && isSameDay(before, after)) return;
  if (before && isSameDay(before, after)) {
    const [sheet, day] = sheetAndDay(after.updatedAt);
    figures.add(sheet, `${day}.balance`, after.balance - before.balance);
    const [left, entered] = [bandOf(before.balance), bandOf(after.balance)];
    if (left === entered) return;
    figures.add(sheet, `${day}.bands.${left}`, -1n);
    figures.add(sheet, `${day}.bands.${entered}`, 1n);
    return;
  }
  if (before) addDay(figures, before, -1n);
  addDay(figures, after, 1n);
}

function addDay(figures: Figures, { updatedAt, balance }: Wallet, count: bigint): void {
  const [sheet, day] = sheetAndDay(updatedAt);
  figures.add(sheet, `${day}.wallets`, count);
  figures.add(sheet, `${day}.balance`, count * balance);
  figures.add(sheet, `${day}.bands.${bandOf(balance)}`, count);
}

function isSameDay(before: Wallet, after: Wallet): boolean {
  return startOfDay(before.updatedAt) === startOfDay(after.updatedAt);
}

/** What wallets have moved since they were opened, by the month in which they last moved anything. */
function noteMoved(figures: Figures, before: Wallet | undefined, after: Wallet): void {
  if (before?.running === after.running && before.lastTransactionAt === after.lastTransactionAt) return;
  const left = before?.lastTransactionAt ?? null;
  const month = after.lastTransactionAt === null ? null : monthKept(after.lastTransactionAt);
  const leftMonth = left === null ? null : monthKept(left);
  for (const movement of MOVEMENTS) {
    const [had, has] = [before?.running[movement], after.running[movement]];
    if (month === leftMonth && had === has) continue;
    if (had && leftMonth !== null) figures.add(leftMonth, `moved.${movement}`, -had.total);
    if (has && month !== null) figures.add(month, `moved.${movement}`, has.total);
  }
}

/** Eight stretches between an amount and its double: so narrow that few wallets share one, so wide that there are few. */
const STRETCHES = 8;

/** The stretch of balances, in paise, in which one lies: 0 to 15 by themselves, from there on ever wider. */
export function bandOf(balance: Paise): number {
  const doublings = Math.max(0, balance.toString(2).length - 4);
  const place = balance >> BigInt(doublings);
  return doublings * STRETCHES + Number(place);
}

/** The lowest balance of a stretch, in paise; that of the next one ends it. */
export function startOfBand(band: number): Paise {
  if (band < 2 * STRETCHES) return BigInt(band);
  const doublings = Math.floor(band / STRETCHES) - 1;
  return BigInt((band % STRETCHES) + STRETCHES) << BigInt(doublings);
}

/** The sheet of a day and the field under which it stands there. */
export function sheetAndDay(at: Instant): [string, string] {
  const start = startOfDay(at);
  let known = DAYS.get(start);
  if (!known) {
    const day = dayOf(at);
    known = [day.slice(0, 7), `days.${day.slice(8)}`];
    remember(DAYS, start, known);
  }
  return known;
}

function monthKept(at: Instant): string {
  const start = startOfDay(at);
  return MONTHS.get(start) ?? remember(MONTHS, start, monthOf(at));
}

/** Naming a day takes longer than all the adding, and the days of a batch are few. */
const DAYS = new Map<Instant, [string, string]>();
const MONTHS = new Map<Instant, string>();
const MOST_REMEMBERED = 10_000;

function remember<T>(names: Map<Instant, T>, day: Instant, name: T): T {
  if (names.size >= MOST_REMEMBERED) names.clear();
  names.set(day, name);
  return name;
}
