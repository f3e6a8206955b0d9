import { formatRupees, type Paise } from '../money.ts';
import type { Refusal } from '../refusal.ts';
import { mustBeSaid } from './checks.ts';
import type { EndOfOwing } from './entries.ts';
import type { DecideContext, Recording } from './recording.ts';

export interface SettleCommand {
  readonly kind: 'SETTLE';
  readonly how: EndOfOwing;
  /** In paise; above nothing. */
  readonly amount: Paise;
  readonly reason: string;
}

/**
 * Notes that the customer owes so much less (product rule 24). Moves no credits and works in every status; refuses more than is
 * owed, so that nobody ever owes less than nothing.
 */
export function settle(
  recording: Recording,
  { how, amount, reason }: SettleCommand,
  { entryId: id, actor, intent }: DecideContext,
): Refusal | null {
  const unsaid = mustBeSaid(reason);
  if (unsaid) return unsaid;
  const owed = recording.wallet.receivable ?? 0n;
  if (amount <= 0n || amount > owed) {
    const problem = owed === 0n ? 'Nothing is owed.' : `₹${formatRupees(owed)} is owed, and no more.`;
    return { code: 'INVALID_INPUT', field: 'amount', problem };
  }
  recording.add({ kind: 'SETTLEMENT', id, actor, intent, reason, how, settled: amount });
  return null;
}
