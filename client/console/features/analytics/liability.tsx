import type { ReactNode } from 'react';
import { formatMoney } from '../../../format/money.ts';
import { isZero, paise } from '../../../format/proportion.ts';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { State } from '../../parts/state.tsx';
import { formatShortMonth, monthParts } from '../../ui/dates.ts';
import { Cell, Table } from '../../ui/table.tsx';
import { liabilityOf } from './liability-sums.ts';
import type { Liability, Owed } from './liability-sums.ts';
import { Meaning } from './meaning.tsx';
import { beginning } from './months.ts';
import type { Month } from './months.ts';
import type { Figures } from './movement-sums.ts';
import { StackedBars } from './stacked-bars.tsx';
import { analyticsWords } from './words.ts';
import styles from './analytics.module.css';

const { liability: words } = analyticsWords;

const UP = [
  { name: words.purchased, look: 'full' },
  { name: words.granted, look: 'stripes' },
] as const;

export interface OwedByMonthProps {
  figures: Figures;
  asTable: boolean;
  csv: ReactNode;
}

/** What customers hold, by the month in which it expires: as of now, whatever the period. */
export function OwedByMonth({ figures, asTable, csv }: OwedByMonthProps) {
  const owed = liabilityOf(figures);
  const all = formatMoney(figures.totalBalance);
  return (
    <Card title={words.title} action={csv} flush={asTable}>
      {asTable ? (
        <OwedTable owed={owed} all={all} />
      ) : (
        <StackedBars
          title={words.title}
          sentence={sentenceOf(owed, all)}
          up={UP}
          bars={owed.soon.map(({ month, purchased, granted }) => ({
            name: monthParts(beginning(month)),
            up: [purchased, granted],
          }))}
        />
      )}
      <div className={classes(styles['foot'], asTable && styles['below'])}>
        {!asTable && <Sums owed={owed} all={all} />}
        <OnCards figures={figures} />
        <State icon={owed.addsUp ? 'ok' : 'error'} tone={owed.addsUp ? 'ok' : 'bad'}>
          {owed.addsUp ? words.addsUp : words.faulty}
        </State>
        <Meaning figures={figures} of="liability" name={words.title} />
        <Meaning figures={figures} of="giftCards" name={words.onCards} />
      </div>
    </Card>
  );
}

function monthName(month: Month | null): string {
  return month === null ? words.never : formatShortMonth(beginning(month));
}

function sentenceOf({ soon, soonSum }: Liability, all: string): string {
  if (isZero(soonSum)) return words.quiet(all);
  const most = soon.reduce((high, one) => (paise(one.together) > paise(high.together) ? one : high));
  return words.sentence(formatMoney(soonSum), all, formatMoney(most.together), monthName(most.month));
}

function Sums({ owed: { soon, soonSum, laterSum, never }, all }: { owed: Liability; all: string }) {
  return (
    <Facts>
      <Fact name={words.soon}>{formatMoney(soonSum)}</Fact>
      <Fact name={words.later(monthName(soon.at(-1)?.month ?? null))}>{formatMoney(laterSum)}</Fact>
      {never !== null && <Fact name={words.never}>{formatMoney(never.together)}</Fact>}
      <Fact name={words.all}>
        <b>{all}</b>
      </Fact>
    </Facts>
  );
}

/** What is owed besides, to whoever has the codes. */
function OnCards({ figures: { giftCards } }: { figures: Figures }) {
  return (
    <Facts>
      <Fact name={words.onCards}>{words.ofCards(formatMoney(giftCards.amount), giftCards.cards)}</Fact>
    </Facts>
  );
}

function OwedTable({ owed: { soon, later, never }, all }: { owed: Liability; all: string }) {
  const rows = [...soon, ...later, ...(never === null ? [] : [never])];
  const { month, purchased, granted, together } = words;
  const columns = [
    { name: month },
    ...[purchased, granted, together].map((name) => ({ name, isNumber: true })),
  ];
  return (
    <Table cards caption={words.title} columns={columns}>
      {rows.map((row: Owed) => (
        <tr key={row.month}>
          <Cell>{monthName(row.month)}</Cell>
          <Cell label={purchased} isNumber>
            {formatMoney(row.purchased)}
          </Cell>
          <Cell label={granted} isNumber>
            {formatMoney(row.granted)}
          </Cell>
          <Cell label={together} isNumber>
            <b>{formatMoney(row.together)}</b>
          </Cell>
        </tr>
      ))}
      <tr>
        <Cell>
          <b>{words.all}</b>
        </Cell>
        <Cell isNumber>{''}</Cell>
        <Cell isNumber>{''}</Cell>
        <Cell label={together} isNumber>
          <b>{all}</b>
        </Cell>
      </tr>
    </Table>
  );
}
