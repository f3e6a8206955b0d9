import type { Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import type { Policy, TierLevel } from '../policy.ts';
import type { Entry } from './entries.ts';
import { heldBy } from './holds.ts';
import type { Lot } from './lots.ts';
import { tierStanding } from './tier.ts';
import type { Wallet, WalletStatus } from './wallet.ts';

/** A wallet at a glance. */
export interface WalletGlance {
  /** In paise. */
  readonly balance: Paise;
  /** What open holds keep, in paise. */
  readonly held: Paise;
  readonly tier: TierLevel;
  readonly status: WalletStatus;
}

/** What becomes of one lot: of a new one there was nothing before, of one that is used up nothing is left. In paise. */
export interface LotChange {
  readonly lot: string;
  /** The seq of the credit that the money first came in by. */
  readonly creditSeq: number;
  readonly before: Paise;
  readonly after: Paise;
  readonly expiresAtBefore: Instant | null;
  readonly expiresAtAfter: Instant | null;
}

/** What an act would do to a wallet. */
export interface ChangePreview {
  /** The seq that the wallet has before it, once what is due is booked: the entry of the act would be the next. */
  readonly seq: number;
  readonly before: WalletGlance;
  readonly after: WalletGlance;
  /** As it would be written. */
  readonly entry: Entry;
  /** Only lots that change, in the order of their use after it. */
  readonly lots: readonly LotChange[];
}

/** What an entry does to a wallet; `before` is what the entry was decided on, with what was due booked. */
export function changePreview(
  before: Wallet,
  after: Wallet,
  entry: Entry,
  { now, policy }: { readonly now: Instant; readonly policy: Policy },
): ChangePreview {
  const glance = (wallet: Wallet): WalletGlance => ({
    balance: wallet.balance,
    held: heldBy(wallet.holds),
    tier: tierStanding(wallet, policy, now).tier.level,
    status: wallet.status,
  });
  return {
    seq: entry.seq - 1,
    before: glance(before),
    after: glance(after),
    entry,
    lots: lotChanges(before.lots, after.lots),
  };
}

function lotChanges(before: readonly Lot[], after: readonly Lot[]): LotChange[] {
  const earlier = new Map(before.map((lot) => [lot.id, lot]));
  const later = new Set(after.map((lot) => lot.id));
  const usedUp = before.filter(({ id }) => !later.has(id));
  return [
    ...usedUp.map((lot) => changeOf(lot, lot, { ...lot, remaining: 0n })),
    ...after.flatMap((lot) => {
      const held = earlier.get(lot.id);
      const isSame = held?.remaining === lot.remaining && held.expiresAt === lot.expiresAt;
      return isSame ? [] : [changeOf(lot, held ?? { remaining: 0n, expiresAt: null }, lot)];
    }),
  ];
}

type Held = Pick<Lot, 'remaining' | 'expiresAt'>;

function changeOf({ id: lot, creditSeq }: Lot, before: Held, after: Held): LotChange {
  return {
    ...{ lot, creditSeq, before: before.remaining, after: after.remaining },
    ...{ expiresAtBefore: before.expiresAt, expiresAtAfter: after.expiresAt },
  };
}
