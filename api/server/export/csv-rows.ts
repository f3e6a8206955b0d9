import { dayOf, startOfDay, type Instant } from '../../domain/calendar.ts';
import { formatRupees, type Paise } from '../../domain/money.ts';
import { signedAmount, type MoneyEntry } from '../../domain/wallet/entries.ts';
import { asExtended } from '../../domain/wallet/refund.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import { globalId } from '../../resolvers/global-id.ts';
import type { HistoryExport } from '../../services/queries/export-history.ts';

/** The columns of an exported history. Programs may rely on their names and order: new ones are added at the end. */
export const COLUMNS = [
  'When (UTC)',
  'Date (India)',
  'Time (India)',
  'Type',
  'Source',
  'Details',
  'Order',
  'Reference',
  'Amount (INR)',
  'Amount (paise)',
  'Balance after (INR)',
  'Expires (India)',
  'Held after (INR)',
] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/**
 * The history as the cells of a spreadsheet, oldest first, a page at a time. A whole period stands between its opening and its
 * closing balance, rows without an amount, so that opening plus the sum of the amounts is closing.
 */
export async function* csvRows(exported: HistoryExport, now: Instant): AsyncGenerator<string[][]> {
  const { wallet, balances, pages } = exported;
  const { from, to } = periodOf(exported, now);
  if (balances) yield [cells(balanceRow('OPENING', from, balances.opening))];
  for await (const page of pages) yield page.map((entry) => cells(entryRow(entry, wallet)));
  if (balances) yield [cells(balanceRow('CLOSING', to, balances.closing))];
}

/** The last row of a file that is not whole, for whoever looks at it without having seen how it came. */
export function incompleteRow(): string[] {
  return cells({ Type: 'INCOMPLETE', Details: 'The server stopped before the end. Export again.' });
}

/** From the first to the last moment of an export that is made now. */
export function periodOf({ filter, wallet }: HistoryExport, now: Instant): { from: Instant; to: Instant } {
  const latest = Math.max(now, wallet.updatedAt);
  return {
    from: Math.max(filter.from ?? 0, wallet.openedAt),
    to: filter.to === undefined ? latest : Math.min(filter.to - 1, latest),
  };
}

/** A moment as clocks in India show it, in the one notation that spreadsheets of every country read as a date and a time. */
function indiaTime(at: Instant): { readonly date: string; readonly time: string } {
  return { date: dayOf(at), time: new Date(at - startOfDay(at)).toISOString().slice(11, 19) };
}

function entryRow(entry: MoneyEntry, wallet: Wallet): Partial<Row> {
  const amount = signedAmount(entry);
  return {
    ...when(entry.at),
    Type: entry.kind,
    Source: sourceOf(entry),
    Details: harmless(entry.reason ?? ''),
    Order: harmless(('orderId' in entry && entry.orderId) || ''),
    Reference: globalId('Transaction', entry.id),
    'Amount (INR)': formatRupees(amount),
    'Amount (paise)': String(amount),
    'Balance after (INR)': formatRupees(entry.balanceAfter),
    'Expires (India)': expiryOf(entry, wallet),
    'Held after (INR)': formatRupees(entry.heldAfter ?? 0n),
  };
}

function balanceRow(type: 'OPENING' | 'CLOSING', at: Instant, balance: Paise): Partial<Row> {
  return { ...when(at), Type: type, 'Balance after (INR)': formatRupees(balance) };
}

function cells(row: Partial<Row>): string[] {
  return COLUMNS.map((column) => row[column] ?? '');
}

function when(at: Instant) {
  const { date, time } = indiaTime(at);
  return { 'When (UTC)': new Date(at).toISOString(), 'Date (India)': date, 'Time (India)': time };
}

function sourceOf(entry: MoneyEntry): string {
  if (entry.kind === 'CREDIT') return entry.lot.source;
  return entry.kind === 'REFUND' ? 'REFUND' : '';
}

/** The last day of a credit, as staff may have moved it. */
function expiryOf(entry: MoneyEntry, wallet: Wallet): string {
  const at = entry.kind === 'CREDIT' ? asExtended(entry.lot, wallet).expiresAt : null;
  return at === null ? '' : dayOf(at);
}

/**
 * Text that somebody typed, as text: a spreadsheet takes what begins with one of these signs for a formula and would run it.
 * Amounts are written here and keep their minus.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
