import type { Paise } from '../money.ts';
import type { CreditSource } from './lots.ts';
import { creditMovement, tallyOf, type Movement, type RunningTotals, type Tally } from './running-totals.ts';

export type StepKind = 'ADDED' | 'REFUNDED' | 'SPENT' | 'EXPIRED' | 'TAKEN_BACK' | 'HELD';

/** One way in which money came to a wallet or left it, with all that did so. */
export interface BalanceStep {
  readonly kind: StepKind;
  readonly count: number;
  /** In paise; below zero for what left. */
  readonly amount: Paise;
  /** Of what was added: from where, most first. */
  readonly sources: readonly (Tally & { readonly source: CreditSource })[];
}

const SOURCES: readonly CreditSource[] = ['PURCHASE', 'REFERRAL', 'PROMOTION', 'LOYALTY', 'MANUAL'];

const MOVED: readonly { readonly kind: StepKind; readonly by: readonly Movement[]; readonly sign: bigint }[] =
  [
    { kind: 'ADDED', by: SOURCES.map(creditMovement), sign: 1n },
    { kind: 'REFUNDED', by: ['refund'], sign: 1n },
    { kind: 'SPENT', by: ['debit'], sign: -1n },
    { kind: 'EXPIRED', by: ['expiry'], sign: -1n },
    { kind: 'TAKEN_BACK', by: ['reversal'], sign: -1n },
  ];

/**
 * What a balance came about by. Their amounts add up to the balance after the entry that the totals stand on, or of the wallet.
 * What open holds keep (`held`, in paise) is a step of its own, and counts the holds that were ever placed.
 */
export function balanceSteps(running: RunningTotals, held: Paise): BalanceStep[] {
  const placed = tallyOf(running, ['hold']).count;
  const kept: BalanceStep = { kind: 'HELD', count: placed, amount: -held, sources: [] };
  return [...movedSteps(running), ...(placed > 0 ? [kept] : [])];
}

function movedSteps(running: RunningTotals): BalanceStep[] {
  return MOVED.map(({ kind, by, sign }) => {
    const { count, total } = tallyOf(running, by);
    return { kind, count, amount: sign * total, sources: kind === 'ADDED' ? sourcesOf(running) : [] };
  });
}

function sourcesOf(running: RunningTotals): BalanceStep['sources'] {
  return SOURCES.map((source) => ({ source, ...tallyOf(running, [creditMovement(source)]) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(b.total - a.total));
}
