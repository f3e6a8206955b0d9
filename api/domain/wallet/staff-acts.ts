import { endOfDay } from '../calendar.ts';
import { smaller, sum, type Paise } from '../money.ts';
import type { Refusal } from '../refusal.ts';
import { mustBeSaid } from './checks.ts';
import type { ExtendCommand, ProviderClaim, ReverseCommand } from './commands.ts';
import { partEntryId } from './entry-id.ts';
import { giveRestBack } from './hold.ts';
import { heldOfCredit } from './holds.ts';
import { byOrderOfUse, drawFrom, isDue, type Draw, type Lot, type LotFacts } from './lots.ts';
import type { DecideContext, Recording } from './recording.ts';

/**
 * Takes back what remains of a mistaken credit and says what of it could not be taken: all of a credit is either left, used and
 * not refunded, expired, kept by open holds, or was taken by an earlier reversal. What a hold keeps is promised to an order: it is not
 * taken, and the reversal says how much it is. Works in any status.
 *
 * For a claim of the provider's it takes no more than is claimed: of what was held for that claim first, then of what is free, then of
 * what is held for other disputes of the same payment, by a reversal each. What of the claim had been spent, or is kept for an order,
 * becomes a receivable, also where nothing is left to take.
 */
export function reverse(
  recording: Recording,
  command: ReverseCommand,
  context: DecideContext,
): Refusal | null {
  const { credit, earlier, reason, claim } = command;
  if (credit.walletId !== recording.wallet.id) return { code: 'CREDIT_NOT_FOUND' };
  const refusal = mustBeSaid(reason);
  if (refusal) return refusal;
  const sources = sourcesOf(recording, credit.seq, claim);
  const left = sum(sources.map(({ lots }) => holding(lots)));
  const amount = claim ? smaller(claim.amount, left) : left;
  const receivable = claim ? owedOf(recording, command, claim, { left, amount }) : 0n;
  const held = heldOfCredit(recording.wallet.holds, credit.seq);
  if (amount === 0n && receivable === 0n) return { code: 'CREDIT_USED_UP', ...(held > 0n && { held }) };
  const parts = partsOf(sources, amount);
  let taken = sum(earlier.map((reversal) => reversal.amount));
  for (const [index, part] of parts.entries()) {
    const own = { id: partEntryId(context.entryId, index + 1), actor: context.actor, intent: context.intent };
    const { wallet } = recording;
    const keeps = heldOfCredit(wallet.holds, credit.seq);
    const free = holding(wallet.lots.filter(({ creditSeq }) => creditSeq === credit.seq));
    const stillHeld = part.holdId === undefined ? keeps : keeps - part.amount;
    const isLast = index === parts.length - 1;
    recording.add({
      ...{ kind: 'REVERSAL', ...own, reason, ...part, creditId: credit.id },
      notRecovered: credit.amount - free - keeps - taken,
      ...(stillHeld > 0n && { stillHeld }),
      ...(isLast && receivable > 0n && { receivable }),
    });
    taken += part.amount;
  }
  if (claim?.holdId !== undefined) giveRestBack(recording, claim.holdId, context.actor);
  return null;
}

/** Where credits can be taken from: the lots, or what a hold keeps as if it were in lots. */
interface Source {
  readonly holdId?: string;
  readonly lots: readonly Lot[];
}

interface Part {
  readonly holdId?: string;
  readonly amount: Paise;
  readonly draws: readonly Draw[];
}

/** In the order in which they are taken from. */
function sourcesOf(recording: Recording, creditSeq: number, claim?: ProviderClaim): Source[] {
  const free = { lots: openLots(recording, creditSeq) };
  if (!claim) return [free];
  const disputed = recording.wallet.holds
    .filter(({ purpose, id }) => purpose === 'DISPUTE' || id === claim.holdId)
    .map(({ id, draws }) => ({ holdId: id, lots: inLots(draws, creditSeq) }));
  const isOwn = ({ holdId }: Source) => holdId === claim.holdId;
  return [...disputed.filter(isOwn), free, ...disputed.filter((source) => !isOwn(source))];
}

function inLots(draws: readonly Draw[], creditSeq: number): Lot[] {
  const kept = draws.filter(({ lot }) => lot.creditSeq === creditSeq);
  return kept.map(({ lot, amount }) => ({ ...lot, remaining: amount }));
}

/** Parts that come to an amount; one that moves nothing where there is nothing, for a receivable to stand on. */
function partsOf(sources: readonly Source[], amount: Paise): Part[] {
  const parts: Part[] = [];
  let left = amount;
  for (const { holdId, lots } of sources) {
    const taken = smaller(left, holding(lots));
    left -= taken;
    const draws = drawFrom(lots, taken);
    if (taken > 0n) parts.push({ ...(holdId !== undefined && { holdId }), amount: taken, draws });
  }
  return parts.length > 0 ? parts : [{ amount: 0n, draws: [] }];
}

function holding(lots: readonly Lot[]): Paise {
  return sum(lots.map(({ remaining }) => remaining));
}

/** What of a claim had been spent or is kept for orders, as far as it is not owed already by claims before. */
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
