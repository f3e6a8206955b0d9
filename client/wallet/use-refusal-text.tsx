import type { ReactNode } from 'react';
import { formatDate } from '../format/date.ts';
import { formatMoney } from '../format/money.ts';
import type { ErrorCode, Refusal_ErrorFragment } from '../graphql/graphql.ts';
import { useWords } from '../words/use-words.ts';
import { useMoneyText } from './use-money-text.ts';
import { walletWords } from './words/words.ts';

/** Says a refusal in words, with the figures that the server sends along. */
export function useRefusalText(): (refusal: Refusal_ErrorFragment) => ReactNode {
  const { refusals, refusalFigures: figures } = useWords(walletWords);
  const money = useMoneyText();
  // A tab may stay open while the shop learns a new reason; it then says the server's own words, which are English.
  const plain: Partial<Record<ErrorCode, string>> = refusals;
  return (refusal) => {
    const { code, min, max, shortBy, required, largest, since } = refusal;
    if (code === 'AMOUNT_OUT_OF_RANGE' && min && max)
      return figures.range(formatMoney(min), formatMoney(max));
    if (code === 'INSUFFICIENT_FUNDS' && shortBy) return figures.short(money(shortBy));
    if (code === 'WALLET_LIMIT_EXCEEDED' && max) return figures.walletLimit(formatMoney(max));
    if (code === 'MINIMUM_PURCHASE_NOT_MET' && required) {
      return figures.minimum({
        required: formatMoney(required),
        largest: largest ? money(largest) : null,
        since: since === null ? null : formatDate(since),
      });
    }
    return plain[code] ?? <span lang="en">{refusal.message}</span>;
  };
}
