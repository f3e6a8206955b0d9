import type { ReactNode } from 'react';
import { formatDateTime } from '../../../format/date.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { TransactionRow_TransactionFragmentDoc } from '../../../graphql/graphql.ts';
import type { TransactionRow_TransactionFragment } from '../../../graphql/graphql.ts';
import { Disc } from '../../../ui/disc.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { EntryLink } from '../../../wallet/entry/entry-link.tsx';
import { TransactionAmount } from '../../../wallet/entry/transaction-amount.tsx';
import { shownKind, transactionLook } from '../../../wallet/entry/transaction-look.ts';
import { transactionSource, transactionTitle } from '../../../wallet/entry/transaction-title.ts';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { historyWords } from '../words/words.ts';
import { groupByMonth } from './group-by-month.ts';
import { MonthSums } from './month-sums.tsx';
import type { Months } from './month-sums.tsx';
import styles from './transaction-table.module.css';

export interface TransactionTableProps {
  transactions: FragmentType<typeof TransactionRow_TransactionFragmentDoc>[];
  months: Months;
}

/** The history where there is room for columns. */
export function TransactionTable({ transactions, months }: TransactionTableProps) {
  const groups = groupByMonth(readFragment(TransactionRow_TransactionFragmentDoc, transactions));
  return (
    <Frame>
      {groups.map(({ key, name, entries }) => (
        <tbody key={key}>
          <tr className={styles['month']}>
            <th scope="rowgroup" colSpan={5}>
              <span className={styles['monthLine']}>
                {name}
                <MonthSums months={months} month={key} />
              </span>
            </th>
          </tr>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </tbody>
      ))}
    </Frame>
  );
}

export function TransactionTableSkeleton({ rows }: { rows: number }) {
  return (
    <Frame>
      <tbody>
        {Array.from({ length: rows }, (_, index) => (
          <tr key={index}>
            <td>
              <span className={styles['entry']}>
                <Skeleton width="2rem" height="2rem" round />
                <Skeleton width="9rem" height="2.5rem" />
              </span>
            </td>
            {['9rem', '5rem', '5rem', '5rem'].map((width, column) => (
              <td key={column} className={column > 1 ? styles['number'] : undefined}>
                <Skeleton width={width} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { history } = useWords(historyWords);
  return (
    // Where the columns do not fit, the frame scrolls, and then the keyboard must reach it.
    <div className={styles['frame']} role="region" aria-label={history.caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption>{history.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{history.columns.entry}</th>
            <th scope="col">{history.columns.date}</th>
            <th scope="col">{history.columns.source}</th>
            <th scope="col" className={styles['number']}>
              {history.columns.amount}
            </th>
            <th scope="col" className={styles['number']}>
              {history.columns.balance}
            </th>
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

function Row({ entry }: { entry: TransactionRow_TransactionFragment }) {
  const words = useWords(walletWords);
  const money = useMoneyText();
  const kind = shownKind(entry.kind);
  return (
    <tr>
      <td>
        <span className={styles['entry']}>
          <Disc {...transactionLook[kind]} small />
          <span>
            <EntryLink className={styles['title']} id={entry.id}>
              {transactionTitle(entry, words)}
            </EntryLink>
            <small>{words.kinds[kind].word}</small>
          </span>
        </span>
      </td>
      <td className={styles['date']}>
        <time dateTime={entry.createdAt}>{formatDateTime(entry.createdAt)}</time>
      </td>
      <td>{transactionSource(entry, words)}</td>
      <td className={styles['number']}>
        <TransactionAmount kind={kind} amount={entry.signedAmount} moved={entry.amount} />
      </td>
      <td className={styles['number']}>{money(entry.balanceAfter)}</td>
    </tr>
  );
}
