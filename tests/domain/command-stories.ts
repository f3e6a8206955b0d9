import fc from 'fast-check';
import { defaultPolicy, type Policy } from '../../api/domain/policy.ts';
import { NAIVE_ORIGINS, type NaiveOrigin } from './naive-records.ts';

/*
 * Stories of commands. Times and amounts are mostly said in relation to the wallet ("all there is and a paisa more", "the
 * moment before the next expiry"), because the edges are where rules break and a plain random figure never meets them.
 */

export type ClockMove =
  | { readonly kind: 'FORWARD'; readonly ms: number }
  /** To around the moment at which one of the wallet's lots falls due. */
  | { readonly kind: 'TO_EXPIRY'; readonly which: number; readonly offset: number }
  | { readonly kind: 'TO_DEADLINE'; readonly which: number; readonly offset: number }
  | { readonly kind: 'TO_MIDNIGHT'; readonly offset: number };

/** Around is how many paise beside the edge. */
export type Amount =
  | { readonly of: 'PLAIN'; readonly paise: bigint }
  | { readonly of: 'BALANCE' | 'FIRST_LOT' | 'ROOM' | 'REFUNDABLE' | 'HELD'; readonly around: bigint }
  | { readonly of: 'TIER'; readonly rung: number; readonly around: bigint };

/** A day from today on, or the one on which a lot that is there expires. */
export type Day = { readonly inDays: number } | { readonly likeLot: number };

/** What staff do to a credit; which one is counted from the latest. */
interface CreditAct {
  readonly which: number;
  readonly ofAnother: boolean;
  readonly reason: string;
}

export type Act =
  | { readonly kind: 'OPEN' | 'EXPIRE' }
  | {
      readonly kind: 'CREDIT';
      readonly amount: Amount;
      readonly source: string;
      readonly reason: string;
      /** Null leaves it to the tier. */
      readonly expiresOn: Day | null;
      readonly origin: NaiveOrigin;
    }
  | {
      readonly kind: 'DEBIT';
      readonly amount: Amount;
      readonly order: string;
      /** How many lines ago the quote was made on which it is decided; null where there was none. */
      readonly quoted: number | null;
    }
  | {
      readonly kind: 'PLACE_HOLD';
      readonly amount: Amount;
      readonly order: string;
      /** So long from now, or the very moment at which a lot that is there expires; null leaves it to the policy. */
      readonly until: { readonly inMs: number } | { readonly likeLot: number } | null;
      readonly quoted: number | null;
    }
  | {
      readonly kind: 'CAPTURE_HOLD';
      readonly which: number;
      readonly amount: Amount | null;
      readonly isFinal: boolean;
    }
  | { readonly kind: 'RELEASE_HOLD'; readonly which: number; readonly reason: string }
  | {
      readonly kind: 'REFUND';
      readonly which: number;
      readonly ofAnother: boolean;
      readonly amount: Amount | null;
      readonly reason: string;
    }
  | ({ readonly kind: 'REVERSE' } & CreditAct)
  | ({ readonly kind: 'EXTEND'; readonly expiresOn: Day } & CreditAct)
  | { readonly kind: 'PURCHASE'; readonly total: bigint; readonly order: string }
  | {
      readonly kind: 'SET_STATUS';
      readonly status: 'ACTIVE' | 'FROZEN' | 'SUSPENDED';
      readonly role: string;
      readonly reason: string;
    };

export interface Step {
  readonly who: number;
  readonly clock: ClockMove;
  readonly act: Act;
  /** Whether to ask although the wallet may not be open yet. */
  readonly early: boolean;
}

export interface CommandStory {
  readonly tuned: Pick<Policy, 'tierBasis' | 'maxOpenLots' | 'maxBalance' | 'maxRefundsPerDebit' | 'holds'>;
  readonly steps: readonly Step[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function weighted<T>(...choices: [number, fc.Arbitrary<T>][]): fc.Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

const offset = fc.integer({ min: -1, max: 1 });
const around = fc.bigInt({ min: -1n, max: 1n });
const any = fc.nat({ max: 1_000 });

function forward(min: number, max: number): fc.Arbitrary<ClockMove> {
  return fc.record({ kind: fc.constant('FORWARD' as const), ms: fc.integer({ min, max }) });
}

const clock = weighted<ClockMove>(
  [16, fc.constant({ kind: 'FORWARD', ms: 0 })],
  [8, forward(1, HOUR)],
  [8, forward(HOUR, 3 * DAY)],
  [2, forward(3 * DAY, 90 * DAY)],
  [1, forward(90 * DAY, 1_200 * DAY)],
  [2, forward(-60 * DAY, -1)],
  [4, fc.record({ kind: fc.constant('TO_EXPIRY' as const), which: any, offset })],
  [2, fc.record({ kind: fc.constant('TO_DEADLINE' as const), which: any, offset })],
  [1, fc.record({ kind: fc.constant('TO_MIDNIGHT' as const), offset })],
);

const limits = [-100n, -1n, 0n, 1n, 99n, 100n, 101n, 99_99_999n, 1_00_00_000n, 1_00_00_001n, 2n ** 53n];

function plain(min: bigint, max: bigint): fc.Arbitrary<Amount> {
  return fc.record({ of: fc.constant('PLAIN' as const), paise: fc.bigInt({ min, max }) });
}

function beside(
  ...edges: ('BALANCE' | 'FIRST_LOT' | 'ROOM' | 'REFUNDABLE' | 'HELD')[]
): fc.Arbitrary<Amount> {
  return fc.record({ of: fc.constantFrom(...edges), around });
}

const besideTier = fc.record({ of: fc.constant('TIER' as const), rung: fc.nat({ max: 3 }), around });
const atLimit = fc.record({ of: fc.constant('PLAIN' as const), paise: fc.constantFrom(...limits) });

const creditAmount = weighted<Amount>(
  [12, plain(100n, 3_000_00n)],
  [4, plain(3_000_00n, 12_000_00n)],
  [1, plain(50_000_00n, 1_00_000_00n)],
  [1, atLimit],
  [1, beside('ROOM')],
  [3, besideTier],
);
const debitAmount = weighted<Amount>(
  [12, plain(100n, 800_00n)],
  [2, plain(800_00n, 12_000_00n)],
  [1, atLimit],
  [6, beside('BALANCE', 'FIRST_LOT', 'FIRST_LOT')],
);
const refundAmount = weighted<Amount | null>(
  [8, plain(1n, 300_00n)],
  [1, atLimit],
  [3, beside('REFUNDABLE', 'FIRST_LOT')],
  [5, fc.constant(null)],
);

const holdAmount = weighted<Amount>(
  [12, plain(100n, 400_00n)],
  [1, atLimit],
  [4, beside('BALANCE', 'FIRST_LOT', 'FIRST_LOT')],
);
const captureAmount = weighted<Amount | null>(
  [8, plain(1n, 150_00n)],
  [1, atLimit],
  [6, beside('HELD', 'HELD', 'FIRST_LOT')],
  [4, fc.constant(null)],
);

const reason = weighted<string>([19, fc.constant('Because')], [1, fc.constantFrom('', ' ', '\n')]);
const source = fc.constantFrom('PURCHASE', 'PURCHASE', 'REFERRAL', 'PROMOTION', 'LOYALTY', 'MANUAL');
const expiresOn = weighted<Day | null>(
  [5, fc.constant(null)],
  [4, fc.record({ inDays: fc.integer({ min: -1, max: 60 }) })],
  [3, fc.record({ likeLot: any })],
);
const laterDay = weighted<Day>(
  [4, fc.record({ inDays: fc.integer({ min: -1, max: 40 }) })],
  [4, fc.record({ inDays: fc.integer({ min: 41, max: 400 }) })],
  [2, fc.record({ likeLot: any })],
);
const origin = weighted<NaiveOrigin>([4, fc.constant('NONE')], [1, fc.constantFrom(...NAIVE_ORIGINS)]);
const creditAct = { which: any, ofAnother: fc.nat({ max: 30 }).map((n) => n === 30), reason };
const status = fc.constantFrom('ACTIVE' as const, 'ACTIVE', 'ACTIVE', 'ACTIVE', 'FROZEN', 'SUSPENDED');

const until = weighted<{ inMs: number } | { likeLot: number } | null>(
  [2, fc.constant(null)],
  [2, fc.record({ inMs: fc.integer({ min: 1, max: 40 * HOUR }) })],
  [7, fc.record({ inMs: fc.integer({ min: DAY, max: 30 * DAY }) })],
  [1, fc.record({ inMs: fc.constantFrom(-1, 0, 30 * DAY, 30 * DAY + 1) })],
  [3, fc.record({ likeLot: any })],
);
const quoted = weighted<number | null>([9, fc.constant(null)], [1, fc.integer({ min: -1, max: 3 })]);

/** Few, so that debits and reports often meet in one. */
const order = fc.nat({ max: 7 }).map((n) => `shop-${n}`);

const act = weighted<Act>(
  [
    38,
    fc.record({
      kind: fc.constant('CREDIT' as const),
      amount: creditAmount,
      source,
      reason,
      expiresOn,
      origin,
    }),
  ],
  [30, fc.record({ kind: fc.constant('DEBIT' as const), amount: debitAmount, order, quoted })],
  [18, fc.record({ kind: fc.constant('PLACE_HOLD' as const), amount: holdAmount, order, until, quoted })],
  [
    28,
    fc.record({
      kind: fc.constant('CAPTURE_HOLD' as const),
      which: any,
      amount: captureAmount,
      isFinal: fc.constantFrom(true, true, false),
    }),
  ],
  [8, fc.record({ kind: fc.constant('RELEASE_HOLD' as const), which: any, reason })],
  [
    24,
    fc.record({
      kind: fc.constant('REFUND' as const),
      which: any,
      ofAnother: fc.nat({ max: 30 }).map((n) => n === 30),
      amount: refundAmount,
      reason,
    }),
  ],
  [10, fc.record({ kind: fc.constant('REVERSE' as const), ...creditAct })],
  [18, fc.record({ kind: fc.constant('EXTEND' as const), ...creditAct, expiresOn: laterDay })],
  [
    4,
    fc.record({
      kind: fc.constant('PURCHASE' as const),
      total: fc.bigInt({ min: 1n, max: 4_000_00n }),
      order,
    }),
  ],
  [5, fc.constant({ kind: 'EXPIRE' })],
  [
    9,
    fc.record({
      kind: fc.constant('SET_STATUS' as const),
      status,
      role: fc.constantFrom('ADMIN', 'ADMIN', 'STAFF'),
      reason,
    }),
  ],
  [1, fc.constant({ kind: 'OPEN' })],
);

const tuned = fc.record({
  maxRefundsPerDebit: fc.constantFrom(...Array<number>(9).fill(defaultPolicy.maxRefundsPerDebit), 1),
  tierBasis: fc.constantFrom('BALANCE' as const, 'LIFETIME_CREDITS', 'ROLLING_SPEND'),
  maxOpenLots: fc.constantFrom(1_000, 1_000, 3, 8),
  maxBalance: fc.constantFrom(defaultPolicy.maxBalance, 15_000_00n),
  holds: fc.constantFrom(50, 50, 1).map((maxOpen) => ({ ...defaultPolicy.holds, maxOpen })),
});

export const commandStory: fc.Arbitrary<CommandStory> = fc.record({
  tuned,
  steps: fc.array(
    fc.record({ who: fc.nat({ max: 2 }), clock, act, early: fc.nat({ max: 9 }).map((n) => n === 9) }),
    { minLength: 1, maxLength: 130, size: 'max' },
  ),
});
