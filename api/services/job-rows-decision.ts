import { actId, differences } from '../domain/act.ts';
import { customerFacts } from '../domain/customer.ts';
import { partIdOf, type FileJob, type Job, type JobPart, type JobRow } from '../domain/job.ts';
import { isProblem, readRow, type ReadRow } from '../domain/job-rows.ts';
import type { Paise } from '../domain/money.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { advanced } from '../domain/wallet/decide.ts';
import type { BatchContext } from '../ledger/use-case.ts';
import type { Reads, Scope } from '../ledger/working-set.ts';
import { bulkPart, type BulkRequest, type BulkRowRequest } from './bulk-part.ts';
import type { Ids } from './app.ts';
import type { Caller } from './caller.ts';
import { intentOf, keyedEntryId } from './idempotency.ts';
import { record } from './record-act.ts';
import { request } from './wallet-use-case.ts';

/** A row on its way to the engine. */
export interface Prepared {
  readonly row: JobRow;
  readonly read: ReadRow;
  /** The credit that it makes; null where it brings none. */
  readonly credit: BulkRowRequest | null;
  /** The wallet that an import opens; null for a bulk credit. */
  readonly opening: Opening | null;
}

interface Opening {
  readonly entryId: string;
  readonly intent: string;
  readonly referralCode: string;
  readonly shortCodes: readonly string[];
}

/** Rows of a part that can be understood, and the bulk credit that they are. */
export interface PreparedPart {
  readonly job: Job;
  readonly part: JobPart;
  readonly rows: readonly Prepared[];
  readonly bulk: BulkRequest;
}

/** What became of a row: what it was credited in paise, or why nothing was done. */
export type RowDone = Paise | Refusal;

/** Reads the rows of a part that nothing is wrong with. Codes are drawn anew for each try. */
export function prepared(job: FileJob, part: JobPart, ids: Ids): PreparedPart {
  const caller: Caller = { actor: job.startedBy, requestId: job.requestId };
  const id = partIdOf(job, part.part);
  const rows = part.rows.flatMap((row): Prepared[] => {
    const read = row.problem ? null : readRow(job.kind, job.columns, row.cells);
    if (!read || isProblem(read)) return [];
    const isImport = job.kind === 'CUSTOMER_IMPORT';
    return [
      {
        ...{ row, read, credit: creditOf(read, caller, `${id}:${row.row}`) },
        opening: isImport ? openingOf(read, `${id}:${row.row}:open`, ids) : null,
      },
    ];
  });
  const credits = rows.flatMap(({ credit }) => credit ?? []);
  const intent = intentOf(bulkPart.name, { rows: credits.map((credit) => credit.intent) });
  return { job, part, rows, bulk: { id, intent, mode: 'VALID_ROWS', caller, rows: credits } };
}

/** No idempotency key holds a colon, so no caller's entry has the id of one that a job makes. */
function creditOf(read: ReadRow, caller: Caller, idempotencyKey: string): BulkRowRequest | null {
  const { customerId, amount, source, reason, expiresAt, reference } = read;
  if (amount === null) return null;
  const input = { customerId, amount, source, reason, expiresAt, reference, idempotencyKey };
  return request(bulkPart.name, caller, customerId, input);
}

function openingOf({ customerId }: ReadRow, key: string, ids: Ids): Opening {
  const codes = { referralCode: ids.referralCode(), shortCodes: ids.shortCodes() };
  return {
    entryId: keyedEntryId(customerId, key),
    intent: intentOf('importCustomers', { customerId }),
    ...codes,
  };
}

/** What deciding them reads. */
export function readsOfRows({ rows, bulk }: PreparedPart): Reads {
  const ids = rows.map(({ read }) => read.customerId);
  const openings = rows.flatMap(({ opening }) => opening ?? []);
  return {
    ...{ wallets: ids, bulkCredits: [bulk.id], ...(openings.length > 0 && { customers: ids }) },
    entries: [...bulk.rows.map(({ entryId }) => entryId), ...openings.map(({ entryId }) => entryId)],
    shortCodes: openings.flatMap(({ shortCodes }) => shortCodes),
  };
}

/** Decides all rows of a part, those of an import by opening their wallets first. In the order of the rows. */
export function decideRows(
  { rows, bulk }: PreparedPart,
  work: Scope,
  context: BatchContext,
): readonly RowDone[] {
  const refused = rows.map((row) =>
    row.opening ? openFor(row, row.opening, bulk.caller, work, context) : null,
  );
  const credits = rows.flatMap(({ credit }, n) => (credit && !refused[n] ? [credit] : []));
  const outcomes = new Map<BulkRowRequest, RowDone>();
  if (credits.length > 0) {
    const list = { ...bulk, rows: credits };
    const answer = bulkPart.decide({ bulk: list, first: 0, rows: credits }, work, context);
    if ('refused' in answer) throw new Error(`Part ${bulk.id} was done with other rows.`);
    for (const [n, outcome] of answer.rows.entries()) {
      const credit = credits[n];
      if (!credit || outcome === null) continue;
      outcomes.set(credit, 'refused' in outcome ? outcome.refused : outcome.entry.amount);
    }
  }
  return rows.map(({ credit }, n) => refused[n] ?? (credit && outcomes.get(credit)) ?? 0n);
}

/**
 * Makes a customer known and opens the wallet, if it can then be credited with what the row brings. Who has a wallet keeps it as
 * it is: an opening balance is brought once, whichever file says so.
 */
function openFor(
  { read, credit }: Prepared,
  { entryId, intent, referralCode, shortCodes }: Opening,
  caller: Caller,
  work: Scope,
  { now, policy }: BatchContext,
): Refusal | null {
  const { customerId } = read;
  const there = work.get('wallets', customerId);
  if (there) return { code: 'WALLET_EXISTS', since: there.openedAt };
  const free = shortCodes.find((code) => work.get('shortCodes', code) === undefined);
  const of = { now, policy, ...caller };
  const command = { kind: 'OPEN', referralCode, shortCode: free ?? shortCodes.at(-1) ?? '' } as const;
  const opened = advanced(null, command, customerId, { ...of, entryId, intent });
  if (isRefusal(opened)) return opened;
  if (credit) {
    const { amount, source, reason, expiresAt: expiresOn } = credit.input;
    const asked = { kind: 'CREDIT', amount, source, reason, expiresOn, orderId: null } as const;
    const { entryId, intent } = credit;
    const credited = advanced(opened.wallet, asked, customerId, { ...of, entryId, intent });
    if (isRefusal(credited)) return credited;
  }
  if (!work.get('customers', customerId)) {
    const { name, email, phone, language } = read;
    const known = { id: customerId, name, email, phone, language };
    work.put('customers', customerId, { ...known, createdAt: now });
    record(work, { now }, caller, {
      ...{ id: actId('saveCustomer', customerId, entryId), act: 'saveCustomer' },
      ...{ subject: { kind: 'CUSTOMER', id: customerId }, ...differences(null, customerFacts(known)) },
    });
  }
  work.append(opened.wallet, opened.entries);
  return null;
}
