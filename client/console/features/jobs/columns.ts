import type { FileJobKind } from './job-texts.ts';

/** What a cell of a file may mean to the shop. */
export type JobColumn =
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

interface Columns {
  must: readonly JobColumn[];
  may: readonly JobColumn[];
}

export const COLUMNS: Readonly<Record<FileJobKind, Columns>> = {
  BULK_CREDIT: {
    must: ['customer_id', 'amount', 'reason'],
    may: ['source', 'expires_on', 'reference'],
  },
  CUSTOMER_IMPORT: {
    must: ['customer_id', 'name'],
    may: ['phone', 'email', 'language', 'amount', 'source', 'expires_on', 'reason', 'reference'],
  },
};

/** The headings by which other programs call them, in the plain form of `plain`. */
const HEADINGS: Readonly<Record<JobColumn, readonly string[]>> = {
  customer_id: [
    'customer_id',
    'customer',
    'customerid',
    'cust_id',
    'client_id',
    'member_id',
    'user_id',
    'id',
  ],
  amount: ['amount', 'amount_rs', 'amount_inr', 'rupees', 'credits', 'credit', 'opening_balance', 'balance'],
  reason: ['reason', 'why', 'description', 'narration'],
  source: ['source'],
  expires_on: ['expires_on', 'expires', 'expiry', 'expiry_date', 'valid_till', 'valid_until', 'last_day'],
  reference: ['reference', 'ref', 'reference_no', 'reference_number'],
  name: ['name', 'full_name', 'customer_name'],
  phone: ['phone', 'mobile', 'mobile_no', 'phone_number', 'mobile_number', 'whatsapp_no', 'whatsapp'],
  email: ['email', 'e_mail', 'mail', 'email_address'],
  language: ['language', 'lang'],
};

/** What each column of a file means; null where it is left out. */
export type Mapping = readonly (JobColumn | null)[];

export function columnsOf(kind: FileJobKind): JobColumn[] {
  const { must, may } = COLUMNS[kind];
  return [...must, ...may];
}

/** What the headings of a file seem to mean. Each meaning is given once, to the heading that says it best. */
export function guessed(kind: FileJobKind, headings: readonly string[]): Mapping {
  const names = headings.map(plain);
  const mapping: (JobColumn | null)[] = headings.map(() => null);
  for (const column of columnsOf(kind)) {
    const places = HEADINGS[column].map((known) =>
      names.findIndex((name, at) => name === known && mapping[at] === null),
    );
    const at = places.find((place) => place >= 0);
    if (at !== undefined) mapping[at] = column;
  }
  return mapping;
}

/** What is missing of a mapping, and what is named twice in it. */
export function faultsOf(kind: FileJobKind, mapping: Mapping): { missing: JobColumn[]; twice: JobColumn[] } {
  const named = mapping.filter((column) => column !== null);
  return {
    missing: COLUMNS[kind].must.filter((column) => !named.includes(column)),
    twice: columnsOf(kind).filter((column) => named.filter((one) => one === column).length > 1),
  };
}

/** The shop cuts a cell at so many characters too: more is too long for every column. */
const LONGEST_CELL = 400;
const MOST_CELLS = 20;

/**
 * The cells of a row as the shop is to read them. Whatever a row has beyond its headings stays in it: the shop then says that there are
 * too many cells, where leaving one out would move an amount such as 1,000 to another column.
 */
export function cellsOf(row: readonly string[], mapping: Mapping): string[] {
  const meant = mapping.flatMap((column, at) => (column === null ? [] : [row[at] ?? '']));
  const beyond = row.slice(mapping.length);
  const cells = beyond.some((cell) => cell.trim() !== '') ? [...meant, ...beyond] : meant;
  return cells.slice(0, MOST_CELLS).map((cell) => [...cell.trim()].slice(0, LONGEST_CELL).join(''));
}

/** "Amount (Rs)" is amount_rs. */
function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '');
}
