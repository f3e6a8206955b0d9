import { area, curveStepAfter, line } from 'd3-shape';
import { formatDayMonth } from '../../../format/date.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { shareOf } from '../../../format/proportion.ts';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { highestOf } from './balance-extremes.ts';
import type { DayOfBalance } from './balance-extremes.ts';
import styles from './balance-line.module.css';

/** The drawing's own units; the browser stretches them to the card. */
const WIDTH = 1000;
const HEIGHT = 100;

/** A step line from nothing to the highest balance. The sentence and the table beside it say what it shows. */
export function BalanceChart({ days }: { days: readonly DayOfBalance[] }) {
  const money = useMoneyText();
  const highest = highestOf(days).closingBalance;
  const points = days.map(({ closingBalance }, index): [number, number] => [
    (index / (days.length - 1)) * WIDTH,
    heightOf(closingBalance, highest),
  ]);
  const middle = days[Math.floor((days.length - 1) / 2)];
  return (
    <div className={styles['chart']} aria-hidden="true">
      <span className={styles['top']}>{money(highest)}</span>
      <svg className={styles['plot']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <path className={styles['grid']} d={`M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}`} />
        <path className={styles['area']} d={area().curve(curveStepAfter).y0(HEIGHT)(points) ?? ''} />
        <path className={styles['line']} d={line().curve(curveStepAfter)(points) ?? ''} />
      </svg>
      <span className={styles['marks']}>
        <span className={styles['now']} style={{ insetBlockStart: `${points.at(-1)?.[1] ?? 0}%` }} />
      </span>
      <span className={styles['days']}>
        <span>{dayText(days[0])}</span>
        {days.length > 2 && <span>{dayText(middle)}</span>}
        <span>{dayText(days.at(-1))}</span>
      </span>
    </div>
  );
}

function heightOf(balance: MoneyValue, highest: MoneyValue): number {
  return HEIGHT - shareOf(balance, highest) * HEIGHT;
}

function dayText(day: DayOfBalance | undefined): string {
  return day === undefined ? '' : formatDayMonth(day.day);
}
