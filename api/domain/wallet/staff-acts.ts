import { endOfDay } from '../calendar.ts';
import { sum } from '../money.ts';
import type { Refusal } from '../refusal.ts';
import { mustBeSaid } from './checks.ts';
import type { ExtendCommand, ReverseCommand } from './commands.ts';
import type { Draw } from './lots.ts';
import type { DecideContext, Recording } from './recording.ts';

/**
 * Takes back what remains of a mistaken credit and says what of it could not be taken: all of a credit is either left, used and
 * not refunded, expired, or was taken by an earlier reversal. Works in any status.
 */
export function reverse(
  recording: Recording,
  command: ReverseCommand,
  context: DecideContext,
): Refusal | null {
  const { credit, earlier, reason } = command;
  if (credit.walletId !== recording.wallet.id) return { code: 'CREDIT_NOT_FOUND' };
  const draws = openLots(recording, credit.seq).map(({ remaining, ...lot }): Draw => ({
    lot,
    amount: remaining,
  }));
  const refusal = mustBeSaid(reason);
  if (refusal) return refusal;
  const amount = sum(draws.map((draw) => draw.amount));
  if (amount === 0n) return { code: 'CREDIT_USED_UP' };
  const { entryId: id, actor, intent } = context;
  const notRecovered = credit.amount - amount - sum(earlier.map((reversal) => reversal.amount));
  recording.add({
    kind: 'REVERSAL',
    id,
    actor,
    intent,
    reason,
    amount,
    creditId: credit.id,
    draws,
    notRecovered,
  });
  return null;
}

/** Gives what remains of a credit more time; never less. Works in any status. */
export function extend(recording: Recording, command: ExtendCommand, context: DecideContext): Refusal | null {
  const { credit, expiresOn, reason } = command;
  if (credit.walletId !== recording.wallet.id) return { code: 'CREDIT_NOT_FOUND' };
  const unsaid = mustBeSaid(reason);
  if (unsaid) return unsaid;
  const lots = openLots(recording, credit.seq);
  if (lots.length === 0) return { code: 'CREDIT_USED_UP' };
  const to = endOfDay(expiresOn);
  if (to <= recording.now) return { code: 'EXPIRES_IN_PAST' };
  const extended = lots.flatMap(({ id, expiresAt: from }) =>
    from !== null && from < to ? [{ lot: id, from, to }] : [],
  );
  if (extended.length === 0) {
    return {
      code: 'INVALID_INPUT',
      field: 'expiresAt',
      problem: 'The credit is valid for at least as long already.',
    };
  }
  const { entryId: id, actor, intent } = context;
  recording.add({ kind: 'EXTENSION', id, actor, intent, reason, creditId: credit.id, extended });
  return null;
}

/** A credit can be in several lots: the one it opened, and those that refunds opened for it after it had expired. */
function openLots({ wallet }: Recording, creditSeq: number) {
  return wallet.lots.filter((lot) => lot.creditSeq === creditSeq);
}
