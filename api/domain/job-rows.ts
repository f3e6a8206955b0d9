import { parseDay, type Instant } from './calendar.ts';
import type { FileJobKind, RowProblem } from './job.ts';
import { parseRupees, type Paise } from './money.ts';
import {
  CUSTOMER_ID,
  LANGUAGE_TAG,
  ORDER_NUMBER,
  PERSON_NAME,
  PHONE_NUMBER,
  SHORT_TEXT,
} from './text-forms.ts';
import type { CreditSource } from './wallet/lots.ts';

/** A row as it was understood. Amounts are in paise. */
export interface ReadRow {
  readonly customerId: string;
  /** Null where an import brings no balance. */
  readonly amount: Paise | null;
  readonly source: CreditSource;
  readonly reason: string;
  readonly expiresAt: Instant | null;
  readonly reference: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string | null;
}

/** The columns that a file may have, and those that it must. */
export const JOB_COLUMNS: {
  readonly [K in FileJobKind]: { readonly must: readonly Column[]; readonly may: readonly Column[] };
} = {
  BULK_CREDIT: { must: ['customer_id', 'amount', 'reason'], may: ['source', 'expires_on', 'reference'] },
  CUSTOMER_IMPORT: {
    must: ['customer_id', 'name'],
    may: ['phone', 'email', 'language', 'amount', 'source', 'expires_on', 'reason', 'reference'],
  },
};

type Column =
  | 'customer_id'
  | 'amount'
  | 'reason'
  | 'source'
  | 'expires_on'
  | 'reference'
  | 'name'
  | 'phone'
  | 'email'
  | 'language';

/** A cell is cut to so many characters: more is too long for every column. */
export const LONGEST_CELL = 400;

const EMAIL = /^(?=.{3,254}$)[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+\.[^\s@\p{Cc}\p{Cs}]+$/u;
const SOURCES: readonly CreditSource[] = ['PURCHASE', 'PROMOTION', 'LOYALTY', 'MANUAL'];
/** What stands where a file was read in another encoding than it was written in. */
const MISREAD = '\ufffd';

/** What is wrong with the columns of a file; null where they can be read. */
export function columnsFault(kind: FileJobKind, columns: readonly string[]): string | null {
  const { must, may } = JOB_COLUMNS[kind];
  const known: readonly string[] = [...must, ...may];
  const missing = must.find((column) => !columns.includes(column));
  if (missing) return `There must be a column ${missing}.`;
  const unknown = columns.find((column) => !known.includes(column));
  if (unknown !== undefined) return `There is no column of that name: use ${known.join(', ')}.`;
  return new Set(columns).size < columns.length ? 'Each column may be there once.' : null;
}

/** A row as it can be understood, or the first column that cannot. */
export function readRow(
  kind: FileJobKind,
  columns: readonly string[],
  cells: readonly string[],
): ReadRow | RowProblem {
  if (cells.length !== columns.length)
    return wrong(null, `There are ${cells.length} cells for ${columns.length} columns.`);
  const at = (column: Column) => (cells[columns.indexOf(column)] ?? '').trim();
  const misread = columns.find((_, n) => cells[n]?.includes(MISREAD));
  if (misread !== undefined) return wrong(misread, 'Some characters were lost: save the file as UTF-8.');
  const isImport = kind === 'CUSTOMER_IMPORT';
  const amount = at('amount') === '' && isImport ? null : parseRupees(at('amount'));
  const day = at('expires_on') === '' ? null : parseDay(at('expires_on'));
  const source = (at('source') || (isImport ? 'PURCHASE' : 'PROMOTION')).toUpperCase();
  const known = SOURCES.find((name) => name === source);
  const checks: readonly (readonly [Column, boolean, string])[] = [
    ['customer_id', CUSTOMER_ID.test(at('customer_id')), 'Write 1 to 64 letters, digits or . - _ | : @ +'],
    ['amount', (amount !== null && amount > 0n) || (isImport && at('amount') === ''), 'Write 300 or 300.00.'],
    ['source', known !== undefined, `Write one of ${SOURCES.join(', ')}.`],
    ['expires_on', day !== null || at('expires_on') === '', 'Write the last day as 2027-03-31.'],
    ['reason', SHORT_TEXT.test(at('reason')), 'Write at most 200 characters.'],
    ['reason', at('reason') !== '' || amount === null || isImport, 'Say why in a few words.'],
    [
      'reference',
      at('reference') === '' || ORDER_NUMBER.test(at('reference')),
      'Write at most 64 plain characters.',
    ],
    ['name', !isImport || PERSON_NAME.test(at('name')), 'Write 1 to 120 characters.'],
    [
      'phone',
      at('phone') === '' || PHONE_NUMBER.test(at('phone')),
      'Write a number such as +91 98765 43210.',
    ],
    ['email', at('email') === '' || EMAIL.test(at('email')), 'Write the whole address or leave it empty.'],
    ['language', at('language') === '' || LANGUAGE_TAG.test(at('language')), 'Write a tag such as en or hi.'],
  ];
  const fault = checks.find(([, isRight]) => !isRight);
  if (fault || known === undefined) return wrong(fault?.[0] ?? null, fault?.[2] ?? '');
  return {
    ...{ customerId: at('customer_id'), amount, source: known, expiresAt: day },
    ...{ reason: at('reason') || OPENING, reference: at('reference') || null, name: at('name') },
    ...{ phone: at('phone') || null, email: at('email') || null, language: at('language') || null },
  };
}

/** What the journal says where a balance is brought from elsewhere and the file does not say why. */
const OPENING = 'Opening balance';

function wrong(column: string | null, problem: string): RowProblem {
  return { column, code: 'INVALID_INPUT', problem };
}

export function isProblem(row: ReadRow | RowProblem): row is RowProblem {
  return 'problem' in row;
}
