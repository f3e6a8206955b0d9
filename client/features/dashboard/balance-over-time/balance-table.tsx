import { formatDate } from '../../../format/date.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { useWords } from '../../../words/use-words.ts';
import { dashboardWords } from '../words/words.ts';
import type { DayOfBalance } from './balance-extremes.ts';
import styles from './balance-line.module.css';

/** Every day on which the balance changed, newest first; between two of them it stayed as it was. */
export function BalanceTable({ days }: { days: readonly DayOfBalance[] }) {
  const { balanceLine: words } = useWords(dashboardWords);
  const money = useMoneyText();
  return (
    <details className={styles['details']}>
      <summary className={styles['summary']}>
        {words.asTable}
        <Icon name="down" size="sm" />
      </summary>
      <table className={styles['table']}>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.balance}</th>
          </tr>
        </thead>
        <tbody>
          {changesIn(days).map(({ day, closingBalance }) => (
            <tr key={day}>
              <th scope="row">{formatDate(day)}</th>
              <td>{money(closingBalance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function changesIn(days: readonly DayOfBalance[]): DayOfBalance[] {
  return days
    .filter((day, index) => day.closingBalance.amount !== days[index - 1]?.closingBalance.amount)
    .toReversed();
}
