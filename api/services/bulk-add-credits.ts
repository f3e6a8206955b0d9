import type { Instant } from '../domain/calendar.ts';
import type { Paise } from '../domain/money.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { CreditEntry } from '../domain/wallet/entries.ts';
import type { CreditSource } from '../domain/wallet/lots.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome, Refused } from './outcome.ts';
import { actOnWallet, answered, request, type Request } from './wallet-use-case.ts';

export type BulkMode = 'ALL_OR_NOTHING' | 'VALID_ROWS';

export interface BulkRow {
  readonly customerId: string;
  readonly amount: Paise;
  readonly source: CreditSource;
  readonly reason: string;
  /** A moment on the last day of the credit; null leaves its lifetime to the tier. */
  readonly expiresAt: Instant | null;
  readonly reference: string | null;
}

export interface BulkAddCredits {
  readonly rows: readonly BulkRow[];
  readonly mode: BulkMode;
  /** Says what would happen and writes nothing. */
  readonly dryRun: boolean;
  readonly idempotencyKey: string;
}

export interface BulkResult {
  /** In the order of the rows. A row that was fine but not written because another was not is `null`. */
  readonly rows: readonly (Outcome<CreditEntry> | null)[];
}

interface Asked {
  readonly rows: readonly Request<BulkRow & { readonly idempotencyKey: string }>[];
  readonly mode: BulkMode;
}

/** As many rows share a command: large enough to be quick, small enough to let others in between. */
const ROWS_TOGETHER = 100;
const COMMANDS_AT_ONCE = 2;

/** Some rows in one transaction. Each has a key of its own, so repeating the call completes what is missing and doubles nothing. */
const useCase: UseCase<Asked, BulkResult> = {
  name: 'bulkAddCredits',
  reads: ({ rows }) => ({
    wallets: rows.map((row) => row.walletId),
    entries: rows.map((row) => row.entryId),
  }),
  decide: ({ rows, mode }, work, context) => {
    const outcomes = rows.map((row) => {
      const { amount, source, reason, expiresAt: expiresOn, reference } = row.input;
      const origin = { kind: 'BULK', reference } as const;
      const command = { kind: 'CREDIT', amount, source, reason, expiresOn, orderId: null, origin } as const;
      return (
        answered<CreditEntry>('CREDIT', row, work, context) ??
        actOnWallet<CreditEntry>(command, row, work, context)
      );
    });
    if (mode === 'VALID_ROWS' || outcomes.every((outcome) => 'entry' in outcome)) return { rows: outcomes };
    work.discard();
    return { rows: outcomes.map((outcome) => ('refused' in outcome ? outcome : null)) };
  },
};

/**
 * Credits many wallets at once, behind interactive work. `ALL_OR_NOTHING` is one transaction over all rows; `VALID_ROWS`
 * writes those that can be written.
 */
export async function bulkAddCredits(
  app: App,
  caller: Caller,
  input: BulkAddCredits,
): Promise<BulkResult | Refused> {
  const refused = whyNotAsked(input.rows, app.policy.maxBulkRows);
  if (refused) return { refused };
  const { mode, idempotencyKey } = input;
  const rows = input.rows.map((row, index) =>
    request(useCase.name, caller, row.customerId, { ...row, idempotencyKey: `${idempotencyKey}:${index}` }),
  );
  if (input.dryRun) return app.engine.preview(useCase, { rows, mode });
  if (mode === 'ALL_OR_NOTHING') return app.engine.submit(useCase, { rows, mode }, 'BACKGROUND');
  return { rows: await inParts(app, rows) };
}

async function inParts(app: App, rows: Asked['rows']): Promise<BulkResult['rows']> {
  const outcomes: (Outcome<CreditEntry> | null)[] = [];
  for (let next = 0; next < rows.length; next += ROWS_TOGETHER * COMMANDS_AT_ONCE) {
    const parts = Array.from({ length: COMMANDS_AT_ONCE }, (_, part) => {
      const start = next + part * ROWS_TOGETHER;
      return rows.slice(start, start + ROWS_TOGETHER);
    });
    const results = await Promise.all(
      parts.map((part) => app.engine.submit(useCase, { rows: part, mode: 'VALID_ROWS' }, 'BACKGROUND')),
    );
    outcomes.push(...results.flatMap((result) => result.rows));
  }
  return outcomes;
}

function whyNotAsked(rows: readonly BulkRow[], most: number): Refusal | null {
  if (rows.length === 0) return { code: 'INVALID_INPUT', field: 'rows', problem: 'Name at least one row.' };
  if (rows.length <= most) return null;
  return { code: 'INVALID_INPUT', field: 'rows', problem: `Send at most ${most} rows at a time.` };
}
