import type {
  CreditSource,
  PaymentMethod,
  ShownReason,
  TopUpStatus,
  TierLevel,
  TransactionKind,
  WalletStatus,
} from '../../../client/graphql/graphql.ts';
import type { SamplePurchase } from './bought-cards.ts';
import type { SampleCheckout } from './checkouts.ts';
import type { SampleSentGift } from './sent-gifts.ts';
import { traceCredits } from './traced-credits.ts';

export interface Money {
  amount: string;
  currencyCode: 'INR';
}

/** What one line of a story says: the kind and what the journal would keep. Amounts are in paise. */
export interface Line {
  kind: TransactionKind;
  paise: bigint;
  at: string;
  source?: CreditSource;
  reason?: string;
  orderId?: string;
  /** The checkout that it paid a part of, or is held for. */
  checkout?: string;
  /** What has become of what it set aside; left out while that stands. */
  heldUntil?: 'CAPTURED' | 'RELEASED' | 'EXPIRED';
  /** It was set aside before, so that the balance loses nothing more. */
  wasHeld?: boolean;
}

export interface Lot {
  paise: bigint;
  source: CreditSource;
  reason?: string;
  expiresAt: string;
  daysLeft: number;
}

export interface Story {
  lines: Line[];
  /** What expires within 30 days, soonest first. */
  expiring?: Lot[];
  status?: WalletStatus;
  shownReason?: ShownReason;
  /** The part of the balance that was paid for. */
  purchased?: bigint;
  rewards?: RewardStory[];
  /** False: too old for a friend's code. */
  canApplyCode?: boolean;
  topUps?: SampleTopUp[];
  checkouts?: SampleCheckout[];
  /** Gift cards that are bought, newest first. */
  purchases?: SamplePurchase[];
  /** What goes to others, newest first. */
  gifts?: SampleSentGift[];
  /** As the shop answers them. */
  claimedCards?: readonly object[];
  /** What is set aside, by order. */
  holds?: SampleHold[];
  people?: { displayName: string; joinedAt: string; paise: bigint }[];
}

export interface SampleHold {
  orderId: string | null;
  paise: bigint;
  expiresAt: string | null;
  /** The id of what it is held for, among the checkouts. */
  checkout?: string;
}

export interface SampleTopUp {
  id: string;
  paise: bigint;
  method: PaymentMethod;
  status: TopUpStatus;
  failureReason?: string;
  note?: string | null;
}

export interface RewardStory {
  name: string;
  paise: bigint;
  used: number;
  of: number | null;
  minimum?: bigint;
  largest?: bigint;
  claimedAt?: string;
  /** Its time is over. */
  endedAt?: string;
}

export type SampleWallet = ReturnType<typeof tell>;

const ladder: { level: TierLevel; from: bigint; days: number | null }[] = [
  { level: 'BRONZE', from: 0n, days: 365 },
  { level: 'SILVER', from: 1_000_00n, days: 730 },
  { level: 'GOLD', from: 5_000_00n, days: 1095 },
  { level: 'PLATINUM', from: 10_000_00n, days: null },
];

export const tiers = ladder.map(({ level, from, days }) => ({
  __typename: 'Tier',
  level,
  name: level,
  threshold: money(from),
  creditLifetimeDays: days,
  benefits: [],
}));

export function money(paise: bigint): Money {
  const size = paise < 0n ? -paise : paise;
  const sign = paise < 0n ? '-' : '';
  return { amount: `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}`, currencyCode: 'INR' };
}

/** Turns a story, oldest line first, into a wallet as the contract describes it. */
export function tell(story: Story) {
  let balance = 0n;
  const entries = story.lines.map((line, index) => {
    const change = ['DEBIT', 'EXPIRY', 'REVERSAL'].includes(line.kind) ? -line.paise : line.paise;
    const signed = line.wasHeld ? 0n : change;
    balance += signed;
    return entry(line, { id: `entry-${index + 1}`, signed, balance });
  });
  const traced = traceCredits(story, entries);
  const purchased = story.purchased ?? 0n;
  const expiring = story.expiring ?? [];
  return {
    __typename: 'Wallet',
    id: 'wallet-asha',
    status: story.status ?? 'ACTIVE',
    statusSince: '2026-11-23T09:30:00+05:30',
    shownReason: story.shownReason ?? null,
    balance: money(balance),
    purchasedBalance: money(purchased),
    grantedBalance: money(balance - purchased),
    held: money((story.holds ?? []).reduce((sum, { paise }) => sum + paise, 0n)),
    totalEarned: money(sum(story.lines, 'CREDIT')),
    totalSpent: money(sum(story.lines, 'DEBIT')),
    totalRefunded: money(sum(story.lines, 'REFUND')),
    transactionCount: entries.length,
    tier: standing(balance),
    expiringCredits: {
      total: money(expiring.reduce((total, lot) => total + lot.paise, 0n)),
      nextExpiryAt: expiring[0]?.expiresAt ?? null,
      lots: expiring.map(lotOf),
    },
    /** Newest first, as the history reads. */
    entries: traced.toReversed(),
  };
}

export type Entry = ReturnType<typeof entry>;

const types: Record<TransactionKind, string> = {
  CREDIT: 'CreditTransaction',
  DEBIT: 'DebitTransaction',
  REFUND: 'RefundTransaction',
  EXPIRY: 'ExpiryTransaction',
  REVERSAL: 'ReversalTransaction',
  HOLD: 'HoldTransaction',
  RELEASE: 'ReleaseTransaction',
};

function entry(line: Line, made: { id: string; signed: bigint; balance: bigint }) {
  return {
    __typename: types[line.kind],
    id: made.id,
    reference: `EB-7K9QX-${made.id.replace('entry-', '')}`,
    kind: line.kind,
    status: 'COMPLETED',
    amount: money(line.paise),
    signedAmount: money(made.signed),
    balanceAfter: money(made.balance),
    source: line.source ?? null,
    reason: line.reason ?? null,
    orderId: line.orderId ?? null,
    createdAt: line.at,
    checkout: line.checkout === undefined ? null : { id: line.checkout, payUrl: `/pay/${line.checkout}` },
  };
}

function lotOf(lot: Lot, index: number) {
  return {
    credit: { __typename: 'CreditTransaction', id: `lot-${index + 1}`, reason: lot.reason ?? null },
    source: lot.source,
    remaining: money(lot.paise),
    expiresAt: lot.expiresAt,
    daysLeft: lot.daysLeft,
  };
}

function standing(balance: bigint) {
  const reached = ladder.findLastIndex((tier) => tier.from <= balance);
  const next = ladder[reached + 1];
  return {
    basis: 'BALANCE',
    tier: tiers[reached],
    qualifyingAmount: money(balance),
    next: tiers[reached + 1] ?? null,
    toNext: next === undefined ? null : money(next.from - balance),
  };
}

function sum(lines: Line[], kind: TransactionKind): bigint {
  return lines.reduce((total, line) => (line.kind === kind ? total + line.paise : total), 0n);
}
