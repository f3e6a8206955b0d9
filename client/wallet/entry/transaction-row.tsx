import { formatNearDate, formatTime } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { TransactionRow_TransactionFragmentDoc } from '../../graphql/graphql.ts';
import { useClock } from '../../ui/clock.tsx';
import { Disc } from '../../ui/disc.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/use-words.ts';
import { useMoneyText } from '../use-money-text.ts';
import { walletWords } from '../words/words.ts';
import { EntryLink } from './entry-link.tsx';
import { TransactionAmount } from './transaction-amount.tsx';
import { shownKind, transactionLook } from './transaction-look.ts';
import { transactionTitle } from './transaction-title.ts';
import styles from './transaction-row.module.css';

export interface TransactionRowProps {
  transaction: FragmentType<typeof TransactionRow_TransactionFragmentDoc>;
}

/** One entry in a list: what, when, how much, and what was left. It leads to everything else about the entry. */
export function TransactionRow(props: TransactionRowProps) {
  const transaction = readFragment(TransactionRow_TransactionFragmentDoc, props.transaction);
  const words = useWords(walletWords);
  const money = useMoneyText();
  const now = useClock();
  const { createdAt } = transaction;
  const kind = shownKind(transaction.kind);
  return (
    <li className={styles['row']}>
      <Disc {...transactionLook[kind]} />
      <span className={styles['main']}>
        <EntryLink className={styles['title']} id={transaction.id}>
          {transactionTitle(transaction, words)}
        </EntryLink>
        <span className={styles['meta']}>
          {words.kinds[kind].word}
          {' · '}
          <time dateTime={createdAt}>
            <span>{formatNearDate(createdAt, now())},</span> <span>{formatTime(createdAt)}</span>
          </time>
        </span>
      </span>
      <span className={styles['end']}>
        <TransactionAmount kind={kind} amount={transaction.signedAmount} moved={transaction.amount} />
        <span className={styles['meta']}>
          <VisuallyHidden>{`${words.entry.balanceAfter} `}</VisuallyHidden>
          {money(transaction.balanceAfter)}
        </span>
      </span>
    </li>
  );
}

export function TransactionRowSkeleton({ title }: { title: string }) {
  return (
    <li className={styles['row']}>
      <Skeleton width="2.25rem" height="2.25rem" round />
      <span className={styles['main']}>
        <span className={styles['title']}>
          <Skeleton width={title} />
        </span>
        <span className={styles['meta']}>
          <Skeleton width="8.5rem" />
        </span>
      </span>
      <span className={styles['end']}>
        <span className={styles['title']}>
          <Skeleton width="4.5rem" />
        </span>
        <span className={styles['meta']}>
          <Skeleton width="4rem" />
        </span>
      </span>
    </li>
  );
}

/** Widths that look like titles. */
const titles = ['8rem', '7rem', '11rem', '7rem', '6rem', '9rem', '7rem', '10rem', '6rem', '8rem'];

export function TransactionRowSkeletons({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <TransactionRowSkeleton key={index} title={titles[index % titles.length] ?? '8rem'} />
  ));
}
