import type { GiftCardEntryConnection } from '../../../schema/gift-card/gift-card-entry-connection.type.ts';
import type { GiftCardEntry } from '../../../schema/gift-card/gift-card-entry.type.ts';
import type { GiftCardFigures } from '../../../schema/gift-card/gift-card-figures.type.ts';
import type { GiftCard } from '../../../schema/gift-card/gift-card.type.ts';
import type { IssuedGiftCard } from '../../../schema/gift-card/issue-gift-cards.io.ts';
import type { Instant } from '../../domain/calendar.ts';
import { writtenCode } from '../../domain/code.ts';
import type { CardEntry, CardHold } from '../../domain/gift-card/card-entries.ts';
import { cardAsOf, heldOf, statusOf, type GiftCard as CardState } from '../../domain/gift-card/gift-card.ts';
import type { CodedCard } from '../../services/issue-gift-cards.ts';
import type { CardEntryPage, OpenCards } from '../../services/queries/find-gift-cards.ts';
import { connectionOf } from '../connection.ts';
import type { Cursors } from '../cursor.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';

/** A page of the journal of a card, and who reads it: null for people of the shop. */
export interface CardEntries extends CardEntryPage {
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
  readonly customerId: string | null;
}

/** What customers are told of who did what was not their doing. */
const SOMEBODY = 'other';

/** What a field of the schema is resolved with. */
export type GiftCardView = GiftCard & { readonly cardId: string; readonly entryCount: number };

export function presentGiftCard(card: CardState, now: Instant): GiftCardView {
  const {
    id: cardId,
    remaining,
    endedAt,
    funding,
    expiresAt,
    createdAt,
    claimedBy,
    bought,
  } = cardAsOf(card, now);
  return {
    ...{ cardId, id: globalId('GiftCard', cardId), status: statusOf(card, now) },
    ...{ maskedCode: maskedCode(card.lastFour), initial: presentMoney(card.initial) },
    ...{
      remaining: presentMoney(remaining),
      held: presentMoney(heldOf(card)),
      funding,
      expiresAt,
      createdAt,
      endedAt,
      claimedById: claimedBy,
    },
    isStopped: card.isStopped === true,
    boughtById: bought?.by ?? null,
    entryCount: card.version,
  };
}

/** The card for a customer: who else had to do with it is none of theirs. */
export function presentCardTo(customerId: string, card: CardState, now: Instant): GiftCardView {
  const view = presentGiftCard(card, now);
  const own = (id: string | null) => (id === customerId ? id : null);
  return { ...view, claimedById: own(view.claimedById), boughtById: own(view.boughtById) };
}

/** As much of a code as may be shown. */
export function maskedCode(lastFour: string): string {
  return `•••• ${lastFour}`;
}

export function presentIssued({ card, code }: CodedCard, now: Instant): IssuedGiftCard {
  return { giftCard: presentGiftCard(card, now), ...presentCode(code) };
}

export function presentCode(code: string | null) {
  return { code: code === null ? null : writtenCode(code), codeWithheld: code === null };
}

export function presentCardFigures({ cards, amount, purchased, granted, held }: OpenCards): GiftCardFigures {
  return {
    ...{ cards, amount: presentMoney(amount), held: presentMoney(held) },
    ...{ purchased: presentMoney(purchased), granted: presentMoney(granted) },
  };
}

export function presentCardEntries(
  { entries, holds, totalCount, customerId, ...more }: CardEntries,
  cursors: Cursors<number>,
): GiftCardEntryConnection {
  const present = (entry: CardEntry): GiftCardEntry => {
    const all = presentCardEntry(entry, orderOf(entry, holds));
    return customerId === null ? all.node : forCustomer(all, customerId);
  };
  const edges = entries.map((entry) => ({ cursor: cursors.of(entry.seq), node: present(entry) }));
  return { ...connectionOf(edges, more), totalCount };
}

interface PresentedEntry {
  readonly node: GiftCardEntry;
  /** Whose order it is; null where it is of none. */
  readonly payer: string | null;
}

type Order = Pick<CardHold, 'orderId' | 'customerId'>;

function orderOf(entry: CardEntry, holds: CardEntries['holds']): Order | null {
  if (entry.kind === 'HOLD' || entry.kind === 'REFUND') return entry;
  return 'holdId' in entry ? (holds.get(entry.holdId) ?? null) : null;
}

function presentCardEntry(entry: CardEntry, order: Order | null): PresentedEntry {
  const { seq, kind, at, actor, reason, remainingAfter } = entry;
  const amount = 'amount' in entry ? entry.amount : 0n;
  const money = { amount: presentMoney(amount), remainingAfter: presentMoney(remainingAfter) };
  const orderId = order?.orderId ?? null;
  return {
    node: { seq, kind, at, actor, reason, orderId, ...money },
    payer: order?.customerId ?? null,
  };
}

/**
 * Whoever had the code may have paid with it: that it was spent is the owner's to know, on what and by whom is not. What people of
 * the shop wrote about a card they wrote for each other.
 */
function forCustomer({ node, payer }: PresentedEntry, customerId: string): GiftCardEntry {
  const { actor } = node;
  const isOwn = actor.id === customerId;
  return {
    ...node,
    orderId: payer === customerId ? node.orderId : null,
    actor: isOwn || actor.role === 'SYSTEM' ? actor : { ...actor, id: SOMEBODY },
    reason: isOwn ? node.reason : null,
  };
}
