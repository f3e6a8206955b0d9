import { bandOf } from '../../domain/programme-figures.ts';
import { nextDueAt } from '../../domain/wallet/holds.ts';
import type { Lot } from '../../domain/wallet/lots.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { WalletModel } from '../models/wallet.model.ts';
import { extensionToDocument, holdToDocument, lotToDocument, toDate } from './codec.ts';

/** Fields of a stored wallet by their paths, as `$set` takes them. */
export type Changes = Partial<WalletModel> & Record<string, unknown>;

/** Fields that are kept as the wallet has them. */
const SAME = [
  'seq',
  'status',
  'statusReason',
  'balance',
  'largestDebit',
  'rewardsClaimed',
  'referralCode',
  'referrals',
  'referredBy',
  'receivable',
] as const;
const DATES = ['statusSince', 'updatedAt', 'lastTransactionAt'] as const;

/**
 * What has to be set in a stored wallet so that it is the next one, down to single fields of lots and totals: what is set is
 * sent, checked, written to the replication's log and copied from there. A wallet is made from the one before it, so what
 * stayed the same is the same value; places in lists are those of the version that guards the write.
 */
export function walletChanges(before: Wallet, after: Wallet): Changes {
  const set: Changes = {};
  for (const name of SAME)
    if (before[name] !== after[name]) (set as Record<string, unknown>)[name] = after[name];
  // The one who was read may have been erased since: then what is stored of the reason is not what was read.
  if (before.status !== after.status) set.statusReason = after.statusReason;
  if (before.balance !== after.balance) setBand(set, before, after);
  for (const name of DATES) if (before[name] !== after[name]) set[name] = toDate(after[name]) as Date;
  if (before.running !== after.running) setRunning(set, before.running, after.running);
  if (before.monthlySpend !== after.monthlySpend) setSpend(set, before.monthlySpend, after.monthlySpend);
  if (before.openOrders !== after.openOrders) set.openOrders = [...after.openOrders];
  if (before.lots !== after.lots) setLots(set, before.lots, after.lots);
  if (before.holds !== after.holds) set.holds = after.holds.map(holdToDocument);
  const dueAt = nextDueAt(after);
  if (nextDueAt(before) !== dueAt) set.nextExpiryAt = toDate(dueAt);
  if (before.extensions !== after.extensions) set.extensions = after.extensions.map(extensionToDocument);
  return set;
}

function setBand(set: Changes, before: Wallet, after: Wallet): void {
  const band = bandOf(after.balance);
  if (bandOf(before.balance) !== band) set.band = band;
}

function setRunning(set: Changes, before: Wallet['running'], after: Wallet['running']): void {
  if (!Object.keys(before).every((movement) => movement in after)) {
    set.running = after as WalletModel['running'];
    return;
  }
  for (const movement of Object.keys(after) as (keyof Wallet['running'])[]) {
    if (before[movement] !== after[movement]) set[`running.${movement}`] = after[movement];
  }
}

function setSpend(set: Changes, before: Wallet['monthlySpend'], after: Wallet['monthlySpend']): void {
  if (!before.every(({ month }, place) => after[place]?.month === month)) {
    set.monthlySpend = [...after];
    return;
  }
  for (const [place, spend] of after.entries()) {
    if (before[place]?.amount !== spend.amount) set[`monthlySpend.${place}`] = spend;
  }
}

function setLots(set: Changes, before: readonly Lot[], after: readonly Lot[]): void {
  if (before.length !== after.length || after.some((lot, place) => lot.id !== before[place]?.id)) {
    set.lots = after.map(lotToDocument);
    return;
  }
  for (const [place, lot] of after.entries()) {
    const was = before[place];
    if (lot === was) continue;
    if (was && isSameButRemaining(was, lot)) set[`lots.${place}.remaining`] = lot.remaining;
    else set[`lots.${place}`] = lotToDocument(lot);
  }
}

function isSameButRemaining(was: Lot, is: Lot): boolean {
  return (Object.keys(is) as (keyof Lot)[]).every((name) => name === 'remaining' || was[name] === is[name]);
}
