import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../domain/calendar.ts';
import { sum, type Paise } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { bandOf } from '../domain/programme-figures.ts';
import { isShortCode } from '../domain/reference.ts';
import { nextDueAt } from '../domain/wallet/holds.ts';
import { byOrderOfUse, spendable } from '../domain/wallet/lots.ts';
import { tierStanding } from '../domain/wallet/tier.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { KeptWallet } from '../persistence/stores/audit.store.ts';
import type { Replay } from './replay.ts';
import { moment, rupees } from './words.ts';

/** A stored wallet beside what its journal tells. */
export interface Reckoning {
  readonly kept: KeptWallet;
  readonly replay: Replay;
  /** What its money entries come to, in paise. */
  readonly signed: Paise;
  /** How many credits it has for having been referred. */
  readonly welcomes: number;
  /** What its reversals note that is owed, in paise. */
  readonly receivable: Paise;
  /** The fold of the journal; null where the journal does not fold. */
  readonly folded: Wallet | null;
  readonly policy: Policy;
  readonly now: Instant;
}

/** What a wallet breaks, in words; null when it breaks nothing. */
export type WalletCheck = (reckoning: Reckoning) => string | null;

/** I1. */
export const balanceIsOneAmount: WalletCheck = ({ kept: { wallet }, signed }) => {
  const held = sum(wallet.lots.map(({ remaining }) => remaining));
  return wallet.balance === held && held === signed
    ? null
    : `its balance is ${rupees(wallet.balance)}, its lots hold ${rupees(held)}, its entries come to ${rupees(signed)}`;
};

/** I2. */
export const spendableIsWithinBalance: WalletCheck = ({ kept: { wallet, nextExpiryAt }, now }) => {
  const free = spendable(wallet.lots, Math.max(now, wallet.updatedAt));
  if (free < 0n || free > wallet.balance)
    return `${rupees(free)} could be spent of a balance of ${rupees(wallet.balance)}`;
  const soonest = nextDueAt(wallet);
  return nextExpiryAt === soonest
    ? null
    : `what is due next is kept as ${moment(nextExpiryAt)}, its lots and holds say ${moment(soonest)}`;
};

/** I3. */
export const openLotsHoldSomething: WalletCheck = ({ kept: { wallet } }) => {
  const lot = wallet.lots.find(({ remaining, original }) => remaining <= 0n || remaining > original);
  return lot ? `lot ${lot.id} holds ${rupees(lot.remaining)} of ${rupees(lot.original)}` : null;
};

/** I4. */
export const lotsHoldWhatIsLeft: WalletCheck = ({ kept: { wallet }, replay }) => {
  for (const { id } of [...wallet.lots, ...replay.lots]) {
    const stored = wallet.lots.find((lot) => lot.id === id)?.remaining ?? 0n;
    const told = replay.lots.find((lot) => lot.id === id)?.remaining ?? 0n;
    if (stored !== told) return `lot ${id} holds ${rupees(stored)}, its entries leave ${rupees(told)}`;
  }
  return null;
};

/** I5. */
export const totalsAreTheLast: WalletCheck = ({ kept: { wallet }, replay }) =>
  isDeepStrictEqual({ ...wallet.running }, { ...replay.last?.running })
    ? null
    : 'its running totals are not those of its last entry';

/** I6. */
export const walletIsUpToDate: WalletCheck = ({ kept: { wallet }, replay }) => {
  const last = replay.last?.seq ?? 0;
  return wallet.seq === last ? null : `it says ${wallet.seq} entries, its journal has ${last}`;
};

/** I7. */
export const foldIsTheWallet: WalletCheck = ({ kept: { wallet }, folded }) => {
  if (!folded) return null;
  // A wallet from before there were codes was given one later, which no entry tells; that it is its own is looked at elsewhere.
  const { shortCode = wallet.shortCode } = folded;
  const told = shortCode === undefined ? folded : { ...folded, shortCode };
  if (isDeepStrictEqual(told, wallet)) return null;
  const fields = Object.keys(told) as (keyof Wallet)[];
  const different = fields.filter((field) => !isDeepStrictEqual(told[field], wallet[field]));
  return `${different.join(', ')} differ from the fold of its journal`;
};

/** I34. */
export const codeIsWellWritten: WalletCheck = ({ kept: { wallet } }) =>
  wallet.shortCode === undefined || isShortCode(wallet.shortCode)
    ? null
    : `no reference can begin with its code ${wallet.shortCode}`;

/** I11. */
export const lotsStandInOrder: WalletCheck = ({ kept: { wallet } }) =>
  wallet.lots.every((lot, index, lots) => index === 0 || byOrderOfUse(lots[index - 1] ?? lot, lot) <= 0)
    ? null
    : 'its lots do not stand in their order of use';

/** I14, of the referred. */
export const welcomedOnce: WalletCheck = ({ kept: { wallet }, welcomes }) => {
  if (welcomes === (wallet.referredBy === null ? 0 : 1)) return null;
  return `it was referred by ${wallet.referredBy ?? 'nobody'}, its journal has ${welcomes} welcome bonuses`;
};

/** I16. */
export const statusIsTheLast: WalletCheck = ({ kept: { wallet }, replay }) =>
  wallet.status === replay.status ? null : `it is ${wallet.status}, its journal says ${replay.status}`;

/** I19. */
export const receivableIsNoted: WalletCheck = ({ kept: { wallet }, receivable }) =>
  (wallet.receivable ?? 0n) === receivable
    ? null
    : `it says that ${rupees(wallet.receivable ?? 0n)} are owed, its journal ${rupees(receivable)}`;

/** I2, of the stretch by which a balance is found. A wallet that an older version opened has none until the next start. */
export const bandFollows: WalletCheck = ({ kept: { wallet, band } }) =>
  band === undefined || band === bandOf(wallet.balance)
    ? null
    : `it is kept in stretch ${band} of balances, its balance lies in ${bandOf(wallet.balance)}`;

/** I21. */
export const tierFollows: WalletCheck = ({ kept: { wallet, tier }, policy }) => {
  const { level } = tierStanding(wallet, policy, wallet.updatedAt).tier;
  return tier === level ? null : `it is kept as ${tier}, the policy says ${level}`;
};

/** I25. */
export const timesAreTheJournals: WalletCheck = ({ kept: { wallet }, replay }) =>
  wallet.updatedAt === replay.last?.at
    ? null
    : `it says it last changed on ${moment(wallet.updatedAt)}, its journal ${moment(replay.last?.at ?? null)}`;
