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
