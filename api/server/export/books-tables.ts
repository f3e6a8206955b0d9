import { dayOf, monthOf, type Instant } from '../../domain/calendar.ts';
import { formatRupees, type Paise } from '../../domain/money.ts';
import { actOfEntry } from '../../domain/entry-act.ts';
import { signedAmount, type MoneyEntry } from '../../domain/wallet/entries.ts';
import { cardAsOf, heldOf, sourceOf, type GiftCard } from '../../domain/gift-card/gift-card.ts';
import { heldBy } from '../../domain/wallet/holds.ts';
import type { LotFacts } from '../../domain/wallet/lots.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import { tierStanding } from '../../domain/wallet/tier.ts';
import { globalId } from '../../resolvers/global-id.ts';
import type { App } from '../../services/app.ts';
import { allGiftCards } from '../../services/queries/find-gift-cards.ts';
import {
  allEntries,
  allWallets,
  allWalletsOfPeople,
  type Book,
  type Period,
} from '../../services/queries/export-books.ts';

/** A table as it is sent: rows of cells under columns, a page at a time. Cells are text, or null where there is nothing. */
export interface Table {
  readonly columns: readonly string[];
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>;
}

export type Cell = string | null;

export interface BooksAsked extends Period {
  readonly book: Book;
  /** Whether names and how to reach people are among the columns of wallets. */
  readonly personal: boolean;
}

/** What is exported, as a table. Programs may rely on the names and the order of columns: new ones are added at the end. */
export function tableOf(app: App, asked: BooksAsked): Table {
  switch (asked.book) {
    case 'entries':
      return { columns: ENTRY_COLUMNS, pages: paged(allEntries(app, asked), entryCells) };
    case 'wallets': {
      const cells = (wallet: Wallet) => walletCells(wallet, app);
      if (!asked.personal) return { columns: WALLET_COLUMNS, pages: paged(allWallets(app), cells) };
      return {
        columns: [...WALLET_COLUMNS, 'name', 'phone', 'email'],
        pages: paged(allWalletsOfPeople(app), ({ wallet, customer }) => [
          ...cells(wallet),
          ...[customer?.name ?? null, customer?.phone ?? null, customer?.email ?? null],
        ]),
      };
    }
    case 'liability':
      return { columns: OWED_COLUMNS, pages: pagesOfOwed(app) };
  }
}

const ENTRY_COLUMNS = [
  ...['at', 'customer_id', 'transaction_id', 'number', 'kind', 'act', 'source', 'amount', 'balance_after'],
  ...['order_id', 'reason', 'by', 'role', 'request_id', 'held_after'],
];

function entryCells(entry: MoneyEntry): Cell[] {
  return [
    ...[timeOf(entry.at), entry.walletId, globalId('Transaction', entry.id), String(entry.seq), entry.kind],
    ...[actOfEntry(entry), entry.kind === 'CREDIT' ? entry.lot.source : null],
    ...[formatRupees(signedAmount(entry)), formatRupees(entry.balanceAfter)],
    ...[('orderId' in entry && entry.orderId) || null, entry.reason],
    ...[entry.actor.id, entry.actor.role, entry.requestId, formatRupees(entry.heldAfter ?? 0n)],
  ];
}

const WALLET_COLUMNS = [
  ...['customer_id', 'status', 'tier', 'balance', 'purchased', 'granted', 'next_expiry', 'transactions'],
  ...['opened_at', 'updated_at', 'held'],
];

function walletCells(wallet: Wallet, { policy, now }: App): Cell[] {
  const of = (funding: Wallet['lots'][number]['funding']) =>
    formatRupees(
      wallet.lots.reduce((total, lot) => (lot.funding === funding ? total + lot.remaining : total), 0n),
    );
  const next = wallet.lots.find(({ expiresAt }) => expiresAt !== null)?.expiresAt ?? null;
  return [
    ...[
      wallet.id,
      wallet.status,
      tierStanding(wallet, policy, now()).tier.level,
      formatRupees(wallet.balance),
    ],
    ...[of('PURCHASED'), of('GRANTED'), next === null ? null : dayOf(next), String(wallet.seq)],
    ...[timeOf(wallet.openedAt), timeOf(wallet.updatedAt), formatRupees(heldBy(wallet.holds))],
  ];
}

const OWED_COLUMNS = [
  ...['customer_id', 'credit', 'funding', 'source', 'remaining', 'last_day', 'expiry_month'],
  ...['is_held', 'gift_card_id'],
];

/**
 * All that is owed: first the credits of wallets, which come to their balances and what holds keep of them, then what is left on
 * gift cards. Those rows have a card and no customer, and come to the figure of gift cards.
 */
async function* pagesOfOwed(app: App): AsyncGenerator<Cell[][]> {
  yield* pagedLots(allWallets(app));
  for await (const cards of allGiftCards(app, { isOwed: true })) {
    const now = app.now();
    yield cards.flatMap((card) => cardOwed(cardAsOf(card, now)));
  }
}

async function* pagedLots(pages: AsyncIterable<readonly Wallet[]>): AsyncGenerator<Cell[][]> {
  for await (const page of pages) {
    yield page.flatMap(({ id, lots, holds }) => [
      ...lots.map((lot) => lotCells(id, lot, lot.remaining, 'false')),
      ...holds.flatMap(({ draws }) => draws.map(({ lot, amount }) => lotCells(id, lot, amount, 'true'))),
    ]);
  }
}

function lotCells(
  walletId: string,
  { creditSeq, funding, source, expiresAt }: LotFacts,
  amount: Paise,
  isHeld: string,
): Cell[] {
  return [
    ...[walletId, String(creditSeq), funding, source, formatRupees(amount)],
    ...(expiresAt === null ? [null, null] : [dayOf(expiresAt), monthOf(expiresAt)]),
    ...[isHeld, null],
  ];
}

/** What is left of a card, and what orders hold of it. What is held alone expires once it is given back. */
function cardOwed(card: GiftCard): Cell[][] {
  const { id, funding, remaining, expiresAt } = card;
  const owed = [
    { amount: remaining, isHeld: 'false' },
    { amount: heldOf(card), isHeld: 'true' },
  ];
  return owed
    .filter(({ amount }) => amount > 0n)
    .map(({ amount, isHeld }) => [
      ...[null, null, funding, sourceOf(card), formatRupees(amount)],
      ...[dayOf(expiresAt), monthOf(expiresAt), isHeld, globalId('GiftCard', id)],
    ]);
}

async function* paged<T>(
  pages: AsyncIterable<readonly T[]>,
  cells: (value: T) => Cell[],
): AsyncGenerator<Cell[][]> {
  for await (const page of pages) yield page.map(cells);
}

function timeOf(at: Instant): string {
  return new Date(at).toISOString();
}
