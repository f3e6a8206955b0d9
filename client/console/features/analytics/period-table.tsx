import { formatMoney } from '../../../format/money.ts';
import type { MovedInPeriodFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { Fact, Facts } from '../../../ui/facts.tsx';
import text from '../../../ui/text.module.css';
import { partsWords } from '../../parts/parts-words.ts';
import { Cell, Table } from '../../ui/table.tsx';
import { changeOf, pointsOf } from './change.ts';
import { Meaning } from './meaning.tsx';
import { PartAmount } from './movement.tsx';
import { INS, OUTS } from './movement-sums.ts';
import type { Figures } from './movement-sums.ts';
import { analyticsWords } from './words.ts';
import styles from './analytics.module.css';

const { compared: words, moved, share, granted, period: periodWords } = analyticsWords;

export interface PeriodTableProps {
  figures: Figures;
  period: MovedInPeriodFragment;
  name: string;
  /** The period before, where it is compared with one. */
  before: { moved: MovedInPeriodFragment; name: string } | null;
  /** Its last month is under way. */
  isUnderWay: boolean;
}

const ALL = ['openingBalance', ...INS, ...OUTS, 'closingBalance'] as const;

/** The whole period as one, beside as many months right before it. */
export function PeriodTable({ figures, period, name, before, isUnderWay }: PeriodTableProps) {
  const columns = [
    { name: words.what },
    { name: words.now, isNumber: true },
    ...(before === null
      ? []
      : [
          { name: words.before, isNumber: true },
          { name: words.change, isNumber: true },
        ]),
  ];
  return (
    <Card title={name} flush>
      <Table cards caption={name} columns={columns}>
        {ALL.map((part) => (
          <tr key={part}>
            <Cell>
              <b>{moved.parts[part]}</b>
            </Cell>
            <Cell label={words.now} isNumber>
              <PartAmount part={part} amount={period[part]} />
            </Cell>
            {before !== null && (
              <>
                <Cell label={words.before} isNumber>
                  <PartAmount part={part} amount={before.moved[part]} />
                </Cell>
                <Cell label={words.change} isNumber>
                  {changeOf(period[part], before.moved[part])}
                </Cell>
              </>
            )}
          </tr>
        ))}
        <tr>
          <Cell>
            <b>{words.breakage}</b>
          </Cell>
          <Cell label={words.now} isNumber>
            {share(period.breakage.value)}
          </Cell>
          {before !== null && (
            <>
              <Cell label={words.before} isNumber>
                {share(before.moved.breakage.value)}
              </Cell>
              <Cell label={words.change} isNumber>
                {pointsOf(period.breakage.value, before.moved.breakage.value)}
              </Cell>
            </>
          )}
        </tr>
      </Table>
      <div className={classes(styles['foot'], styles['below'])}>
        {before !== null && (
          <p className={text['note']}>
            {words.beforeIs(before.name)} {isUnderWay && periodWords.notOver}
          </p>
        )}
        <Meaning figures={figures} of="breakage" name={words.breakage} />
      </div>
    </Card>
  );
}

/** Why credits were given, each reason once. */
export function Granted({ period }: { period: MovedInPeriodFragment }) {
  return (
    <Card title={granted.title}>
      {period.grants.length === 0 ? (
        <p>{granted.none}</p>
      ) : (
        <Facts>
          {period.grants.map(({ source, amount }) => (
            <Fact key={source} name={partsWords.change.sources[source]}>
              {formatMoney(amount)}
            </Fact>
          ))}
          <Fact name={granted.all}>
            <b>{formatMoney(period.granted)}</b>
          </Fact>
        </Facts>
      )}
    </Card>
  );
}
