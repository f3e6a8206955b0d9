import { monthOf, type Instant } from '../calendar.ts';
import { CURRENCY, sum, type Paise } from '../money.ts';
import type {
  CountedBefore,
  CreditEntry,
  DebitEntry,
  Entry,
  ExpiryEntry,
  Extension,
  HoldEntry,
  OpenEntry,
  PurchaseEntry,
  ReleaseEntry,
  ReversalEntry,
  SettlementEntry,
} from './entries.ts';
import { heldBy, keepsSomeOf, withHeldExpiry, withTaken, type OpenHold } from './holds.ts';
import { withAdded, withDrawn, withExpiry, type Draw, type Lot, type Restore } from './lots.ts';
import type { Wallet } from './wallet.ts';

/** As far as the rolling tier basis looks back. */
const MONTHS_KEPT = 12;

/** Many more than an order is reported before the credits for it are taken. */
const ORDERS_KEPT = 100;

/**
 * The wallet after one more entry of its journal; null before its first. Folding a whole journal gives the stored wallet.
 * Throws on an entry that does not follow: that is damage, never something a customer can cause.
 */
export function evolve(wallet: Wallet | null, entry: Entry): Wallet {
  if (!wallet) {
    if (entry.kind !== 'OPEN' || entry.seq !== 1)
      throw new Error(`Entry ${entry.id} does not open a wallet.`);
    return opened(entry);
  }
  mustFollow(entry, wallet.id, wallet.seq, wallet.updatedAt);
  return balanced(applied(wallet, entry), entry);
}

/**
 * The wallet after several expiries: the same as after one and then the next, in a time that grows with the number of its
 * lots and not with the square of it.
 */
export function expired(wallet: Wallet, entries: readonly ExpiryEntry[]): Wallet {
  let { seq, updatedAt } = wallet;
  for (const entry of entries) {
    mustFollow(entry, wallet.id, seq, updatedAt);
    ({ seq, at: updatedAt } = entry);
  }
  const last = entries.at(-1);
  const draws = entries.flatMap((entry) => entry.draws);
  return last ? balanced(withLots(placedAt(last, wallet), withDrawn(wallet.lots, draws)), last) : wallet;
}

function mustFollow(entry: Entry, walletId: string, seq: number, updatedAt: Instant): void {
  if (entry.walletId !== walletId || entry.seq !== seq + 1 || entry.at < updatedAt)
    throw new Error(`Entry ${entry.id} does not follow entry ${seq} of wallet ${walletId}.`);
}

function balanced(wallet: Wallet, entry: Entry): Wallet {
  if (wallet.balance !== entry.balanceAfter)
    throw new Error(`Entry ${entry.id} says ${entry.balanceAfter} paise, its lots hold ${wallet.balance}.`);
  const held = heldBy(wallet.holds);
  if (held !== (entry.heldAfter ?? 0n))
    throw new Error(`Entry ${entry.id} says ${entry.heldAfter ?? 0n} paise held, its holds keep ${held}.`);
  return wallet;
}

function placedAt({ seq, at: updatedAt, running }: Entry, wallet: Wallet): Wallet {
  return { ...wallet, seq, updatedAt, running };
}

function applied(wallet: Wallet, entry: Entry): Wallet {
  const base = placedAt(entry, wallet);
  switch (entry.kind) {
    case 'OPEN':
      throw new Error(`Wallet ${wallet.id} is open already.`);
    case 'CREDIT':
      return withLots(withOrigin(base, entry), withAdded(wallet.lots, entry.lot, entry.amount));
    case 'DEBIT':
      return entry.holdId === undefined
        ? withLots(withDebit(base, entry), withDrawn(wallet.lots, entry.draws))
        : withoutHeld(withDebit(base, entry), entry.holdId, entry.draws);
    case 'HOLD':
      return withLots(withHold(base, entry), withDrawn(wallet.lots, entry.draws));
    case 'RELEASE':
      return withLots(withReleased(base, entry), restored(wallet.lots, entry.restores));
    case 'EXPIRY':
      return expired(wallet, [entry]);
    case 'REVERSAL':
      return entry.holdId === undefined
        ? withLots(withReceivable(base, entry), withDrawn(wallet.lots, entry.draws))
        : withoutHeld(withReceivable(base, entry), entry.holdId, entry.draws);
    case 'REFUND':
      return withLots(
        withSpend(base, -entry.amount, entry.debitMonth),
        restored(wallet.lots, entry.restores),
      );
    case 'EXTENSION':
      return withExtensions(base, entry.extended);
    case 'PURCHASE':
      return withSpend(withOpenOrder(base, entry), entry.counted);
    case 'SETTLEMENT':
      return withSettled(base, entry);
    case 'STATUS':
      return { ...base, status: entry.status, statusReason: entry.reason, statusSince: entry.at };
  }
}

function withLots(wallet: Wallet, lots: readonly Lot[]): Wallet {
  return {
    ...wallet,
    lots,
    balance: sum(lots.map((lot) => lot.remaining)),
    lastTransactionAt: wallet.updatedAt,
  };
}

function withHold(wallet: Wallet, entry: HoldEntry): Wallet {
  const { id, purpose, orderId, amount, seq: placedSeq, at: placedAt, deadline: expiresAt, draws } = entry;
  const hold: OpenHold = { id, purpose, orderId, amount, placedSeq, placedAt, expiresAt, draws };
  return { ...wallet, holds: [...wallet.holds, hold] };
}

function withoutHeld(wallet: Wallet, holdId: string, parts: readonly Draw[]): Wallet {
  return {
    ...wallet,
    holds: withTaken(wallet.holds, holdId, parts),
    lastTransactionAt: wallet.updatedAt,
  };
}

function withReleased(wallet: Wallet, { id, holdId, restores }: ReleaseEntry): Wallet {
  const next = withoutHeld(wallet, holdId, restores);
  if (next.holds.some((hold) => hold.id === holdId))
    throw new Error(`Entry ${id} does not give back all that hold ${holdId} keeps.`);
  return next;
}

function restored(lots: readonly Lot[], restores: readonly Restore[]): readonly Lot[] {
  return restores.reduce((held, { lot, amount }) => withAdded(held, lot, amount), lots);
}

function withDebit(wallet: Wallet, { amount, orderId, countedBefore }: DebitEntry): Wallet {
  const { largestDebit } = wallet;
  const isLargest = largestDebit === null || amount > largestDebit;
  const next = withSpend(isLargest ? { ...wallet, largestDebit: amount } : wallet, amount);
  return countedBefore ? withoutRest(next, orderId, countedBefore) : next;
}

/** What a debit pays of a reported order counts as the debit's, and no longer as the report's. */
function withoutRest(wallet: Wallet, orderId: string, { month, amount }: CountedBefore): Wallet {
  const openOrders = wallet.openOrders.flatMap((order) => {
    if (order.orderId !== orderId) return [order];
    return order.rest > amount ? [{ ...order, rest: order.rest - amount }] : [];
  });
  return withSpend({ ...wallet, openOrders }, -amount, month);
}

function withOpenOrder(wallet: Wallet, { orderId, counted: rest, isOpen }: PurchaseEntry): Wallet {
  if (!isOpen) return wallet;
  const order = { orderId, month: monthOf(wallet.updatedAt), rest };
  return { ...wallet, openOrders: [...wallet.openOrders, order].slice(-ORDERS_KEPT) };
}

function withReceivable(wallet: Wallet, { receivable = 0n }: ReversalEntry): Wallet {
  return receivable === 0n ? wallet : { ...wallet, receivable: (wallet.receivable ?? 0n) + receivable };
}

function withSettled(wallet: Wallet, { id, settled }: SettlementEntry): Wallet {
  const receivable = (wallet.receivable ?? 0n) - settled;
  if (receivable < 0n) throw new Error(`Entry ${id} settles more than is owed.`);
  return { ...wallet, receivable };
}

function withOrigin(wallet: Wallet, { origin, amount, at }: CreditEntry): Wallet {
  if (origin?.kind === 'REWARD') return { ...wallet, rewardsClaimed: wallet.rewardsClaimed + 1 };
  if (origin?.kind !== 'REFERRAL') return wallet;
  if (origin.side === 'REFERRED') return { ...wallet, referredBy: origin.otherId };
  const { count, earned, month: last, inMonth } = wallet.referrals;
  const month = monthOf(at);
  const referrals = {
    count: count + 1,
    earned: earned + amount,
    month,
    inMonth: month === last ? inMonth + 1 : 1,
  };
  return { ...wallet, referrals };
}

function withExtensions(wallet: Wallet, extended: readonly Extension[]): Wallet {
  const isOnlyHeld = (lot: string) =>
    !wallet.lots.some(({ id }) => id === lot) && keepsSomeOf(wallet.holds, lot);
  const lots = extended.reduce(
    (open, { lot, to }) => (isOnlyHeld(lot) ? open : withExpiry(open, lot, to)),
    wallet.lots,
  );
  const holds =
    wallet.holds.length === 0
      ? wallet.holds
      : extended.reduce((held, { lot, to }) => withHeldExpiry(held, lot, to), wallet.holds);
  const others = wallet.extensions.filter(({ lot }) => !extended.some((extension) => extension.lot === lot));
  return {
    ...wallet,
    lots,
    holds,
    extensions: [...others, ...extended.map(({ lot, to }) => ({ lot, expiresAt: to }))],
  };
}

/** Counts in the present month or in an earlier one; one that is no longer kept is too long ago to count for anything. */
function withSpend(wallet: Wallet, amount: Paise, month = monthOf(wallet.updatedAt)): Wallet {
  const { monthlySpend: kept } = wallet;
  const at = kept.findLastIndex((spend) => spend.month === month);
  const known = kept[at];
  if (known) return { ...wallet, monthlySpend: kept.with(at, { month, amount: known.amount + amount }) };
  const isNew = month > (kept.at(-1)?.month ?? '');
  return isNew ? { ...wallet, monthlySpend: [...kept, { month, amount }].slice(-MONTHS_KEPT) } : wallet;
}

function opened(entry: OpenEntry): Wallet {
  return {
    id: entry.walletId,
    currency: CURRENCY,
    seq: 1,
    status: 'ACTIVE',
    statusReason: null,
    statusSince: entry.at,
    balance: 0n,
    lots: [],
    holds: [],
    running: {},
    monthlySpend: [],
    openOrders: [],
    largestDebit: null,
    rewardsClaimed: 0,
    referralCode: entry.referralCode,
    ...(entry.shortCode !== undefined && { shortCode: entry.shortCode }),
    referrals: { count: 0, earned: 0n, month: null, inMonth: 0 },
    referredBy: null,
    extensions: [],
    openedAt: entry.at,
    updatedAt: entry.at,
    lastTransactionAt: null,
  };
}
