import { checkoutDebitId, checkoutHoldId, checkoutOf, checkoutReleaseId } from '../domain/checkout.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Paise } from '../domain/money.ts';
import { isMoneyEntry, signedAmount, type Entry, type SettlementEntry } from '../domain/wallet/entries.ts';
import {
  entryIdOf,
  expiryEntryId,
  nameWithin,
  releaseEntryId,
  walletIdOf,
  firstPartId,
} from '../domain/wallet/entry-id.ts';
import { counted, movementOf } from '../domain/wallet/running-totals.ts';
import { referrerBonusId } from '../services/idempotency.ts';
import type { StepCheck } from './lot-checks.ts';
import { moment, rupees } from './words.ts';

/** I5, entry by entry. */
export const runningTotalsCount: StepCheck = ({ entry, previous }) => {
  const before = previous?.running ?? {};
  const due = isMoneyEntry(entry) ? counted(before, movementOf(entry), entry.amount) : before;
  return isDeepStrictEqual({ ...entry.running }, { ...due })
    ? null
    : 'its running totals do not follow from the ones before';
};

/** I6. */
export const entriesFollow: StepCheck = ({ entry, previous }) => {
  const seq = (previous?.seq ?? 0) + 1;
  if (entry.seq !== seq) return `it is number ${entry.seq} where ${seq} was due`;
  const due = (previous?.balanceAfter ?? 0n) + (isMoneyEntry(entry) ? signedAmount(entry) : 0n);
  return entry.balanceAfter === due
    ? null
    : `it leaves a balance of ${rupees(entry.balanceAfter)} where ${rupees(due)} was due`;
};

/** I7, as far as names go: an entry's id is made of its wallet and its key, or of what it books. */
export const namesFit: StepCheck = ({ entry, previous }) => {
  const { id, walletId } = entry;
  if (walletIdOf(id) !== walletId) return 'its id is that of another wallet';
  if ((entry.kind === 'OPEN') !== (previous === null))
    return entry.kind === 'OPEN' ? 'it opens a wallet that is open' : 'no opening came before it';
  const derived = derivedIdOf(entry);
  if (derived !== null) return id === derived ? null : `its id should be ${derived}`;
  return isKeyed(entry) || isTopUp(entry) ? null : 'its id is not made of an idempotency key';
};

/**
 * I16. Top-ups and payments that a person looked at are paid for and land in any status; so do refunds, also of what a card had paid, expiries, what is captured of
 * a hold or given back, and acts of staff.
 */
export const onlyActiveWalletsMove: StepCheck = ({ entry, status }) => {
  if (entry.kind === 'STATUS') {
    return entry.previous === status ? null : `it says ${entry.previous} before it, the journal ${status}`;
  }
  const isPaidFor = isTopUp(entry) || (entry.kind === 'CREDIT' && entry.origin?.kind === 'REVIEW');
  const isGrant = entry.kind === 'CREDIT' && !isPaidFor && checkoutOf(entry.id) === null;
  const isOrder = entry.kind === 'HOLD' && entry.purpose === 'ORDER';
  const isSpending = isOrder || (entry.kind === 'DEBIT' && entry.holdId === undefined);
  if (status === 'ACTIVE' || !(isGrant || isSpending)) return null;
  return `a ${entry.kind} was made while the wallet was ${status}`;
};

/** I22. */
export const bulkRowsHaveKeys: StepCheck = ({ entry }) =>
  entry.intent !== null && isKeyed(entry) ? null : 'a row of a bulk credit has no key or no fingerprint';

/** I24. */
export const entriesSayWho: StepCheck = ({ entry }) => {
  const { actor, requestId, intent, reason, kind } = entry;
  if (![actor.id, actor.role, actor.channel, requestId].every((word) => word.trim() !== ''))
    return 'actor, role, channel or request is missing';
  if (intent === null && !isUnasked(entry)) return 'what was asked for is missing';
  const needsReason = NEEDS_REASON.has(kind) || (kind === 'RELEASE' && entry.cause === 'RELEASED');
  return needsReason && !reason?.trim() ? 'the reason is missing' : null;
};

/** I25. */
export const timeGoesOn: StepCheck = ({ entry, previous }) =>
  previous && entry.at < previous.at
    ? `it is of ${moment(entry.at)}, the entry before it of ${moment(previous.at)}`
    : null;

export function isBulk(entry: Entry): boolean {
  return entry.kind === 'CREDIT' && entry.origin?.kind === 'BULK';
}

/** Whether it is the bonus for having been brought by somebody. */
export function isWelcome(entry: Entry): boolean {
  return entry.kind === 'CREDIT' && entry.origin?.kind === 'REFERRAL' && entry.origin.side === 'REFERRED';
}

/** What the provider took back of a payment, and not an admin of a mistake. */
export function isClaimed(entry: Entry): boolean {
  return entry.kind === 'REVERSAL' && entry.actor.channel === 'PAYMENT';
}

function isTopUp(entry: Entry): boolean {
  return entry.kind === 'CREDIT' && entry.origin?.kind === 'TOP_UP';
}

/** What no caller asked for under a key: the wallet, the shop's orders and the payment provider bring it about. */
function isUnasked(entry: Entry): boolean {
  const isDerived = entry.kind === 'RELEASE' && entry.cause !== 'RELEASED';
  return entry.kind === 'EXPIRY' || entry.kind === 'PURCHASE' || isDerived || isTopUp(entry);
}

const NEEDS_REASON: ReadonlySet<string> = new Set([
  'CREDIT',
  'REFUND',
  'REVERSAL',
  'EXTENSION',
  'STATUS',
  'SETTLEMENT',
]);

/** I19: a settlement takes no more than its customer owed. */
export function settlesWhatIsOwed({ settled }: SettlementEntry, owed: Paise): string | null {
  return settled <= owed ? null : `it settles ${rupees(settled)} of ${rupees(owed)} that were owed`;
}

/** The id of what a wallet books without a key of its own; null for what has one. */
function derivedIdOf(entry: Entry): string | null {
  const { walletId } = entry;
  const checkoutId = checkoutOf(entry.id);
  if (checkoutId !== null) return ofCheckout(entry, checkoutId);
  if (entry.kind === 'EXPIRY') return expiryEntryId(walletId, entry.draws[0]?.lot.id ?? '', entry.releasedBy);
  if (entry.kind === 'RELEASE' && entry.cause !== 'RELEASED') return releaseEntryId(walletId, entry.holdId);
  if (entry.kind === 'PURCHASE') return entryIdOf(walletId, `purchase:${entry.orderId}`);
  if (entry.kind !== 'CREDIT' || entry.origin?.kind !== 'REFERRAL') return null;
  const { side, otherId } = entry.origin;
  return side === 'REFERRER' ? referrerBonusId(walletId, otherId) : null;
}

/** What a checkout does has a name made of its own. */
function ofCheckout({ kind, id }: Entry, checkoutId: string): string | null {
  if (kind === 'DEBIT') return checkoutDebitId(checkoutId);
  if (kind === 'RELEASE') return checkoutReleaseId(checkoutId);
  // Which of its refunds it is of, the checkout says.
  if (kind === 'REFUND' || kind === 'CREDIT') return id;
  const again = checkoutHoldId(checkoutId, true);
  return kind === 'HOLD' ? (id === again ? again : checkoutHoldId(checkoutId, false)) : null;
}

const KEY = /^[\w-]{22}$/;

function isKeyed(entry: Entry): boolean {
  return KEY.test(nameWithin(isClaimed(entry) ? firstPartId(entry.id) : entry.id));
}
