import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { TransactionRow_TransactionFragmentDoc } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { TransactionRow, TransactionRowSkeletons } from '../../../wallet/entry/transaction-row.tsx';
import { groupByMonth } from './group-by-month.ts';
import { MonthSums } from './month-sums.tsx';
import type { Months } from './month-sums.tsx';
import styles from './transaction-list.module.css';

type MaskedTransaction = FragmentType<typeof TransactionRow_TransactionFragmentDoc>;

export interface TransactionListProps {
  transactions: readonly MaskedTransaction[];
  months: Months;
}

/** The history on a phone: one card a month. */
export function TransactionList({ transactions, months }: TransactionListProps) {
  const entries = transactions.map((masked) => {
    const { id, createdAt } = readFragment(TransactionRow_TransactionFragmentDoc, masked);
    return { id, createdAt, masked };
  });
  return (
    <div className={styles['months']}>
      {groupByMonth(entries).map((month) => (
        <Card
          key={month.key}
          title={month.name}
          action={<MonthSums months={months} month={month.key} />}
          flush
        >
          <ul>
            {month.entries.map(({ id, masked }) => (
              <TransactionRow key={id} transaction={masked} />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

export function TransactionListSkeleton({ rows }: { rows: number }) {
  return (
    <ul className={styles['loading']}>
      <TransactionRowSkeletons count={rows} />
    </ul>
  );
}
