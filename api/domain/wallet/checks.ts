import type { Paise } from '../money.ts';
import type { AmountRange, Policy } from '../policy.ts';
import type { Refusal } from '../refusal.ts';
import { isBlank } from '../text-forms.ts';
import type { DebitEntry } from './entries.ts';
import { heldBy, openLotsIn } from './holds.ts';
import type { Wallet } from './wallet.ts';

/** Only an active wallet spends, claims, refers or receives grants (product rule 10). */
export function mustBeActive({ status, statusSince: since }: Wallet): Refusal | null {
  if (status === 'FROZEN') return { code: 'WALLET_FROZEN', since };
  if (status === 'SUSPENDED') return { code: 'WALLET_SUSPENDED', since };
  return null;
}

/** Amounts of an operation have bounds, in paise (product rule 14). */
export function mustBeWithin(amount: Paise, { min, max }: AmountRange): Refusal | null {
  return amount < min || amount > max ? { code: 'AMOUNT_OUT_OF_RANGE', min, max } : null;
}

/** Every act of staff says why (product rule 15). */
export function mustBeSaid(reason: string): Refusal | null {
  return isBlank(reason)
    ? { code: 'INVALID_INPUT', field: 'reason', problem: 'Say why in a few words.' }
    : null;
}

/** An order is paid once where the caller asks for that; the latest of its debits (in any order) tells. */
export function mustBeUnpaid(debits: readonly DebitEntry[]): Refusal | null {
  const latest = debits.toSorted((a, b) => a.seq - b.seq).at(-1);
  return latest ? { code: 'ORDER_ALREADY_PAID', debit: latest } : null;
}

/** A wallet spends no more than it holds. */
export function mustHold({ balance }: Wallet, amount: Paise): Refusal | null {
  return balance < amount
    ? { code: 'INSUFFICIENT_FUNDS', available: balance, shortBy: amount - balance }
    : null;
}

/** A wallet holds only so much, in only so many lots, what open holds keep included (product rules 14 and 16). */
export function mustHaveRoom(
  wallet: Wallet,
  amount: Paise,
  { maxBalance, maxOpenLots }: Policy,
): Refusal | null {
  const { balance, holds } = wallet;
  if (balance + heldBy(holds) + amount > maxBalance)
    return { code: 'WALLET_LIMIT_EXCEEDED', max: maxBalance, available: balance };
  return openLotsIn(wallet) >= maxOpenLots ? { code: 'TOO_MANY_LOTS', limit: maxOpenLots } : null;
}

/** Only so many orders have open holds in a wallet at once (product rule 16); what a dispute keeps takes nobody's place. */
export function mustHaveFewHolds({ holds }: Wallet, { maxOpen: limit }: Policy['holds']): Refusal | null {
  return holds.filter(({ purpose }) => purpose === 'ORDER').length >= limit
    ? { code: 'TOO_MANY_HOLDS', limit }
    : null;
}
