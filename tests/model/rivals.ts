import { agrees, type Answer } from './answers.ts';
import type { WalletAsk } from './asks.ts';
import type { ModelWallet } from './model-wallet.ts';
import { performed } from './rules.ts';

/**
 * Whether there is an order in which the model gives these answers to what was asked at the same time; the wallet is then as
 * that order leaves it. Else it is as it was.
 */
export function agreeingOrder(
  wallet: ModelWallet,
  asks: readonly WalletAsk[],
  answers: readonly Answer[],
  now: number,
): boolean {
  if (asks.length === 0) return true;
  for (const [index, ask] of asks.entries()) {
    const before = wallet.naive.lines.length;
    const isFirst = agrees(answers[index] as Answer, performed(wallet, ask, now));
    const others = <T>(list: readonly T[]) => list.filter((_, other) => other !== index);
    if (isFirst && agreeingOrder(wallet, others(asks), others(answers), now)) return true;
    wallet.naive.forgetAfter(before);
  }
  return false;
}

/** Something that was asked for at the same time as others: does it in the model, and says whether that answers as the product did. */
export type Rival = () => boolean;

/** What can be made again what it is now. */
export interface Undoable {
  keep(): () => void;
}

/**
 * The same of rivals that are about several things, which are then as the order leaves them that explains all answers, and `fits` what
 * can be seen afterwards.
 */
export function someOrder(
  rivals: readonly Rival[],
  things: readonly Undoable[],
  fits: () => boolean = () => true,
): boolean {
  if (rivals.length === 0) return fits();
  for (const [index, rival] of rivals.entries()) {
    const undo = things.map((thing) => thing.keep());
    const others = rivals.filter((_, other) => other !== index);
    if (rival() && someOrder(others, things, fits)) return true;
    for (const back of undo) back();
  }
  return false;
}
