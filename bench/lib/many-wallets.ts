import { addDays, endOfDay, type Instant } from '../../api/domain/calendar.ts';
import { searchKeysOf } from '../../api/domain/customer-search.ts';
import type { DebitEntry } from '../../api/domain/wallet/entries.ts';
import type { Lot } from '../../api/domain/wallet/lots.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import type { Database } from '../../api/persistence/connection.ts';
import { entryToDocument } from '../../api/persistence/stores/entry-codec.ts';
import { inTransaction } from '../../api/persistence/transaction.ts';
import type { App } from '../../api/services/app.ts';

const TOGETHER = 1_000;
const MINUTE = 60_000;

const FIRST_NAMES = ['Asha', 'Bala', 'Chitra', 'Dev', 'Esha', 'Farhan', 'Gita', 'Hari', 'Indu', 'Jaya'];
const LAST_NAMES = ['Rao', 'Nair', 'Shah', 'Iyer', 'Meena'];

/**
 * A shop of so many customers, each with a wallet of up to five credits, made a minute apart. Without journals: nothing that
 * looks at all wallets looks at those. Of the first `due` wallets with credits one has ended an hour ago, and of no other.
 */
export async function populate(app: App, database: Database, size: number, due = 0): Promise<void> {
  const now = app.now();
  await app.stores.shortCodes.noteGiven();
  for (let start = 0; start < size; start += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, size - start) }, (_, n) => start + n);
    await database
      .collection<{ _id: string }>('customers')
      .insertMany(numbers.map((n) => customerDocument(n, now - (size - n) * MINUTE)));
    const wallets = numbers
      .map((n) => walletNumber(n, now - (size - n) * MINUTE, now))
      .map((wallet, index) => (isDue(numbers[index] ?? 0, due) ? withEnded(wallet, now) : wallet));
    const changes = wallets.map((after) => ({ id: after.id, before: undefined, after }));
    await inTransaction(
      database,
      (session) => app.stores.wallets.save(changes, session),
      () => true,
    );
  }
}

/** Five wallets of six have credits. */
function isDue(n: number, due: number): boolean {
  return n % 6 !== 0 && n - Math.ceil(n / 6) < due;
}

function withEnded(wallet: Wallet, now: Instant): Wallet {
  const [first, ...others] = wallet.lots;
  return first ? { ...wallet, lots: [{ ...first, expiresAt: now - 60 * MINUTE }, ...others] } : wallet;
}

/** A debit of each wallet, for an order of its own: that orders are found among as many. */
export async function giveOrders(database: Database, size: number): Promise<void> {
  const facts = { id: '2', openedSeq: 2, creditSeq: 2, original: 500n, expiresAt: null } as const;
  const lot = { ...facts, funding: 'GRANTED', source: 'MANUAL' } as const;
  const told = {
    actor: { id: 'till', role: 'STAFF', channel: 'API' },
    requestId: 'bench',
    intent: null,
  } as const;
  for (let start = 0; start < size; start += TOGETHER) {
    const entries = Array.from({ length: Math.min(TOGETHER, size - start) }, (_, at): DebitEntry => {
      const n = start + at;
      const walletId = `customer-${n}`;
      const place = { id: `${walletId}:bench-${n}`, walletId, seq: 40, at: n, balanceAfter: 0n, running: {} };
      const draws = [{ lot, amount: 100n }];
      return { kind: 'DEBIT', ...place, ...told, reason: null, amount: 100n, orderId: `order-${n}`, draws };
    });
    await database
      .collection<{ _id: string }>('wallet_transactions')
      .insertMany(entries.map(entryToDocument));
  }
}

function customerDocument(n: number, createdAt: Instant) {
  const known = {
    id: `customer-${n}`,
    name: `${FIRST_NAMES[n % 10]} ${LAST_NAMES[Math.floor(n / 10) % 5]}`,
    email: `customer${n}@example.com`,
    phone: `+91 9${String(n).padStart(9, '0')}`,
  };
  const { id: _id, ...rest } = known;
  return { _id, ...rest, language: null, createdAt: new Date(createdAt), searchKeys: searchKeysOf(known) };
}

/** With the code that references to its entries begin with, as every wallet gets one when it is opened. */
function walletNumber(n: number, openedAt: Instant, now: Instant): Wallet {
  const lots = Array.from({ length: n % 6 }, (_, place) => lotNumber(n, place, now));
  return {
    id: `customer-${n}`,
    currency: 'INR',
    seq: 40,
    status: n % 100 === 0 ? 'FROZEN' : 'ACTIVE',
    statusReason: null,
    statusSince: openedAt,
    balance: lots.reduce((total, { remaining }) => total + remaining, 0n),
    lots,
    running: { purchase: { count: 3, total: 5_000_00n }, debit: { count: 30, total: 4_000_00n } },
    monthlySpend: [{ month: '2026-01', amount: 4_000_00n }],
    holds: [],
    openOrders: [],
    largestDebit: 300_00n,
    rewardsClaimed: n % 4,
    referralCode: codeNumber(n),
    shortCode: `B${n.toString(32).toUpperCase().padStart(4, '0')}`,
    referrals: { count: n % 5 === 0 ? 1 : 0, earned: 0n, month: null, inMonth: 0 },
    referredBy: null,
    extensions: [],
    openedAt,
    updatedAt: now - (n % 120) * 86_400_000,
    lastTransactionAt: now,
  };
}

/** Small balances for most, ten thousand rupees and more for one in two hundred. */
function lotNumber(n: number, place: number, now: Instant): Lot {
  const remaining = BigInt(((n * 7_919 + place * 104_729) % 40_000) + 1) * (n % 200 === 5 ? 100n : 1n);
  return {
    id: String(place + 2),
    openedSeq: place + 2,
    creditSeq: place + 2,
    original: 50_000_00n,
    funding: place % 2 === 0 ? 'PURCHASED' : 'GRANTED',
    source: place % 2 === 0 ? 'PURCHASE' : 'PROMOTION',
    expiresAt: endOfDay(addDays(now, ((n * 31) % 90) + place * 120)),
    remaining,
  };
}

function codeNumber(n: number): string {
  const digits = (n * 2_654_435_761) % 2 ** 40;
  return digits.toString(32).toUpperCase().padStart(8, '0');
}
