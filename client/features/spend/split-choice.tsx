import { formatMoney } from '../../format/money.ts';
import { minus } from '../../format/sum.ts';
import { Choice } from '../../ui/choice.tsx';
import type { ChoiceOption } from '../../ui/choice.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import type { Bill, SpendWallet } from './order.ts';
import type { Split, usePart } from './use-part.ts';
import { spendWords } from './words/words.ts';

export interface SplitChoiceProps {
  wallet: SpendWallet;
  bill: Bill;
  part: ReturnType<typeof usePart>;
}

/** The credits don't pay for everything: how much of them is used, and what is then left to pay. */
export function SplitChoice({ wallet, bill, part: { most, keep, split, setSplit } }: SplitChoiceProps) {
  const { spend } = useWords(spendWords);
  const { tier: words } = useWords(walletWords);
  const money = useMoneyText();
  const { tier } = wallet.tier;
  const options: ChoiceOption<Split>[] = [
    {
      value: 'all',
      label: spend.allMine(money(most)),
      hint: spend.otherwise(formatMoney(minus(bill.total, most))),
    },
    ...(keep === null
      ? []
      : [
          {
            value: 'keep' as const,
            label: spend.keep(words.name(tier), money(keep)),
            hint: spend.keepHint(formatMoney(minus(bill.total, keep)), money(tier.threshold)),
          },
        ]),
    { value: 'part', label: spend.another, hint: spend.anotherHint },
  ];
  return (
    <Choice legend={spend.split(money(wallet.balance))} value={split} options={options} onChange={setSplit} />
  );
}
