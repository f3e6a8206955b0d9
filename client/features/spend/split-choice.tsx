import { formatMoney } from '../../format/money.ts';
import { minus } from '../../format/sum.ts';
import { Choice } from '../../ui/choice.tsx';
import type { ChoiceOption } from '../../ui/choice.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { byUpiOf, NOTHING } from './order.ts';
import type { Bill, SpendPolicy, SpendWallet } from './order.ts';
import type { Split, usePart } from './use-part.ts';
import { spendWords } from './words/words.ts';

export interface SplitChoiceProps {
  wallet: SpendWallet;
  bill: Bill;
  policy: SpendPolicy;
  part: ReturnType<typeof usePart>;
}

/** The credits don't pay for everything: how much of them is used, and what is then left to pay. */
export function SplitChoice({ wallet, bill, policy, part }: SplitChoiceProps) {
  const { most, keep, split, setSplit } = part;
  const { spend } = useWords(spendWords);
  const { tier: words } = useWords(walletWords);
  const money = useMoneyText();
  const { tier } = wallet.tier;
  const [restOfAll, restOfKeep] = [byUpiOf(bill, most, policy), keep && byUpiOf(bill, keep, policy)];
  const [lowest] = policy.tiers;
  // All of them leave nothing, and so the lowest tier where that follows the balance.
  const falls = keep !== null && lowest !== undefined ? spend.youMoveTo(words.name(lowest)) : null;
  const options: ChoiceOption<Split>[] = [
    {
      value: 'all',
      ...(restOfAll === null
        ? {
            label: spend.allMine(money(most)),
            hint: spend.otherwise(formatMoney(minus(bill.total, most))),
          }
        : {
            label: spend.allByUpi(formatMoney(restOfAll)),
            hint: [spend.balanceIs(money(NOTHING)), falls].filter(Boolean).join(' · '),
          }),
    },
    ...(keep === null
      ? []
      : [
          {
            value: 'keep' as const,
            ...(restOfKeep === null
              ? {
                  label: spend.keep(words.name(tier), money(keep)),
                  hint: spend.keepHint(formatMoney(minus(bill.total, keep)), money(tier.threshold)),
                }
              : {
                  label: spend.keepByUpi(words.name(tier), formatMoney(restOfKeep)),
                  hint: spend.keepParts(money(keep), money(tier.threshold)),
                }),
          },
        ]),
    { value: 'part', label: spend.another, hint: spend.anotherHint },
  ];
  return (
    <Choice
      legend={(restOfAll === null ? spend.howMuch : spend.split)(money(wallet.balance))}
      value={split}
      options={options}
      onChange={setSplit}
    />
  );
}
