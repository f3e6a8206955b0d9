import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { formatCount } from '../../../format/number.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import text from '../../../ui/text.module.css';
import { saveFile } from '../../../wallet/export/use-export.ts';
import { csvOf } from '../../parts/csv.ts';
import { formatShortMonth } from '../../ui/dates.ts';
import { Cell, Table } from '../../ui/table.tsx';
import { Meaning } from './meaning.tsx';
import { beginning } from './months.ts';
import type { Figures } from './movement-sums.ts';
import { analyticsWords } from './words.ts';
import styles from './analytics.module.css';

const { cohorts: words, csv, share } = analyticsWords;

type Counted = NonNullable<Figures['cohorts']>;
type Cohort = Counted['cohorts'][number];
type Month = Cohort['months'][number];

export interface CohortsProps {
  figures: Figures;
  /** With the amounts, and not only how many they were. */
  asTable: boolean;
}

/** Of those who spent for the first time in each month, how many came back in which month since. */
export function Cohorts({ figures, asTable }: CohortsProps) {
  const { cohorts: counted } = figures;
  if (!counted) return <Card title={words.title}>{words.never}</Card>;
  return (
    <Card title={words.title} action={<Save counted={counted} />} flush>
      <Grid counted={counted} asTable={asTable} />
      <div className={classes(styles['foot'], styles['below'])}>
        <p className={text['note']}>
          {asTable ? words.hintAmounts : words.hint} {words.asOf(formatDate(counted.asOf))}
        </p>
        <Meaning figures={figures} of="cohorts" name={words.title} />
      </div>
    </Card>
  );
}

function Grid({ counted: { cohorts }, asTable }: { counted: Counted; asTable: boolean }) {
  const longest = cohorts[0]?.months ?? [];
  const columns = [
    { name: words.first },
    { name: words.customers, isNumber: true },
    ...longest.map(({ monthsLater }) => ({ name: words.later(monthsLater), isNumber: true })),
  ].filter(({ name }) => asTable || name !== words.later(0));
  return (
    <Table caption={words.title} columns={columns}>
      {cohorts.map(({ month, customers, months }) => (
        <tr key={month}>
          <Cell>
            <b>{formatShortMonth(beginning(month))}</b>
          </Cell>
          <Cell label={words.customers} isNumber>
            {formatCount(customers)}
          </Cell>
          {longest
            .filter(({ monthsLater }) => asTable || monthsLater > 0)
            .map(({ monthsLater }) => (
              <Cell key={monthsLater} label={words.later(monthsLater)} isNumber>
                <Spent month={months[monthsLater]} customers={customers} asTable={asTable} />
              </Cell>
            ))}
        </tr>
      ))}
    </Table>
  );
}

interface SpentProps {
  /** Missing where the month has not come yet. */
  month: Month | undefined;
  customers: number;
  asTable: boolean;
}

function Spent({ month, customers, asTable }: SpentProps) {
  if (!month || customers === 0) return <span className={styles['quiet']}>{words.nobody}</span>;
  return (
    <>
      {asTable ? formatMoney(month.spent) : share(month.customers / customers)}
      <small>{formatCount(month.customers)}</small>
    </>
  );
}

/** All that was counted, a row for each month of each cohort. */
function Save({ counted: { cohorts } }: { counted: Counted }) {
  const save = (): void => {
    const rows = cohorts.flatMap(({ month, months }) =>
      months.map(({ monthsLater, customers, spent }) => [
        ...[month, String(monthsLater), String(customers), spent.amount],
      ]),
    );
    saveFile(csvOf(words.fileColumns, rows), words.file);
  };
  return (
    <Button icon="download" small aria-label={csv.tableOf(words.title)} onClick={save}>
      {csv.table}
    </Button>
  );
}
