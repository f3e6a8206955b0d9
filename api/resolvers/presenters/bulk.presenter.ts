import type { BulkAddCreditsPayload } from '../../../schema/bulk/bulk-add-credits.io.ts';
import type { BulkRowResult } from '../../../schema/bulk/bulk-row-result.type.ts';
import { sum } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { BulkAddCredits, BulkResult } from '../../services/bulk-add-credits.ts';
import type { App } from '../../services/app.ts';
import type { BulkAskedFor } from '../../services/bulk-within-limits.ts';
import { presentApproval } from './approval.presenter.ts';
import { presentMoney } from './money.presenter.ts';
import { presentCredit } from './transaction.presenter.ts';
import { presentRefusal, presentRefusalOfRow, presentUndecidedRow } from './user-error.presenter.ts';

type RowOutcome = BulkResult['rows'][number];

export function presentBulk(
  { rows: outcomes, replayed, approval }: BulkResult,
  { rows, dryRun }: BulkAddCredits,
  app: App,
): BulkAddCreditsPayload {
  const done = outcomes.filter((outcome) => outcome !== null && 'entry' in outcome);
  const results = rows.map(({ customerId }, index) =>
    presentRow(index, customerId, outcomes[index] ?? null, dryRun),
  );
  return {
    rows: results,
    credited: done.length,
    refused: outcomes.filter((outcome) => outcome !== null && 'refused' in outcome).length,
    undecided: outcomes.filter((outcome) => outcome !== null && 'undecided' in outcome).length,
    total: presentMoney(sum(done.map(({ entry }) => entry.amount))),
    replayed,
    needsApproval: false,
    approval: approval ? presentApproval(approval, app) : null,
    userErrors: [],
  };
}

/** The answer where another person has to approve it: what would become of the rows in a dry run, and otherwise nothing has. */
export function presentAskedBulk(
  { asked, rows, replayed }: BulkAskedFor,
  input: BulkAddCredits,
  app: App,
): BulkAddCreditsPayload {
  if (input.dryRun && !replayed)
    return { ...presentBulk({ rows, replayed }, input, app), needsApproval: true };
  return { ...NOTHING, replayed, approval: presentApproval(asked, app), userErrors: [] };
}

/** The answer where the call as a whole was refused. */
export function refusedBulk(refusal: Refusal): BulkAddCreditsPayload {
  return { ...NOTHING, replayed: false, approval: null, userErrors: [presentRefusal(refusal)] };
}

const NOTHING = {
  ...{ rows: [], credited: 0, refused: 0, undecided: 0, total: presentMoney(0n), needsApproval: false },
};

/** What a dry run decided was not written, unless an earlier call had. */
function presentRow(index: number, customerId: string, outcome: RowOutcome, dryRun: boolean): BulkRowResult {
  const row = { index, customerId, transaction: null, userErrors: [] };
  if (outcome === null) return row;
  if ('refused' in outcome) return { ...row, userErrors: [presentRefusalOfRow(outcome.refused, index)] };
  if ('undecided' in outcome) return { ...row, userErrors: [presentUndecidedRow(outcome.undecided, index)] };
  const isWritten = !dryRun || outcome.replayed;
  return isWritten ? { ...row, transaction: presentCredit(outcome.entry) } : row;
}
