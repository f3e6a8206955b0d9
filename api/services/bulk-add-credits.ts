import type { Approval } from '../domain/approval.ts';
import type { BulkMode } from '../domain/bulk-credit.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { CreditEntry } from '../domain/wallet/entries.ts';
import { OutcomeUnknown, TryAgain } from '../ledger/errors.ts';
import type { App } from './app.ts';
import { bulkPart, type BulkPart, type BulkRequest, type BulkRow, type PartDecided } from './bulk-part.ts';
import type { Caller } from './caller.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Outcome, Refused } from './outcome.ts';
import { request } from './wallet-use-case.ts';

export interface BulkAddCredits {
  readonly rows: readonly BulkRow[];
  readonly mode: BulkMode;
  /** Says what would happen and writes nothing. */
  readonly dryRun: boolean;
  readonly idempotencyKey: string;
}

/** A row that is not decided, or of which nobody knows whether it is. The same call again decides it, and tells. */
export interface Undecided {
  readonly undecided: 'TRY_AGAIN' | 'OUTCOME_UNKNOWN';
}

export type RowOutcome = Outcome<CreditEntry> | Undecided;

export interface BulkResult {
  /** In the order of the rows. A row that was fine but not written because another was not is `null`. */
  readonly rows: readonly (RowOutcome | null)[];
  /** Whether every row had been decided before, by an earlier call with this key. */
  readonly replayed: boolean;
  /** What another person approved, where it took that. */
  readonly approval?: Approval;
}

/** As many rows share a transaction: enough to be quick, few enough to let others in between. */
const ROWS_TOGETHER = 200;

/**
 * Credits many wallets at once, behind interactive work, as one act under its key (decision 15). `ALL_OR_NOTHING` is one
 * transaction over all rows; `VALID_ROWS` decides some rows after the others. Rejects with `TryAgain` or `OutcomeUnknown` when
 * that is to be said of the whole call; where some rows have their outcome, it is said row by row.
 */
export async function bulkAddCredits(
  app: App,
  caller: Caller,
  input: BulkAddCredits,
): Promise<BulkResult | Refused> {
  const refused = whyNotAsked(input.rows, app.policy.maxBulkRows);
  if (refused) return { refused };
  const bulk = bulkRequest(caller, input);
  const whole = { bulk, first: 0, rows: bulk.rows };
  if (input.dryRun) return app.engine.preview(bulkPart, whole);
  if (input.mode === 'ALL_OR_NOTHING') return app.engine.submit(bulkPart, whole, 'BACKGROUND');
  return inParts(app, bulk, null);
}

/** The id of the bulk credit that a key makes. A key is the shop's, whoever of its people sends it. */
export function bulkIdOf(idempotencyKey: string): string {
  return `bulk_${keyDigest(idempotencyKey)}`;
}

/** A bulk credit on its way to the engine. */
export function bulkRequest(
  caller: Caller,
  { rows: asked, mode, idempotencyKey }: BulkAddCredits,
): BulkRequest {
  const rows = asked.map((row, index) =>
    request(bulkPart.name, caller, row.customerId, { ...row, idempotencyKey: `${idempotencyKey}:${index}` }),
  );
  // Each row's own fingerprint covers all its fields; which wallet it is for is one of them.
  const intent = intentOf(bulkPart.name, { mode, rows: rows.map((row) => row.intent) });
  return { id: bulkIdOf(idempotencyKey), intent, mode, caller, rows };
}

/**
 * One part after the other, from the second on where the first is decided. At the first that cannot be written it stops, and says
 * so of the rows from there on.
 */
export async function inParts(
  app: App,
  bulk: BulkRequest,
  begun: (PartDecided & Pick<BulkResult, 'approval'>) | null,
): Promise<BulkResult | Refused> {
  const rows: (RowOutcome | null)[] = [...(begun?.rows ?? [])];
  let replayed = begun?.replayed ?? true;
  for (const part of partsOf(bulk).slice(begun ? 1 : 0)) {
    try {
      const answer = await app.engine.submit(bulkPart, part, 'BACKGROUND');
      if ('refused' in answer) return answer;
      rows.push(...answer.rows);
      replayed &&= answer.replayed;
    } catch (error) {
      if (part.first === 0 || !isTrouble(error)) throw error;
      const doubtful = part.rows.map((): Undecided => ({ undecided: error.code }));
      const untried = bulk.rows.slice(part.first + part.rows.length);
      return { rows: [...rows, ...doubtful, ...untried.map(() => TO_BE_TRIED)], replayed: false };
    }
  }
  return { rows, replayed, ...(begun?.approval && { approval: begun.approval }) };
}

const TO_BE_TRIED: Undecided = { undecided: 'TRY_AGAIN' };

function isTrouble(error: unknown): error is TryAgain | OutcomeUnknown {
  return error instanceof TryAgain || error instanceof OutcomeUnknown;
}

/** Its rows as they are decided together. */
export function partsOf(bulk: BulkRequest): BulkPart[] {
  return Array.from({ length: Math.ceil(bulk.rows.length / ROWS_TOGETHER) }, (_, part) => {
    const first = part * ROWS_TOGETHER;
    return { bulk, first, rows: bulk.rows.slice(first, first + ROWS_TOGETHER) };
  });
}

/** Bounds of a call. */
export function whyNotAsked(rows: readonly BulkRow[], most: number): Refusal | null {
  if (rows.length === 0) return { code: 'INVALID_INPUT', field: 'rows', problem: 'Name at least one row.' };
  if (rows.length <= most) return null;
  return { code: 'INVALID_INPUT', field: 'rows', problem: `Send at most ${most} rows at a time.` };
}
