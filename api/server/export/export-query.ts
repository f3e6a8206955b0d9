import { GraphQLError } from 'graphql';
import { DateTime } from '../../../schema/scalars/date-time.ts';
import { Decimal } from '../../../schema/scalars/decimal.ts';
import { CARD_STATUSES, type CardStatus } from '../../domain/gift-card/gift-card.ts';
import { CUSTOMER_ID, ORDER_NUMBER } from '../../domain/text-forms.ts';
import { MONEY_ENTRY_KINDS } from '../../domain/wallet/entries.ts';
import { SOURCES, type HistoryFilter } from '../../services/queries/history-filter.ts';

/** Whose history is asked for, and which part of it. */
export interface ExportQuery {
  /** Null where nobody is named. */
  readonly customerId: string | null;
  readonly filter: HistoryFilter;
}

/** The query cannot be understood; the message is for whoever sent it. */
export class BadQuery extends Error {}

const NAMES = [
  ...(['customerId', 'kinds', 'sources', 'from', 'to'] as const),
  ...(['orderId', 'orderOrReference', 'minAmount', 'maxAmount'] as const),
] as const;
type Name = (typeof NAMES)[number] | ('personal' | 'actorId' | 'act' | 'subjectId' | 'status' | 'lastFour');

/**
 * Reads the query of an address by the names and the rules of the API's `TransactionFilter`. A name that is not known is
 * refused: a misspelt filter would quietly export everything. Throws `BadQuery`.
 */
export function readExportQuery(query: Readonly<Record<string, unknown>>): ExportQuery {
  const unknown = Object.keys(query).find((name) => !NAMES.some((known) => known === name));
  if (unknown !== undefined) throw new BadQuery(`There is only ${NAMES.join(', ')} to ask by.`);
  const kinds = listed(query, 'kinds', MONEY_ENTRY_KINDS);
  const sources = listed(query, 'sources', [...SOURCES, 'REFUND']);
  // In an address a plus sign stands for a space unless it is encoded, and an offset is easily forgotten.
  const from = parsed(query, 'from', (text) => DateTime.parseValue(text.replace(' ', '+')));
  const to = parsed(query, 'to', (text) => DateTime.parseValue(text.replace(' ', '+')));
  const orderId = matched(query, 'orderId', ORDER_NUMBER);
  const orderOrReference = matched(query, 'orderOrReference', ORDER_NUMBER);
  const minAmount = parsed(query, 'minAmount', (text) => Decimal.parseValue(text));
  const maxAmount = parsed(query, 'maxAmount', (text) => Decimal.parseValue(text));
  if (from !== null && to !== null && from > to) throw new BadQuery('from must not be after to.');
  return {
    customerId: matched(query, 'customerId', CUSTOMER_ID),
    filter: {
      ...(kinds && { kinds }),
      ...(sources && { sources }),
      ...(from !== null && { from }),
      ...(to !== null && { to }),
      ...(orderId !== null && { orderId }),
      ...(orderOrReference !== null && { orderOrReference }),
      ...(minAmount !== null && { minAmount }),
      ...(maxAmount !== null && { maxAmount }),
    },
  };
}

/** Which part of the books is asked for. */
export interface BooksQuery {
  readonly from: number | null;
  readonly to: number | null;
  readonly personal: boolean;
}

/** Reads the query of an address that exports what is of everybody. Throws `BadQuery`. */
export function readBooksQuery(query: Readonly<Record<string, unknown>>): BooksQuery {
  known(query, ['from', 'to', 'personal']);
  return { ...periodOf(query), personal: matched(query, 'personal', /^(true|false)$/) === 'true' };
}

/** Which acts are asked for, by the names of the API's `AuditLogFilter`; the subject by its id there. */
export interface AuditQuery {
  readonly actorId: string | null;
  readonly act: string | null;
  readonly subjectId: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** Reads the query of an address that exports the audit log. Throws `BadQuery`. */
export function readAuditQuery(query: Readonly<Record<string, unknown>>): AuditQuery {
  known(query, ['actorId', 'act', 'subjectId', 'from', 'to']);
  return {
    actorId: matched(query, 'actorId', /^[\x20-\x7e]{1,128}$/),
    act: matched(query, 'act', /^[A-Za-z]{1,40}$/),
    subjectId: matched(query, 'subjectId', /^[\x20-\x7e]{1,256}$/),
    ...periodOf(query),
  };
}

/** Which gift cards are asked for, by the names of the API's `GiftCardFilter`. */
export interface CardsQuery {
  readonly status: readonly CardStatus[] | null;
  readonly lastFour: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** Reads the query of an address that exports gift cards. Throws `BadQuery`. */
export function readCardsQuery(query: Readonly<Record<string, unknown>>): CardsQuery {
  known(query, ['status', 'lastFour', 'from', 'to']);
  return {
    status: listed(query, 'status', CARD_STATUSES),
    lastFour: matched(query, 'lastFour', /^[0-9A-Za-z]{4}$/),
    ...periodOf(query),
  };
}

function periodOf(query: Readonly<Record<string, unknown>>): Pick<BooksQuery, 'from' | 'to'> {
  const moment = (name: 'from' | 'to') =>
    parsed(query, name, (text) => DateTime.parseValue(text.replace(' ', '+')));
  const [from, to] = [moment('from'), moment('to')];
  if (from !== null && to !== null && from > to) throw new BadQuery('from must not be after to.');
  return { from, to };
}

function known(query: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  if (Object.keys(query).some((name) => !names.includes(name)))
    throw new BadQuery(`There is only ${names.join(', ')} to ask by.`);
}

/** The text of a parameter; null where it is missing or empty. */
function textOf(query: Readonly<Record<string, unknown>>, name: Name): string | null {
  const value = query[name] ?? '';
  if (typeof value !== 'string') throw new BadQuery(`${name} must be given once.`);
  return value === '' ? null : value;
}

function matched(query: Readonly<Record<string, unknown>>, name: Name, pattern: RegExp): string | null {
  const text = textOf(query, name);
  if (text !== null && !pattern.test(text)) throw new BadQuery(`${name} is not of the right form.`);
  return text;
}

function listed<W extends string>(
  query: Readonly<Record<string, unknown>>,
  name: Name,
  words: readonly W[],
): W[] | null {
  const given = textOf(query, name)?.split(',') ?? null;
  if (given?.every((word) => words.some((known) => known === word)) === false) {
    throw new BadQuery(`${name} must be of ${words.join(', ')}, separated by commas.`);
  }
  return given && words.filter((word) => given.includes(word));
}

function parsed<T>(
  query: Readonly<Record<string, unknown>>,
  name: Name,
  parse: (text: string) => T,
): T | null {
  const text = textOf(query, name);
  if (text === null) return null;
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new BadQuery(`${name}: ${error.message}`);
  }
}
