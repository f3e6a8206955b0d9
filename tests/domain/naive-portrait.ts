import type { Policy } from '../../api/domain/policy.ts';
import type { NaiveWallet } from './naive-model.ts';
import {
  death,
  deathAsOf,
  remaining,
  total,
  type NaiveBasis,
  type NaiveLine,
  type NaiveLot,
  type NaiveRules,
} from './naive-records.ts';

/** All that can be seen of a wallet, in the product's words, so that two of them can be laid side by side. */
export interface Portrait {
  readonly seq: number;
  readonly status: string;
  readonly statusReason: string | null;
  readonly statusSince: number;
  readonly balance: bigint;
  readonly lots: readonly object[];
  readonly openedAt: number;
  readonly updatedAt: number;
  readonly lastTransactionAt: number | null;
  readonly largestDebit: bigint | null;
  readonly rewardsClaimed: number;
  readonly referrals: object;
  readonly referredBy: string | null;
  /** By lot: their order says nothing. */
  readonly extensions: object;
  readonly totals: object;
  readonly months: readonly object[];
  readonly standings: readonly object[];
  readonly spendable: bigint;
  readonly view: object;
  readonly held: bigint;
  readonly holds: readonly object[];
}

const MOVES_NOTHING = ['OPEN', 'STATUS', 'EXTENSION', 'PURCHASE'];
const BASES: readonly NaiveBasis[] = ['BALANCE', 'LIFETIME_CREDITS', 'ROLLING_SPEND'];

/** The figures of a policy as the naive model takes them. */
export function rulesOf(policy: Policy): NaiveRules {
  return {
    basis: policy.tierBasis,
    rungs: policy.tiers.map(({ level, threshold, creditLifetimeDays }) => {
      return { name: level, from: threshold, days: creditLifetimeDays };
    }),
    least: policy.operation.min,
    most: policy.operation.max,
    ceiling: policy.maxBalance,
    crowd: policy.maxOpenLots,
    holds: policy.holds.maxOpen,
    holdHours: policy.holds.defaultHours,
    holdDays: policy.holds.maxDays,
    graceDays: policy.refundGraceDays,
    refunds: policy.maxRefundsPerDebit,
    referralDays: policy.referral.validityDays,
  };
}

/** Lines of the naive model in the product's words. */
export function naiveLinesOf(lines: readonly NaiveLine[], naive: NaiveWallet): unknown[] {
  return lines.map(
    ({ kind, no: seq, at, after: balanceAfter, heldAfter, reason, amount, parts, ...rest }) => {
      const line = { kind, seq, at, balanceAfter, heldAfter, reason };
      const factsOf = (name: string) =>
        lotFacts(
          naive.lots.find((lot) => lot.name === name),
          seq,
        );
      const draws = () => parts.map((part) => ({ lot: factsOf(part.from), amount: part.amount }));
      switch (kind) {
        case 'OPEN':
          return line;
        case 'CREDIT':
          return { ...line, amount, lot: factsOf(`${seq}`), origin: rest.origin };
        case 'DEBIT':
          return { ...line, amount, draws: draws(), hold: rest.hold };
        case 'HOLD':
          return { ...line, amount, draws: draws(), deadline: rest.due };
        case 'RELEASE':
          return { ...line, amount, restores: draws(), hold: rest.hold, cause: rest.cause };
        case 'EXPIRY':
          return { ...line, amount, draws: draws(), expiredAt: rest.due, releasedBy: rest.hold };
        case 'REFUND': {
          const restores = parts.map((part) => {
            return { drawnFrom: part.from, lot: factsOf(part.to), amount: part.amount };
          });
          return { ...line, amount, restores, debit: rest.debit };
        }
        case 'REVERSAL': {
          const { credit, notRecovered, stillHeld } = rest;
          return { ...line, amount, draws: draws(), credit, notRecovered, stillHeld };
        }
        case 'STATUS':
          return { ...line, status: rest.status, previous: statusBefore(naive, seq) };
        case 'EXTENSION':
          return { ...line, credit: rest.credit, extended: rest.moved };
        case 'PURCHASE':
          return { ...line, counted: amount };
      }
    },
  );
}

export function naivePortraitOf(naive: NaiveWallet, clock: number): Portrait {
  const now = naive.timeAt(clock);
  const open = naive.openLots;
  const money = naive.lines.filter((line) => !MOVES_NOTHING.includes(line.kind));
  const openedAt = naive.lines[0]?.at ?? 0;
  return {
    seq: naive.lines.length,
    status: naive.status,
    statusReason: naive.lastStatusLine?.reason ?? null,
    statusSince: naive.lastStatusLine?.at ?? openedAt,
    balance: naive.balance,
    lots: open.map(lotState),
    openedAt,
    updatedAt: naive.lines.at(-1)?.at ?? 0,
    lastTransactionAt: money.at(-1)?.at ?? null,
    largestDebit: largest(naive.linesOf('DEBIT')),
    rewardsClaimed: money.filter((line) => line.origin === 'REWARD').length,
    referrals: broughtBy(money.filter((line) => line.origin === 'REFERRER')),
    referredBy: money.findLast((line) => line.origin === 'REFERRED')?.other ?? null,
    extensions: Object.fromEntries(extendedLots(naive).map((lot) => [lot.name, death(lot)])),
    totals: recounted(money),
    months: spendByMonth(naive),
    standings: BASES.map((basis) => naiveStanding(naive, now, basis)),
    spendable: naive.spendableAt(now),
    view: viewOf(naive, now),
    held: naive.held,
    holds: naive.openHolds.map((hold) => holdState(hold, naive)),
  };
}

/** What is due is booked in a trial, and then made undone. */
function viewOf(naive: NaiveWallet, now: number): object {
  const before = naive.lines.length;
  naive.perform({ kind: 'EXPIRE' }, now);
  const { balance, openLots, openHolds } = naive;
  const view = {
    balance,
    lots: openLots.map(lotState),
    holds: openHolds.map((hold) => holdState(hold, naive)),
  };
  naive.forgetAfter(before);
  return view;
}

function holdState(hold: NaiveLine, naive: NaiveWallet): object {
  const { amount, no: placedSeq, at: placedAt, due: expiresAt } = hold;
  const draws = naive
    .keptOf(hold)
    .map((part) => ({ lot: lotFacts(naive.lot(part.from)), amount: part.amount }));
  return { amount, placedSeq, placedAt, expiresAt, draws };
}

function naiveStanding(naive: NaiveWallet, now: number, basis: NaiveBasis): object {
  const { rungs } = naive.rules;
  const held = naive.rungAt(now, basis);
  const next = rungs[held + 1];
  const qualifying = naive.qualifyingAt(now, basis);
  const toNext = next ? next.from - qualifying : null;
  return { level: rungs[held]?.name, qualifying, next: next?.name ?? null, toNext };
}

function largest(debits: readonly NaiveLine[]): bigint | null {
  let most: bigint | null = null;
  for (const { amount } of debits) if (most === null || amount > most) most = amount;
  return most;
}

function broughtBy(bonuses: readonly NaiveLine[]): object {
  const month = bonuses.at(-1)?.day.slice(0, 7) ?? null;
  const inMonth = bonuses.filter(({ day }) => day.slice(0, 7) === month).length;
  return { count: bonuses.length, earned: total(bonuses.map(({ amount }) => amount)), month, inMonth };
}

/** A lot dies when its opening says, unless somebody said otherwise later. */
function extendedLots({ lots }: NaiveWallet): NaiveLot[] {
  return lots.filter((lot) => lot.deaths.length > 1);
}

function recounted(money: readonly NaiveLine[]): object {
  const names = money.map((line) => (line.source ?? line.kind).toLowerCase());
  return Object.fromEntries(
    names.map((name) => {
      const lines = money.filter((_, index) => names[index] === name);
      return [name, { count: lines.length, total: total(lines.map((line) => line.amount)) }];
    }),
  );
}

/** By month in India, spent and bought less refunded; the last twelve months that have any. */
function spendByMonth({ spends }: NaiveWallet): object[] {
  const months = [...new Set(spends.map(({ month }) => month))].sort();
  return months.slice(-12).map((month) => {
    const amounts = spends.map((spend) => (spend.month === month ? spend.amount : 0n));
    return { month, amount: total(amounts) };
  });
}

function statusBefore(naive: NaiveWallet, seq: number): string {
  const before = naive.lines.filter((line) => line.kind === 'STATUS' && line.no < seq);
  return before.at(-1)?.status ?? 'ACTIVE';
}

function lotState(lot: NaiveLot): object {
  return { ...lotFacts(lot), remaining: remaining(lot) };
}

/** What is fixed about a lot, and when it dies as far as was known with a line of the journal. */
function lotFacts(lot: NaiveLot | undefined, line = Infinity): object {
  if (!lot) throw new Error('A line names a lot that was never opened.');
  const { name: id, opened: openedSeq, credit: creditSeq, size: original, source } = lot;
  const funding = source === 'PURCHASE' ? 'PURCHASED' : 'GRANTED';
  return { id, openedSeq, creditSeq, original, funding, source, expiresAt: deathAsOf(lot, line) };
}
