import { formatDateTime } from '../../format/date.ts';
import type { StatementFigures_StatementFragment } from '../../graphql/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TransactionAmount } from '../../wallet/entry/transaction-amount.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { addsUp, movementsOf } from './reconcile.ts';
import { useDaysText } from './use-days-text.ts';
import { statementWords } from './words/words.ts';
import styles from './statement-figures.module.css';

/** What there was, what moved, what there is then, and that the one makes the other. */
export function StatementFigures({ figures }: { figures: StatementFigures_StatementFragment }) {
  const { statement } = useWords(statementWords);
  const money = useMoneyText();
  const days = useDaysText();
  const movements = movementsOf(figures);
  const sound = addsUp(
    figures,
    movements.map(({ amount }) => amount),
  );
  return (
    <>
      <p className={styles['about']}>
        {days(figures)} · {statement.entries(figures.count)} · {statement.asOf(formatDateTime(figures.to))}
      </p>
      <dl className={styles['figures']}>
        <div>
          <dt>{statement.opening}</dt>
          <dd>{money(figures.openingBalance)}</dd>
        </div>
        {movements.map(({ kind, amount }) => (
          <div key={kind}>
            <dt>{statement.kinds[kind]}</dt>
            <dd>
              <TransactionAmount kind={kind === 'HELD' ? 'HOLD' : kind} amount={amount} />
            </dd>
          </div>
        ))}
        <div className={styles['closing']}>
          <dt>{statement.closing}</dt>
          <dd>{money(figures.closingBalance)}</dd>
        </div>
      </dl>
      <p className={styles['check']}>
        <Icon name={sound ? 'ok' : 'error'} size="xs" />
        {sound
          ? statement.sum(movements.map(({ kind }) => statement.summands[kind]).join(' '))
          : statement.wrong}
      </p>
    </>
  );
}

export function StatementFiguresSkeleton() {
  return <Skeleton width="100%" height="9rem" />;
}
