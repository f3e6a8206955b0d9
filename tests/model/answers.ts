import { isDeepStrictEqual } from 'node:util';
import type { Refusal } from '../../api/domain/refusal.ts';
import type { Entry } from '../../api/domain/wallet/entries.ts';
import type { Outcome } from '../../api/services/outcome.ts';
import type { NaiveAnswer, NaiveLine, NaiveRefusal } from '../domain/naive-records.ts';

/** What a service answered, as far as it can be told from the model what it had to answer. */
export type Answer =
  | { readonly refusal: NaiveRefusal }
  | {
      /** None where the service tells of no entry. */
      readonly entry: Entry | null;
      readonly balance: bigint | null;
      readonly referralCode?: string;
    };

export function answerOf(outcome: Outcome): Answer {
  if ('refused' in outcome) return { refusal: refusalOf(outcome.refused) };
  const { wallet, entry } = outcome;
  return { entry, balance: wallet.balance, referralCode: wallet.referralCode };
}

/** Wording is free, and whose wallet it is was said in the question; everything else is not. */
export function refusalOf(refused: Refusal): NaiveRefusal {
  const { problem: _, customerId: __, ...rest } = { problem: '', customerId: '', ...refused };
  return rest;
}

/** Whether an answer is the one that the model gives. A repeat is answered with the same entry on a wallet that has moved on. */
export function agrees(answer: Answer, naive: NaiveAnswer): boolean {
  if ('refusal' in answer || 'refusal' in naive) {
    return 'refusal' in answer && 'refusal' in naive && isDeepStrictEqual(answer.refusal, naive.refusal);
  }
  const line = naive.lines.at(-1);
  return line !== undefined && (answer.entry === null || isOf(answer.entry, line));
}

function isOf(entry: Entry, { kind, no, at, after, amount }: NaiveLine): boolean {
  const moved = 'amount' in entry ? entry.amount : 'counted' in entry ? entry.counted : 0n;
  return (
    entry.kind === kind &&
    entry.seq === no &&
    entry.at === at &&
    entry.balanceAfter === after &&
    moved === amount
  );
}
