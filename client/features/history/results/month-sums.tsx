import type { MoneyValue } from '../../../format/money.ts';
import { isZero } from '../../../format/proportion.ts';
import type { MonthSums_TransactionsFragment } from '../../../graphql/graphql.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { useWords } from '../../../words/use-words.ts';
import { historyWords } from '../words/words.ts';
import styles from './month-sums.module.css';

/** The sums of the months that are known, as the server tells them; null where it can't be exact. */
export type Months = MonthSums_TransactionsFragment['months'];

/** "+₹1,200.00 · −₹640.00": what a month brought and took, of what the filters let through. */
export function MonthSums({ months, month }: { months: Months; month: string }) {
  const { history } = useWords(historyWords);
  const money = useMoneyText();
  const sums = months?.find((one) => one.month === month);
  if (sums === undefined) return null;
  const { added, taken } = sums;
  const parts = [
    { words: history.monthAdded, amount: added, hidden: isZero(added) },
    { words: history.monthTaken, amount: negative(taken), hidden: isZero(taken) },
  ].filter(({ hidden }) => !hidden);
  return (
    <span className={styles['sums']}>
      {parts.map(({ words, amount }, index) => (
        <span key={words}>
          {index > 0 && <span aria-hidden="true">{' · '}</span>}
          <VisuallyHidden>{` ${words} `}</VisuallyHidden>
          <span className={styles['sum']}>{money(amount, { sign: 'always' })}</span>
        </span>
      ))}
    </span>
  );
}

function negative({ amount, currencyCode }: MoneyValue): MoneyValue {
  return { amount: `-${amount}`, currencyCode };
}
