import { monthOf, type Instant } from '../calendar.ts';
import { CURRENCY, sum, type Paise } from '../money.ts';
import type { CreditEntry, Entry, ExpiryEntry, Extension, OpenEntry } from './entries.ts';
import { withAdded, withDrawn, withExpiry, type Lot, type Restore } from './lots.ts';
import type { Wallet } from './wallet.ts';

/** As far as the rolling tier basis looks back. */
const MONTHS_KEPT = 12;

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
      return withLots(withDebit(base, entry.amount), withDrawn(wallet.lots, entry.draws));
    case 'EXPIRY':
      return expired(wallet, [entry]);
    case 'REVERSAL':
      return withLots(base, withDrawn(wallet.lots, entry.draws));
    case 'REFUND':
      return withLots(withSpend(base, -entry.amount), restored(wallet.lots, entry.restores));
    case 'EXTENSION':
      return withExtensions(base, entry.extended);
    case 'PURCHASE':
      return withSpend(base, entry.counted);
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

function restored(lots: readonly Lot[], restores: readonly Restore[]): readonly Lot[] {
  return restores.reduce((held, { lot, amount }) => withAdded(held, lot, amount), lots);
}

function withDebit(wallet: Wallet, amount: Paise): Wallet {
  const { largestDebit } = wallet;
  const isLargest = largestDebit === null || amount > largestDebit;
  return withSpend(isLargest ? { ...wallet, largestDebit: amount } : wallet, amount);
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
  const lots = extended.reduce((held, { lot, to }) => withExpiry(held, lot, to), wallet.lots);
  const others = wallet.extensions.filter(({ lot }) => !extended.some((extension) => extension.lot === lot));
  return {
    ...wallet,
    lots,
    extensions: [...others, ...extended.map(({ lot, to }) => ({ lot, expiresAt: to }))],
  };
}

function withSpend(wallet: Wallet, amount: Paise): Wallet {
  const month = monthOf(wallet.updatedAt);
  const last = wallet.monthlySpend.at(-1);
  const monthlySpend =
    last?.month === month
      ? wallet.monthlySpend.with(-1, { month, amount: last.amount + amount })
      : [...wallet.monthlySpend, { month, amount }].slice(-MONTHS_KEPT);
  return { ...wallet, monthlySpend };
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
    running: {},
    monthlySpend: [],
    largestDebit: null,
    rewardsClaimed: 0,
    referralCode: entry.referralCode,
    referrals: { count: 0, earned: 0n, month: null, inMonth: 0 },
    referredBy: null,
    extensions: [],
    openedAt: entry.at,
    updatedAt: entry.at,
    lastTransactionAt: null,
  };
}
