import { SYSTEM_ACTOR, type Actor } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { mustBeSaid } from '../wallet/checks.ts';
import type { Funding } from '../wallet/lots.ts';
import type { Bought } from './bought-card.ts';
import {
  cardEntryId,
  type CardCancellation,
  type CardEntry,
  type CardExpiry,
  type CodeOnCard,
} from './card-entries.ts';
import { cardAsOf, isDue, whyNotIssued, type CardTerms, type GiftCard } from './gift-card.ts';
import {
  decideSpending,
  evolveSpending,
  heldNow,
  isOfOrder,
  isSpending,
  STOPPED,
  type SpendCard,
} from './spend-card.ts';

/** What can be asked of a gift card. Amounts are in paise. */
export type CardCommand =
  IssueCard | ClaimCard | CancelCard | ReissueCard | StopCard | ResumeCard | ExpireCard | SpendCard;

export interface IssueCard extends CodeOnCard {
  readonly kind: 'ISSUE';
  readonly amount: Paise;
  readonly funding: Funding;
  readonly expiresAt: Instant;
  readonly reason: string;
  readonly counted?: Paise;
  readonly bought?: Bought;
}

/** All that is left goes into the wallet of a customer, where it is the credit `entryId`. */
export interface ClaimCard {
  readonly kind: 'CLAIM';
  readonly customerId: string;
  readonly entryId: string;
}

export interface CancelCard {
  readonly kind: 'CANCEL';
  readonly reason: string;
}

export interface ReissueCard extends CodeOnCard {
  readonly kind: 'REISSUE';
  readonly reason: string;
}

/** Its payment is disputed: nothing of it can be used until that has ended. A card that is stopped stays so. */
export interface StopCard {
  readonly kind: 'STOP';
  readonly reason: string;
}

/** The dispute has come to nothing. */
export interface ResumeCard {
  readonly kind: 'RESUME';
  readonly reason: string;
}

/** Books that its time has come, and does nothing else. */
export interface ExpireCard {
  readonly kind: 'EXPIRE';
}

/** Who asks, when, by which rules, and under which name the answer is written down. */
export interface CardContext {
  readonly now: Instant;
  readonly terms: CardTerms;
  readonly actor: Actor;
  readonly requestId: string;
  /** The name within the card of the entry that answers the command. */
  readonly name: string;
  readonly intent: string | null;
}

/** What a command does to a card: the entries to append, in order, and the card after them. */
export interface CardAdvance {
  readonly entries: readonly CardEntry[];
  readonly card: GiftCard;
}

/**
 * What happens to a card when it is asked something: the entries to append, in order, or a refusal, and then nothing. Pure. A card
 * ends once: claimed, cancelled, expired or used up, and is asked nothing more (product rule 19) but to end what is held of it.
 */
export function decideCard(
  card: GiftCard | null,
  command: CardCommand,
  cardId: string,
  context: CardContext,
): CardAdvance | Refusal {
  if (command.kind === 'ISSUE') return issue(card, command, cardId, context);
  if (!card) return { code: 'GIFT_CARD_NOT_FOUND' };
  const now = Math.max(context.now, card.updatedAt);
  if (command.kind === 'EXPIRE') return expire(card, now, context);
  const { actor, requestId, name, intent } = context;
  const base = { id: cardEntryId(cardId, name), cardId, seq: card.version + 1, at: now };
  const said = { ...base, actor, requestId, intent };
  if (isSpending(command)) {
    // What had expired of it before does not come back with what is given back.
    const booked = command.kind === 'REFUND' ? expire(card, now, context) : { entries: [], card };
    const entry = decideSpending(booked.card, command, { ...said, seq: booked.card.version + 1 });
    if (isRefusal(entry)) return entry;
    const after = leavingNothing(advanced(booked.card, entry), now, context);
    return { ...after, entries: [...booked.entries, ...after.entries] };
  }
  const { state, endedAt } = cardAsOf(card, now);
  if (state !== 'OPEN') return { code: 'GIFT_CARD_ENDED', because: state, since: endedAt ?? now };
  const { remaining: amount, holds } = card;
  if (command.kind === 'CLAIM' && card.isStopped) return STOPPED;
  // Who claims all that is left gets all of it, and whoever takes it back takes something.
  if (command.kind === 'CLAIM' ? holds.length > 0 : command.kind === 'CANCEL' && amount === 0n)
    return heldNow(card);
  switch (command.kind) {
    case 'CLAIM': {
      const { kind, customerId, entryId } = command;
      return advanced(card, { ...said, kind, reason: null, remainingAfter: 0n, amount, customerId, entryId });
    }
    case 'CANCEL': {
      const { reason } = command;
      const unsaid = mustBeSaid(reason);
      return unsaid ?? advanced(card, { ...said, kind: 'CANCELLATION', reason, remainingAfter: 0n, amount });
    }
    case 'REISSUE': {
      const unsaid = mustBeSaid(command.reason);
      return unsaid ?? advanced(card, { ...said, ...command, remainingAfter: amount });
    }
    case 'STOP':
    case 'RESUME': {
      const { reason } = command;
      if ((command.kind === 'STOP') === (card.isStopped === true)) return { entries: [], card };
      const kind = command.kind === 'STOP' ? 'STOP' : 'RESUMPTION';
      return mustBeSaid(reason) ?? advanced(card, { ...said, kind, reason, remainingAfter: amount });
    }
  }
}

function issue(
  card: GiftCard | null,
  command: IssueCard,
  cardId: string,
  { now: at, terms, actor, requestId, name, intent }: CardContext,
): CardAdvance | Refusal {
  if (card) throw new Error(`Card ${cardId} is there already.`);
  const refusal = mustBeSaid(command.reason) ?? whyNotIssued(command, terms, at);
  if (refusal) return refusal;
  const place = { id: cardEntryId(cardId, name), cardId, seq: 1, at, remainingAfter: command.amount };
  return advanced(null, { ...command, ...place, actor, requestId, intent });
}

function expire(card: GiftCard, now: Instant, { requestId }: CardContext): CardAdvance {
  if (!isDue(card, now)) return { entries: [], card };
  return advanced(card, expiryOf(card, now, requestId));
}

function expiryOf(
  { id: cardId, version, expiresAt, updatedAt, remaining: amount }: GiftCard,
  now: Instant,
  requestId: string,
): CardExpiry {
  const seq = version + 1;
  return {
    ...{ kind: 'EXPIRY', id: cardEntryId(cardId, `expiry-${seq}`), cardId, seq },
    // Dated when the card ended, whenever it is booked, as the expiries of wallets are (product rule 5).
    ...{ at: Math.max(expiresAt, updatedAt), bookedAt: now, remainingAfter: 0n, amount },
    ...{ actor: SYSTEM_ACTOR, requestId, intent: null, reason: null },
  };
}

/** What comes back to a card that has ended goes at once where the rest of it went (product rule 16). */
function leavingNothing(advance: CardAdvance, now: Instant, { requestId }: CardContext): CardAdvance {
  const { entries, card } = advance;
  const { id: cardId, version, remaining: amount, state } = card;
  if (amount === 0n || (state === 'OPEN' && !isDue(card, now))) return advance;
  const seq = version + 1;
  const cancellation: CardCancellation = {
    ...{ kind: 'CANCELLATION', id: cardEntryId(cardId, `cancelled-${seq}`), cardId, seq, at: now },
    ...{ remainingAfter: 0n, amount, actor: SYSTEM_ACTOR, requestId, intent: null },
    reason: 'It had been cancelled before this was given back',
  };
  const entry = state === 'CANCELLED' ? cancellation : expiryOf(card, now, requestId);
  return { entries: [...entries, entry], card: evolveCard(card, entry) };
}

function advanced(card: GiftCard | null, entry: CardEntry): CardAdvance {
  return { entries: [entry], card: evolveCard(card, entry) };
}

/**
 * The card after one more entry of its journal; null before its first. Folding a whole journal gives the stored card. Throws on
 * an entry that does not follow: that is damage, never something a person can cause.
 */
export function evolveCard(card: GiftCard | null, entry: CardEntry): GiftCard {
  if (entry.kind === 'ISSUE') {
    if (card || entry.seq !== 1 || entry.remainingAfter !== entry.amount) throw misplaced(entry);
    const { cardId: id, at, amount, funding, expiresAt, codeId, lastFour, keyId, bought } = entry;
    return {
      ...{ id, version: 1, state: 'OPEN', initial: amount, remaining: amount, holds: [], funding, expiresAt },
      ...{ codeId, lastFour, keyId, claimedBy: null, endedAt: null, createdAt: at, updatedAt: at },
      ...(bought && { bought }),
    };
  }
  if (card?.id !== entry.cardId || card.version + 1 !== entry.seq || entry.at < card.updatedAt)
    throw misplaced(entry);
  const next = { ...card, version: entry.seq, updatedAt: entry.at };
  if (isOfOrder(entry)) {
    const spent = evolveSpending(next, entry);
    if (!spent) throw misplaced(entry);
    return spent;
  }
  if (card.state !== 'OPEN' && !isMoreOf(card, entry)) throw misplaced(entry);
  if (entry.kind === 'REISSUE') {
    if (entry.remainingAfter !== card.remaining) throw misplaced(entry);
    const { codeId, lastFour, keyId } = entry;
    return { ...next, codeId, lastFour, keyId };
  }
  if (entry.kind === 'STOP' || entry.kind === 'RESUMPTION') {
    const isStop = entry.kind === 'STOP';
    if (entry.remainingAfter !== card.remaining || isStop === (card.isStopped === true))
      throw misplaced(entry);
    const { isStopped: _, ...free } = next;
    return isStop ? { ...next, isStopped: true } : free;
  }
  if (entry.amount !== card.remaining || entry.remainingAfter !== 0n) throw misplaced(entry);
  if (entry.kind === 'CLAIM' && card.holds.length > 0) throw misplaced(entry);
  const ended = { ...next, remaining: 0n, endedAt: card.endedAt ?? entry.at };
  switch (entry.kind) {
    case 'CLAIM':
      return { ...ended, state: 'CLAIMED', claimedBy: entry.customerId };
    case 'CANCELLATION':
      return { ...ended, state: 'CANCELLED' };
    case 'EXPIRY':
      return { ...ended, state: 'EXPIRED' };
  }
}

/** Whether what was given back to a card that had ended goes the way of its rest. */
function isMoreOf({ state, remaining }: GiftCard, { kind }: CardEntry): boolean {
  if (remaining === 0n) return false;
  return kind === 'EXPIRY' ? state === 'EXPIRED' : kind === 'CANCELLATION' && state === 'CANCELLED';
}

function misplaced({ id }: CardEntry): Error {
  return new Error(`Entry ${id} does not follow the journal of its gift card.`);
}
