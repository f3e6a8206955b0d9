import { addDays, endOfDay, monthOf } from '../calendar.ts';
import { smaller, sum, type Paise } from '../money.ts';
import type { Refusal } from '../refusal.ts';
import { mustBeSaid } from './checks.ts';
import type { RefundCommand } from './commands.ts';
import type { DebitEntry, RefundEntry } from './entries.ts';
import { isDue, type LotFacts, type Restore } from './lots.ts';
import type { DecideContext, Recording } from './recording.ts';
import type { Wallet } from './wallet.ts';

/** What can still be given back of a debit, in paise: its amount less all refunds of it (product rule 8). */
export function refundable(debit: DebitEntry, earlier: readonly RefundEntry[]): Paise {
  return debit.amount - sum(earlier.map((entry) => entry.amount));
}

/**
 * Gives back a debit, in whole or in part. Lands in any status: it is owed to the customer (product rule 10). A debit has only
 * so many refunds; the last of them gives all that is left, so nothing is ever locked away.
 */
export function refund(recording: Recording, command: RefundCommand, context: DecideContext): Refusal | null {
  const { debit, earlier, reason } = command;
  const left = refundable(debit, earlier);
  const amount = command.amount ?? left;
  if (debit.walletId !== recording.wallet.id) return { code: 'DEBIT_NOT_FOUND' };
  const unsaid = mustBeSaid(reason);
  if (unsaid) return unsaid;
  if (amount > left || left === 0n) return { code: 'REFUND_EXCEEDS_DEBIT', refundable: left };
  if (amount < 1n) return { code: 'AMOUNT_OUT_OF_RANGE', min: 1n, max: left };
  const limit = context.policy.maxRefundsPerDebit;
  if (earlier.length >= limit - 1 && amount < left)
    return { code: 'TOO_MANY_REFUNDS', limit, refundable: left };
  const restores = restoresOf(recording, command, amount, context.policy.refundGraceDays);
  const { entryId: id, actor, intent } = context;
  recording.add({
    kind: 'REFUND',
    id,
    actor,
    intent,
    reason,
    amount,
    orderId: debit.orderId,
    debitId: debit.id,
    debitMonth: monthOf(debit.at),
    restores,
  });
  return null;
}

/** Last drawn first, each back to its lot; what came from a lot that has expired since opens a new one (product rule 8). */
function restoresOf(
  recording: Recording,
  command: RefundCommand,
  amount: Paise,
  graceDays: number,
): Restore[] {
  const restores: Restore[] = [];
  let left = amount;
  for (const draw of command.debit.draws.toReversed()) {
    const given = smaller(left, draw.amount - restoredTo(draw.lot.id, command.earlier));
    if (given === 0n) continue;
    const lot = asExtended(draw.lot, recording.wallet);
    const facts = isDue(lot, recording.now)
      ? successor(lot, given, restores.length, recording, graceDays)
      : lot;
    restores.push({ drawnFrom: draw.lot.id, lot: facts, amount: given });
    left -= given;
  }
  return restores;
}

/** The lot with the expiry that held last: staff may have given it more time after the debit was written. */
export function asExtended(lot: LotFacts, { extensions }: Wallet): LotFacts {
  const extension = extensions.find((candidate) => candidate.lot === lot.id);
  return extension ? { ...lot, expiresAt: extension.expiresAt } : lot;
}

function restoredTo(lotId: string, earlier: readonly RefundEntry[]): Paise {
  const restores = earlier.flatMap((entry) => entry.restores);
  return sum(restores.map((restore) => (restore.drawnFrom === lotId ? restore.amount : 0n)));
}

function successor(
  lot: LotFacts,
  original: Paise,
  index: number,
  { wallet, now }: Recording,
  graceDays: number,
): LotFacts {
  const openedSeq = wallet.seq + 1;
  return {
    ...lot,
    id: `${openedSeq}.${index + 1}`,
    openedSeq,
    original,
    expiresAt: endOfDay(addDays(now, graceDays)),
  };
}
