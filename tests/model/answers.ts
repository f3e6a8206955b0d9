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
  const unsaid = { problem: '', customerId: '', moved: [] };
  const { problem: _, customerId: __, moved: ___, ...rest } = { ...unsaid, ...refused };
  return rest;
}

/** Whether an answer is the one that the model gives. A repeat is answered with the same entry on a wallet that has moved on. */
export function agrees(answer: Answer, naive: NaiveAnswer): boolean {
  if ('refusal' in answer || 'refusal' in naive) {
    return 'refusal' in answer && 'refusal' in naive && isDeepStrictEqual(answer.refusal, naive.refusal);
  }
  // What was given back too late, or is the rest of a capture, comes after what was asked for.
  const { entry } = answer;
  return naive.lines.length > 0 && (entry === null || naive.lines.some((line) => isOf(entry, line)));
}

function isOf(entry: Entry, { kind, no, at, after, heldAfter, amount }: NaiveLine): boolean {
  const moved = 'amount' in entry ? entry.amount : 'counted' in entry ? entry.counted : 0n;
  return (
    entry.kind === kind &&
    entry.seq === no &&
    entry.at === at &&
    entry.balanceAfter === after &&
    (entry.heldAfter ?? 0n) === heldAfter &&
    moved === amount
  );
}
