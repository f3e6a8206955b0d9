import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { isZero } from '../../../format/proportion.ts';
import { plus } from '../../../format/sum.ts';
import type { MovedInPeriodFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { State } from '../../parts/state.tsx';
import { monthParts } from '../../ui/dates.ts';
import { Cell, Table } from '../../ui/table.tsx';
import { Meaning } from './meaning.tsx';
import { isUnderWay, monthName } from './month-name.ts';
import { beginning } from './months.ts';
import { cameIn, faultyMonths, INS, OUTS, wentOut } from './movement-sums.ts';
import type { Figures, MonthMoved, Moved } from './movement-sums.ts';
import { StackedBars } from './stacked-bars.tsx';
import { analyticsWords } from './words.ts';
import styles from './analytics.module.css';

const { moved: words } = analyticsWords;
const { parts } = words;

const UP = [
  { name: parts.purchased, look: 'full' },
  { name: parts.granted, look: 'stripes' },
  { name: parts.refunded, look: 'dots' },
] as const;
const DOWN = [
  { name: parts.spent, look: 'cross' },
  { name: words.lost, look: 'posts' },
] as const;

export interface MovementProps {
  figures: Figures;
  period: MovedInPeriodFragment;
  name: string;
  asTable: boolean;
  csv: ReactNode;
}

/** What came and went in each month of the period, and that it adds up. */
export function Movement({ figures, period, name, asTable, csv }: MovementProps) {
  const { movement, asOf } = figures;
  return (
    <Card title={words.title} action={csv} flush={asTable}>
      {asTable ? (
        <MonthTable months={movement} asOf={asOf} />
      ) : (
        <StackedBars
          title={words.title}
          sentence={words.sentence(
            name,
            formatMoney(cameIn(period)),
            formatMoney(wentOut(period)),
            formatMoney(period.closingBalance),
          )}
          up={UP}
          down={DOWN}
          bars={movement.map((month) => ({
            name: monthParts(beginning(month.month)),
            unfinished: isUnderWay(month.month, asOf),
            up: [month.purchased, month.granted, month.refunded],
            down: [month.spent, plus(month.expired, month.reversed)],
          }))}
        />
      )}
      <div className={classes(styles['foot'], asTable && styles['below'])}>
        <AddsUp figures={figures} />
        <Meaning figures={figures} of="movement" name={words.title} />
      </div>
    </Card>
  );
}

/** The same sum that the shop has made, made again from what is on the page. */
function AddsUp({ figures: { movement, asOf } }: { figures: Figures }) {
  const faulty = faultyMonths(movement);
  if (faulty.length === 0) {
    return (
      <State icon="ok" tone="ok">
        {words.addsUp}
      </State>
    );
  }
  return (
    <p role="alert">
      <State icon="error" tone="bad">
        {words.faulty(faulty.map(({ month }) => monthName(month, asOf)).join('; '))}
      </State>{' '}
      <Link to="/admin/integrity">{words.look}</Link>
    </p>
  );
}

const ALL = ['openingBalance', ...INS, ...OUTS, 'closingBalance'] as const;

function MonthTable({ months, asOf }: { months: readonly MonthMoved[]; asOf: string }) {
  const columns = [{ name: words.month }, ...ALL.map((part) => ({ name: parts[part], isNumber: true }))];
  return (
    <Table cards caption={words.title} columns={columns}>
      {months.map((month) => (
        <tr key={month.month}>
          <Cell>
            <b>{monthName(month.month, asOf)}</b>
          </Cell>
          {ALL.map((part) => (
            <Cell key={part} label={parts[part]} isNumber>
              <PartAmount part={part} amount={month[part]} />
            </Cell>
          ))}
        </tr>
      ))}
    </Table>
  );
}

/** With the sign that it has in the sum: what is taken away is told as a positive amount. */
export function PartAmount({ part, amount }: { part: keyof Moved; amount: MoneyValue }) {
  if (part === 'openingBalance' || part === 'closingBalance') return formatMoney(amount);
  if (isZero(amount)) return <span className={styles['quiet']}>{words.none}</span>;
  const isOut = OUTS.some((out) => out === part);
  const signed = isOut ? { ...amount, amount: `-${amount.amount}` } : amount;
  return formatMoney(signed, { sign: 'always' });
}
