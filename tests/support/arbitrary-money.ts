import fc from 'fast-check';
import { ENDS_OF_OWING, SHOWN_REASONS, type Entry, type EntryKind } from '../../api/domain/wallet/entries.ts';
import { HOLD_PURPOSES, RELEASE_CAUSES } from '../../api/domain/wallet/holds.ts';
import { MOVEMENTS } from '../../api/domain/wallet/running-totals.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';

/*
 * Wallets and entries that only need to have the right shape: what the money rules allow is of no concern to those who
 * store them, so every field takes its extremes.
 */

const LARGEST = 2n ** 53n - 1n;

export const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_.:-]{1,40}$/),
  fc.constantFrom('$where', 'रुपया', 'a.b', '0', ' ', '👛'),
);
const amount = fc.oneof(
  fc.bigInt({ min: 1n, max: LARGEST }),
  fc.constantFrom(1n, 2n ** 31n - 1n, 2n ** 31n, LARGEST),
);
const sum = fc.oneof(fc.constant(0n), amount);
const signed = fc.oneof(
  sum,
  amount.map((paise) => -paise),
);
const count = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const position = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
const month = fc.constantFrom('2026-03', '2026-12', '2031-01');
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 });

const running = fc.dictionary(fc.constantFrom(...MOVEMENTS), fc.record({ count, total: sum }), {
  noNullPrototype: true,
});
const lotFacts = {
  id: word,
  openedSeq: position,
  creditSeq: position,
  original: amount,
  funding: fc.constantFrom('PURCHASED' as const, 'GRANTED'),
  source: fc.constantFrom('PURCHASE' as const, 'REFERRAL', 'PROMOTION', 'LOYALTY', 'MANUAL'),
  expiresAt: orNull(instant),
};
const lot = fc.record(lotFacts);
const draws = some(fc.record({ lot, amount }));
const purpose = fc.constantFrom(...HOLD_PURPOSES);
const hold = fc.record({
  ...{ id: word, purpose, orderId: orNull(word), amount, placedSeq: position },
  ...{ placedAt: instant, expiresAt: instant, draws },
});
const status = fc.constantFrom('ACTIVE' as const, 'FROZEN', 'SUSPENDED');

const actor = fc.record({
  id: word,
  role: fc.constantFrom('CUSTOMER' as const, 'STAFF', 'ADMIN', 'SYSTEM'),
  channel: fc.constantFrom('WEB' as const, 'MOBILE', 'API', 'PLAYGROUND', 'CONSOLE', 'JOB', 'PAYMENT'),
});

const origin = fc.oneof(
  fc.record({ kind: fc.constant('REWARD' as const), rewardId: word }),
  fc.record({
    kind: fc.constant('REFERRAL' as const),
    side: fc.constantFrom('REFERRER' as const, 'REFERRED'),
    otherId: word,
  }),
  fc.record({ kind: fc.constant('TOP_UP' as const), topUpId: word }),
  fc.record({ kind: fc.constant('BULK' as const), reference: orNull(word) }),
  fc.record({ kind: fc.constant('BULK' as const), reference: orNull(word), bulkId: word, row: fc.nat(999) }),
);

const base = {
  at: instant,
  balanceAfter: sum,
  running,
  actor,
  requestId: word,
  intent: orNull(word),
  reason: orNull(word),
};

type Place = 'id' | 'walletId' | 'seq';
/** What is to be said of each kind; their place in a journal is given when they are put into one. */
const kinds: { readonly [K in EntryKind]: fc.Arbitrary<Omit<Extract<Entry, { kind: K }>, Place>> } = {
  OPEN: fc.record({
    kind: fc.constant('OPEN' as const),
    ...base,
    referralCode: word,
    shortCode: word,
  }),
  CREDIT: fc.record({
    kind: fc.constant('CREDIT' as const),
    ...base,
    amount,
    lot,
    orderId: orNull(word),
    origin: orNull(origin),
  }),
  DEBIT: fc.record({
    kind: fc.constant('DEBIT' as const),
    ...base,
    amount,
    orderId: word,
    draws,
    holdId: word,
    heldAfter: amount,
    countedBefore: fc.record({ month, amount }),
  }),
  REFUND: fc.record({
    kind: fc.constant('REFUND' as const),
    ...base,
    amount,
    orderId: word,
    debitId: word,
    debitMonth: month,
    restores: some(fc.record({ drawnFrom: word, lot, amount })),
  }),
  EXPIRY: fc.record({
    kind: fc.constant('EXPIRY' as const),
    ...base,
    amount,
    draws,
    releasedBy: position,
    expiredAt: instant,
    bookedAt: fc.option(instant),
  }),
  REVERSAL: fc.record({
    kind: fc.constant('REVERSAL' as const),
    ...base,
    amount,
    creditId: word,
    draws,
    notRecovered: sum,
    stillHeld: amount,
    holdId: word,
  }),
  HOLD: fc.record({
    kind: fc.constant('HOLD' as const),
    ...base,
    amount,
    purpose,
    orderId: orNull(word),
    deadline: orNull(instant),
    heldAfter: amount,
    draws,
  }),
  RELEASE: fc.record({
    kind: fc.constant('RELEASE' as const),
    ...base,
    amount,
    orderId: orNull(word),
    holdId: word,
    cause: fc.constantFrom(...RELEASE_CAUSES),
    restores: some(fc.record({ drawnFrom: word, lot, amount })),
    bookedAt: instant,
  }),
  STATUS: fc.record({
    kind: fc.constant('STATUS' as const),
    ...base,
    status,
    previous: status,
    shownReason: fc.constantFrom(...SHOWN_REASONS),
  }),
  EXTENSION: fc.record({
    kind: fc.constant('EXTENSION' as const),
    ...base,
    creditId: word,
    extended: some(fc.record({ lot: word, from: instant, to: instant })),
  }),
  SETTLEMENT: fc.record({
    kind: fc.constant('SETTLEMENT' as const),
    ...base,
    how: fc.constantFrom(...ENDS_OF_OWING),
    settled: amount,
  }),
  PURCHASE: fc.record({
    kind: fc.constant('PURCHASE' as const),
    ...base,
    orderId: word,
    counted: sum,
    isOpen: fc.constant(true as const),
  }),
};

export const EVERY_KIND = Object.keys(kinds) as EntryKind[];

/** One entry of each kind, as the journal of a wallet. */
export function journalOfEveryKind(walletId: string): fc.Arbitrary<Entry[]> {
  return fc
    .tuple(...EVERY_KIND.map((kind) => kinds[kind]))
    .map((said) =>
      said.map(
        (entry, n) =>
          ({ ...entry, id: `${walletId}:${String(n).padStart(2, '0')}`, walletId, seq: n + 1 }) as Entry,
      ),
    );
}

/** A wallet with this id and referral code. */
export function walletNamed(id: string): fc.Arbitrary<Wallet> {
  return fc.record({
    id: fc.constant(id),
    currency: fc.constant('INR' as const),
    seq: position,
    status,
    statusReason: orNull(word),
    statusSince: instant,
    balance: sum,
    lots: some(fc.record({ ...lotFacts, remaining: amount })),
    holds: some(hold),
    running,
    monthlySpend: some(fc.record({ month, amount: signed })),
    openOrders: some(fc.record({ orderId: word, month, rest: sum })),
    largestDebit: orNull(amount),
    rewardsClaimed: count,
    referralCode: fc.constant(id),
    shortCode: fc.constant(id),
    referrals: fc.record({ count, earned: sum, month: orNull(month), inMonth: count }),
    referredBy: orNull(word),
    extensions: some(fc.record({ lot: word, expiresAt: instant })),
    openedAt: instant,
    updatedAt: instant,
    lastTransactionAt: orNull(instant),
  });
}
