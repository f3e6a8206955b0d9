import { SYSTEM_ACTOR } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import { sum, type Paise } from '../../domain/money.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { balanceSteps, type BalanceStep, type StepKind } from '../../domain/wallet/balance-steps.ts';
import { advanced } from '../../domain/wallet/decide.ts';
import { isMoneyEntry, type Entry, type EntryKind, type MoneyEntry } from '../../domain/wallet/entries.ts';
import { heldBy } from '../../domain/wallet/holds.ts';
import type { Lot } from '../../domain/wallet/lots.ts';
import type { RunningTotals } from '../../domain/wallet/running-totals.ts';
import { tierStanding, type TierStanding } from '../../domain/wallet/tier.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { findWallets } from './find-wallets.ts';
import { lastEntryBefore } from './position.ts';

export interface ExplainedStep extends BalanceStep {
  /** Those of them among the last entries, newest first. */
  readonly latest: readonly MoneyEntry[];
}

/** A lot that is open, with the credit that the money first came in by. */
export interface OpenLot {
  readonly lot: Lot;
  readonly credit: Entry | null;
}

export interface ExplainedBalance {
  /** In paise. */
  readonly balance: Paise;
  /** How many entries the journal had. */
  readonly entries: number;
  /** Their amounts add up to the balance. */
  readonly steps: readonly ExplainedStep[];
  /** What it is made of now; null of another time, of which the journal alone is left. */
  readonly present: Present | null;
}

export interface Present {
  /** The first to be used; with the rest they add up to the balance. */
  readonly lots: readonly OpenLot[];
  readonly rest: { readonly count: number; readonly amount: Paise };
  /** Expiries that are due and that nobody could book yet. */
  readonly unbooked: readonly Entry[];
  readonly wallet: Wallet;
  readonly tier: TierStanding;
}

/** Entries at the end of the journal among which examples are looked for, and how many of each kind are shown. */
const LAST_ENTRIES = 50;
const MOST_LATEST = 3;
const MOST_LOTS = 20;

const STEP_OF: { readonly [K in EntryKind]?: StepKind } = {
  CREDIT: 'ADDED',
  REFUND: 'REFUNDED',
  DEBIT: 'SPENT',
  HOLD: 'HELD',
  RELEASE: 'HELD',
  EXPIRY: 'EXPIRED',
  REVERSAL: 'TAKEN_BACK',
};

/**
 * Why a wallet holds what it holds, now or at an instant; null where it has no journal then. Now is what the decider makes of it when
 * it is run dry: what is due counts as expired, whether or not it is booked.
 */
export async function explainBalance(
  app: App,
  customerId: string,
  at: Instant | null,
): Promise<ExplainedBalance | null> {
  // Looking at a wallet books what is due, as everywhere.
  if (!(await findWallets(app, [customerId])).has(customerId)) return null;
  const stored = (await app.stores.wallets.load([customerId])).get(customerId);
  if (!stored) return null;
  if (at !== null) {
    const last = await lastEntryBefore(app, stored, at + 1);
    return last && explained(app, { ...last, present: null });
  }
  const { wallet, entries } = runDry(app, stored);
  const present = await presentOf(app, wallet, entries);
  const { id: walletId, seq, balance: balanceAfter, holds, running } = wallet;
  const standing = { balanceAfter, heldAfter: heldBy(holds), running, present };
  return explained(app, { walletId, seq: seq - entries.length, ...standing });
}

function runDry({ now, policy }: App, wallet: Wallet) {
  const viewed = { actor: SYSTEM_ACTOR, requestId: 'view', entryId: 'view', intent: null };
  const advance = advanced(wallet, { kind: 'EXPIRE' }, wallet.id, { now: now(), policy, ...viewed });
  if (isRefusal(advance)) throw new Error(`Looking at the wallet ${wallet.id} was refused: ${advance.code}.`);
  return advance;
}

interface Standing {
  readonly walletId: string;
  readonly seq: number;
  readonly balanceAfter: Paise;
  readonly heldAfter?: Paise;
  readonly running: RunningTotals;
  readonly present: Present | null;
}

async function explained(
  { stores }: App,
  { walletId, seq, balanceAfter: balance, heldAfter: held = 0n, running, present }: Standing,
): Promise<ExplainedBalance> {
  const kinds = Object.keys(STEP_OF) as EntryKind[];
  const last = { kinds, afterSeq: Math.max(0, seq - LAST_ENTRIES), upToSeq: seq };
  const latest = (await stores.journal.range(walletId, last, 'NEWEST_FIRST', LAST_ENTRIES)).filter(
    isMoneyEntry,
  );
  const steps = balanceSteps(running, held).map((step) => ({
    ...step,
    latest: latest.filter(({ kind }) => STEP_OF[kind] === step.kind).slice(0, MOST_LATEST),
  }));
  const total = sum(steps.map(({ amount }) => amount));
  if (total !== balance)
    throw new Error(`What moved in the wallet ${walletId} does not add up to its balance.`);
  return { balance, entries: seq, steps, present };
}

async function presentOf(app: App, wallet: Wallet, unbooked: readonly Entry[]): Promise<Present> {
  const shown = wallet.lots.slice(0, MOST_LOTS);
  const others = wallet.lots.slice(MOST_LOTS);
  const seqs = [...new Set(shown.map(({ creditSeq }) => creditSeq))];
  const credits = new Map(
    (await app.stores.journal.atPositions(wallet.id, seqs)).map((entry) => [entry.seq, entry]),
  );
  return {
    lots: shown.map((lot) => ({ lot, credit: credits.get(lot.creditSeq) ?? null })),
    rest: { count: others.length, amount: sum(others.map(({ remaining }) => remaining)) },
    unbooked,
    wallet,
    tier: tierStanding(wallet, app.policy, app.now()),
  };
}
