import { formatDayMonth } from '../../../format/date.ts';
import { usePreferences } from '../../../preferences/preferences-provider.tsx';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { useWords } from '../../../words/use-words.ts';
import { dashboardWords } from '../words/words.ts';
import { highestOf, isLevel, lowestOf } from './balance-extremes.ts';
import type { DayOfBalance } from './balance-extremes.ts';
import styles from './balance-line.module.css';

/** What the line shows, in words. */
export function BalanceSentence({ days }: { days: readonly DayOfBalance[] }) {
  const { balanceLine: words } = useWords(dashboardWords);
  const [{ hideAmounts }] = usePreferences();
  const money = useMoneyText();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const since = formatDayMonth(first.day);
  const told = ({ day, closingBalance }: DayOfBalance) => ({
    amount: money(closingBalance),
    date: day === last.day ? null : formatDayMonth(day),
  });
  const text = () => {
    if (hideAmounts) return words.hidden(since);
    if (isLevel(days)) return words.level(since, money(last.closingBalance));
    return words.moved(since, money(first.closingBalance), money(last.closingBalance), {
      highest: told(highestOf(days)),
      lowest: told(lowestOf(days)),
    });
  };
  return <p className={styles['sentence']}>{text()}</p>;
}
