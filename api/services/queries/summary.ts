import { endOfDay, monthOf, startOfMonth, type Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import type { Entry } from '../../domain/wallet/entries.ts';
import { heldBy } from '../../domain/wallet/holds.ts';
import {
  MOVEMENTS,
  type Movement,
  type RunningTotals,
  type Tally,
} from '../../domain/wallet/running-totals.ts';
import { timeOf, type Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { lastEntryBefore } from './position.ts';

/** What happened to a wallet in a period. */
export interface Summary {
  readonly movements: { readonly [M in Movement]: Tally };
  /** What the balance changed by, in paise: what came in less what went out and what was set aside. */
  readonly net: Paise;
  readonly openingBalance: Paise;
  readonly closingBalance: Paise;
  /** What open holds kept beside the balance, at the beginning and at the end. */
  readonly openingHeld: Paise;
  readonly closingHeld: Paise;
}

export interface MonthlySummary extends Summary {
  /** As `2026-11`. */
  readonly month: string;
}

/** The state of the sums at a point of the journal. */
interface Point {
  readonly running: RunningTotals;
  readonly balance: Paise;
  readonly held: Paise;
}

const BEGINNING: Point = { running: {}, balance: 0n, held: 0n };

/**
 * The movements of a wallet from one instant (included) to another (not included). The difference of two entries' running
 * totals, however many entries lie between them.
 */
export async function summarise(
  app: App,
  wallet: Wallet,
  from: Instant | null,
  to: Instant | null,
): Promise<Summary> {
  const [start, end] = await Promise.all([
    from === null ? BEGINNING : pointBefore(app, wallet, from),
    to === null ? pointNow(wallet) : pointBefore(app, wallet, to),
  ]);
  return between(start, end);
}

/** The last `count` months of a wallet, the current one included, oldest first. */
export async function monthlySummaries(app: App, wallet: Wallet, count: number): Promise<MonthlySummary[]> {
  const now = app.now();
  const starts = Array.from({ length: count }, (_, index) => startOfMonth(now, index - count + 1));
  const points = await Promise.all(starts.map((start) => pointBefore(app, wallet, start)));
  return starts.map((start, index) => ({
    month: monthOf(endOfDay(start)),
    ...between(points[index] ?? BEGINNING, points[index + 1] ?? pointNow(wallet)),
  }));
}

function pointNow({ running, balance, holds }: Wallet): Point {
  return { running, balance, held: heldBy(holds) };
}

async function pointBefore(app: App, wallet: Wallet, instant: Instant): Promise<Point> {
  if (instant > timeOf(wallet, app.now())) return pointNow(wallet);
  return pointAfter(await lastEntryBefore(app, wallet, instant));
}

/** Where the journal stands after an entry; at its beginning, after none. */
export function pointAfter(entry: Entry | null): Point {
  if (!entry) return BEGINNING;
  return { running: entry.running, balance: entry.balanceAfter, held: entry.heldAfter ?? 0n };
}

export function between(start: Point, end: Point): Summary {
  const movements = Object.fromEntries(
    MOVEMENTS.map((movement) => [movement, difference(end.running[movement], start.running[movement])]),
  ) as Summary['movements'];
  const net = end.balance - start.balance;
  return {
    ...{ movements, net, openingBalance: start.balance, closingBalance: end.balance },
    ...{ openingHeld: start.held, closingHeld: end.held },
  };
}

function difference(end: Tally = NOTHING, start: Tally = NOTHING): Tally {
  return { count: end.count - start.count, total: end.total - start.total };
}

const NOTHING: Tally = { count: 0, total: 0n };
