import { cardAsOf, heldOf, statusOf, type GiftCard } from '../../domain/gift-card/gift-card.ts';
import type { Instant } from '../../domain/calendar.ts';
import { formatRupees } from '../../domain/money.ts';
import { globalId } from '../../resolvers/global-id.ts';
import type { App } from '../../services/app.ts';
import { allGiftCards, type CardFilter } from '../../services/queries/find-gift-cards.ts';
import type { Cell, Table } from './books-tables.ts';

const COLUMNS = [
  ...['issued_at', 'gift_card_id', 'last_four', 'status', 'funding', 'value', 'left', 'held'],
  ...['lasts_to', 'ended_at', 'claimed_by', 'bought_by'],
];

/** Gift cards as a table, oldest first: what is left and held together is what is owed on them. Nothing of a code but its end. */
export function cardsTable(app: App, filter: CardFilter): Table {
  return { columns: COLUMNS, pages: pagesOf(app, filter) };
}

async function* pagesOf(app: App, filter: CardFilter): AsyncGenerator<Cell[][]> {
  for await (const cards of allGiftCards(app, filter)) {
    const now = app.now();
    yield cards.map((card) => cellsOf(card, now));
  }
}

function cellsOf(card: GiftCard, now: Instant): Cell[] {
  const { id, lastFour, funding, initial, createdAt, expiresAt, bought } = card;
  const { remaining, endedAt, claimedBy } = cardAsOf(card, now);
  return [
    ...[timeOf(createdAt), globalId('GiftCard', id), lastFour, statusOf(card, now), funding],
    ...[formatRupees(initial), formatRupees(remaining), formatRupees(heldOf(card))],
    ...[timeOf(expiresAt), endedAt === null ? null : timeOf(endedAt), claimedBy, bought?.by ?? null],
  ];
}

function timeOf(at: Instant): string {
  return new Date(at).toISOString();
}
