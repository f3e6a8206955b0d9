import { advancedBy, opened, refusalOf, type BulkCredit, type BulkMode } from '../domain/bulk-credit.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Paise } from '../domain/money.ts';
import type { CreditEntry } from '../domain/wallet/entries.ts';
import type { CreditSource } from '../domain/wallet/lots.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { Caller } from './caller.ts';
import type { Outcome, Refused } from './outcome.ts';
import { actOnWallet, answered, type Request } from './wallet-use-case.ts';

export interface BulkRow {
  readonly customerId: string;
  readonly amount: Paise;
  readonly source: CreditSource;
  readonly reason: string;
  /** A moment on the last day of the credit; null leaves its lifetime to the tier. */
  readonly expiresAt: Instant | null;
  readonly reference: string | null;
}

export type BulkRowRequest = Request<BulkRow & { readonly idempotencyKey: string }>;

/** A bulk credit as it is asked for. */
export interface BulkRequest {
  readonly id: string;
  readonly intent: string;
  readonly mode: BulkMode;
  readonly caller: Caller;
  readonly rows: readonly BulkRowRequest[];
}

/** Rows that stand together in a bulk credit, to be decided in one transaction. */
export interface BulkPart {
  readonly bulk: BulkRequest;
  /** The place of the first of them. */
  readonly first: number;
  readonly rows: readonly BulkRowRequest[];
}

export interface PartDecided {
  /** A row that was fine but not written because another was not is `null`. */
  readonly rows: readonly (Outcome<CreditEntry> | null)[];
  /** Whether all of these rows had been decided before. */
  readonly replayed: boolean;
}

/**
 * Decides some rows of a bulk credit and notes that in the bulk credit itself, in one transaction. Rows that were decided
 * before are answered from there and from the journal, so it may run as often and at as many places as one likes.
 */
export const bulkPart: UseCase<BulkPart, PartDecided | Refused> = {
  name: 'bulkAddCredits',
  reads: ({ bulk, rows }) => ({
    bulkCredits: [bulk.id],
    wallets: rows.map((row) => row.walletId),
    entries: rows.map((row) => row.entryId),
  }),
  decide: (part, work, context) => {
    const { id, intent, mode } = part.bulk;
    const known = work.get('bulkCredits', id);
    if (known && known.intent !== intent) {
      return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: known.createdAt } };
    }
    const bulk = known ?? openedBy(part.bulk, context);
    if (part.first > bulk.decided) throw new Error(`Rows of ${id} were left out before ${part.first}.`);
    const earlier = part.rows.slice(0, bulk.decided - part.first);
    const before = earlier.map((row, index) => decidedBefore(bulk, part.first + index, row, work, context));
    const fresh = part.rows.slice(earlier.length);
    if (fresh.length === 0) return { rows: before, replayed: true };
    const now = fresh.map((row, index) => credit(bulk, bulk.decided + index, row, work, context));
    const rows = [...before, ...now];
    if (mode === 'ALL_OR_NOTHING' && rows.some((outcome) => 'refused' in outcome)) {
      work.discard();
      return { rows: rows.map((outcome) => ('refused' in outcome ? outcome : null)), replayed: false };
    }
    const decisions = now.map((outcome) => ('refused' in outcome ? outcome.refused : outcome.entry.amount));
    work.put('bulkCredits', id, advancedBy(bulk, decisions, context.now));
    return { rows, replayed: now.every((outcome) => 'entry' in outcome && outcome.replayed) };
  },
};

function openedBy({ caller, rows, ...same }: BulkRequest, { now }: BatchContext): BulkCredit {
  return opened({ ...same, ...caller, rowCount: rows.length }, now);
}

function decidedBefore(
  bulk: BulkCredit,
  place: number,
  row: BulkRowRequest,
  work: Scope,
  context: BatchContext,
): Outcome<CreditEntry> {
  const refused = refusalOf(bulk, place);
  if (refused) return { refused };
  const first = answered<CreditEntry>('CREDIT', row, work, context);
  // Crediting it now could be the second time.
  if (!first) throw new Error(`Row ${place} of ${bulk.id} was credited, and the journal has nothing of it.`);
  return first;
}

/** A row may have its entry already: before bulk credits were written down as a whole, the journal was all that knew of them. */
function credit(
  { id: bulkId }: BulkCredit,
  place: number,
  row: BulkRowRequest,
  work: Scope,
  context: BatchContext,
): Outcome<CreditEntry> {
  const { amount, source, reason, expiresAt: expiresOn, reference } = row.input;
  const origin = { kind: 'BULK', reference, bulkId, row: place } as const;
  const command = { kind: 'CREDIT', amount, source, reason, expiresOn, orderId: null, origin } as const;
  return (
    answered<CreditEntry>('CREDIT', row, work, context) ??
    actOnWallet<CreditEntry>(command, row, work, context)
  );
}
