import type { Paise } from '../../domain/money.ts';
import type { TierTerms } from '../../domain/policy.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { advanced } from '../../domain/wallet/decide.ts';
import type { DebitEntry } from '../../domain/wallet/entries.ts';
import { entryIdOf } from '../../domain/wallet/entry-id.ts';
import { tierStanding } from '../../domain/wallet/tier.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import type { Caller } from '../caller.ts';

export interface SpendPreview {
  readonly amount: Paise;
  readonly refused: Refusal | null;
  /** The debit as it would be written; null when it would be refused. */
  readonly debit: DebitEntry | null;
  readonly balanceAfter: Paise;
  readonly tierAfter: TierTerms;
  /** The seq on which it rests, with what is due counted as booked. */
  readonly seq: number;
  /** How much the wallet holds too little, in paise; null when it holds enough. */
  readonly shortBy: Paise | null;
}

/** The latest debit of a wallet for an order; null when there is none. */
export async function latestDebitOf(app: App, wallet: Wallet, orderId: string): Promise<DebitEntry | null> {
  const filter = { kinds: ['DEBIT'], orderId, afterSeq: 0, upToSeq: wallet.seq } as const;
  const [latest] = await app.stores.journal.range(wallet.id, filter, 'NEWEST_FIRST', 1);
  return latest?.kind === 'DEBIT' ? latest : null;
}

const NAME = 'preview';

/** What spending an amount (in paise) would do now: the very decision that a debit makes, and nothing written. */
export function previewSpend(app: App, caller: Caller, wallet: Wallet, amount: Paise): SpendPreview {
  const { policy } = app;
  const now = app.now();
  const command = { kind: 'DEBIT', amount, orderId: NAME, reason: null } as const;
  const context = { now, policy, ...caller, entryId: entryIdOf(wallet.id, NAME), intent: null };
  const advance = advanced(wallet, command, wallet.id, context);
  const refused = isRefusal(advance) ? advance : null;
  const { entries, wallet: after } = isRefusal(advance) ? { entries: [], wallet } : advance;
  const debit = entries.findLast((entry) => entry.kind === 'DEBIT') ?? null;
  return {
    amount,
    refused,
    debit,
    seq: debit ? debit.seq - 1 : wallet.seq,
    balanceAfter: after.balance,
    tierAfter: tierStanding(after, policy, now).tier,
    shortBy: amount > wallet.balance ? amount - wallet.balance : null,
  };
}
