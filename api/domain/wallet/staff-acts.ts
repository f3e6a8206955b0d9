import { endOfDay } from '../calendar.ts';
import { smaller, sum, type Paise } from '../money.ts';
import type { Refusal } from '../refusal.ts';
import { mustBeSaid } from './checks.ts';
import type { ExtendCommand, ProviderClaim, ReverseCommand } from './commands.ts';
import { heldOfCredit } from './holds.ts';
import { byOrderOfUse, drawFrom, isDue, type LotFacts } from './lots.ts';
import type { DecideContext, Recording } from './recording.ts';

/**
 * Takes back what remains of a mistaken credit and says what of it could not be taken: all of a credit is either left, used and
 * not refunded, expired, kept by open holds, or was taken by an earlier reversal. What a hold keeps is promised to an order: it is not
 * taken, and the reversal says how much it is. For a claim of the provider's it takes no more than is claimed, and
 * what of that had been spent, or is kept by a hold, becomes a receivable, also where nothing is left to take. Works in any status.
 */
export function reverse(
  recording: Recording,
  command: ReverseCommand,
  context: DecideContext,
): Refusal | null {
  const { credit, earlier, reason, claim } = command;
  if (credit.walletId !== recording.wallet.id) return { code: 'CREDIT_NOT_FOUND' };
  const lots = openLots(recording, credit.seq);
  const refusal = mustBeSaid(reason);
  if (refusal) return refusal;
  const left = sum(lots.map(({ remaining }) => remaining));
  const amount = claim ? smaller(claim.amount, left) : left;
  const receivable = claim ? owedOf(recording, command, claim, { left, amount }) : 0n;
  const held = heldOfCredit(recording.wallet.holds, credit.seq);
  if (amount === 0n && receivable === 0n) return { code: 'CREDIT_USED_UP', ...(held > 0n && { held }) };
  const { entryId: id, actor, intent } = context;
  const notRecovered = credit.amount - left - held - sum(earlier.map((reversal) => reversal.amount));
  recording.add({
    ...{ kind: 'REVERSAL', id, actor, intent, reason, amount, creditId: credit.id },
    ...{ draws: drawFrom(lots, amount), notRecovered },
    ...(held > 0n && { stillHeld: held }),
    ...(receivable > 0n && { receivable }),
  });
  return null;
}

/** What of a claim had been spent or is kept by holds, as far as it is not owed already by claims before. */
function owedOf(
  { entries }: Recording,
  { credit, earlier }: ReverseCommand,
  claim: ProviderClaim,
  { left, amount }: { readonly left: Paise; readonly amount: Paise },
): Paise {
  // What fell due just now was booked by this very decision.
  const booked = entries.flatMap((entry) => (entry.kind === 'EXPIRY' ? entry.draws : []));
  const ofCredit = booked.filter(({ lot }) => lot.creditSeq === credit.seq);
  const expired = sum([...claim.expiries, ...ofCredit].map((gone) => gone.amount));
  const taken = sum(earlier.map((reversal) => reversal.amount));
  const owed = sum(earlier.map((reversal) => reversal.receivable ?? 0n));
  const spent = credit.amount - left - taken - expired - owed;
  return smaller(claim.amount - amount, spent > 0n ? spent : 0n);
}

/** Gives what remains of a credit more time, what holds keep of it included; never less. Works in any status. */
export function extend(recording: Recording, command: ExtendCommand, context: DecideContext): Refusal | null {
  const { credit, expiresOn, reason } = command;
  if (credit.walletId !== recording.wallet.id) return { code: 'CREDIT_NOT_FOUND' };
  const unsaid = mustBeSaid(reason);
  if (unsaid) return unsaid;
  const lots = livingLots(recording, credit.seq);
  if (lots.length === 0) return { code: 'CREDIT_USED_UP' };
  const to = endOfDay(expiresOn);
  if (to <= recording.now) return { code: 'EXPIRES_IN_PAST' };
  const extended = lots.flatMap(({ id, expiresAt: from }) =>
    from !== null && from < to ? [{ lot: id, from, to }] : [],
  );
  if (extended.length === 0) {
    return {
      code: 'INVALID_INPUT',
      field: 'expiresAt',
      problem: 'The credit is valid for at least as long already.',
    };
  }
  const { entryId: id, actor, intent } = context;
  recording.add({ kind: 'EXTENSION', id, actor, intent, reason, creditId: credit.id, extended });
  return null;
}

/** A credit can be in several lots: the one it opened, and those that refunds opened for it after it had expired. */
function openLots({ wallet }: Recording, creditSeq: number) {
  return wallet.lots.filter((lot) => lot.creditSeq === creditSeq);
}

/** The same, and those of which only holds keep something; one whose time has come meanwhile serves its hold and nothing else. */
function livingLots({ wallet, now }: Recording, creditSeq: number): readonly LotFacts[] {
  const held = wallet.holds.flatMap(({ draws }) => draws.map(({ lot }) => lot));
  const lots = [...wallet.lots, ...held].filter((lot) => lot.creditSeq === creditSeq && !isDue(lot, now));
  return [...new Map(lots.map((lot) => [lot.id, lot])).values()].sort(byOrderOfUse);
}
