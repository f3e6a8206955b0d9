import type { BulkMode } from '../../api/domain/bulk-credit.ts';
import type { BulkRow } from '../../api/services/bulk-part.ts';
import type { NaiveAnswer } from '../domain/naive-records.ts';
import type { ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';
import { granted, policy } from './rules.ts';

/** A list of credits and what the model answers to each of its rows. */
export interface Bulk {
  readonly mode: BulkMode;
  readonly wallets: readonly ModelWallet[];
  readonly rows: readonly BulkRow[];
  readonly expected: readonly NaiveAnswer[];
  readonly isWritten: boolean;
}

/** A list with a row for each wallet; a short one where a single fault spoils it. The wallets are then as it leaves them. */
export function bulkOf(candidates: readonly ModelWallet[], now: number, random: Random): Bulk {
  const mode = random.pick(['VALID_ROWS', 'ALL_OR_NOTHING'] as const);
  const active = candidates.filter(({ naive }) => naive.status === 'ACTIVE').slice(0, 8);
  const wallets = mode === 'VALID_ROWS' || active.length === 0 ? candidates : active;
  const before = wallets.map(({ naive }) => naive.lines.length);
  const rows = wallets.map(({ id }) => rowFor(id, random));
  const expected = wallets.map((wallet, index) => {
    const { amount, source, reason } = rows[index] as BulkRow;
    return granted(wallet, { amount, source, reason, origin: 'BULK' }, now);
  });
  const isWritten = mode === 'VALID_ROWS' || expected.every((answer) => 'lines' in answer);
  if (!isWritten) wallets.forEach(({ naive }, index) => naive.forgetAfter(before[index] ?? 0));
  return { mode, wallets, rows, expected, isWritten };
}

function rowFor(customerId: string, random: Random): BulkRow {
  const amount = policy.operation.min + BigInt(random.below(40_000));
  const reason = random.percent(2) ? '' : 'Festival';
  return { customerId, amount, source: 'PROMOTION', reason, expiresAt: null, reference: null };
}
