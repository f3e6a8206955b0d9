import { formatDateTime } from '../../../format/date.ts';
import type { ReportedEntry_TransactionFragment } from '../../../graphql/graphql.ts';
import { Disc } from '../../../ui/disc.tsx';
import { TransactionAmount } from '../../../wallet/entry/transaction-amount.tsx';
import { shownKind, transactionLook } from '../../../wallet/entry/transaction-look.ts';
import { transactionTitle } from '../../../wallet/entry/transaction-title.ts';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import styles from './report.module.css';

/** The entry that the message is about, with the reference by which the shop finds it. */
export function ReportedEntry({ entry }: { entry: ReportedEntry_TransactionFragment }) {
  const words = useWords(walletWords);
  const kind = shownKind(entry.kind);
  return (
    <div className={styles['entry']}>
      <Disc {...transactionLook[kind]} />
      <p>
        <b>{transactionTitle(entry, words)}</b>
        <small>
          {words.kinds[kind].word} · {formatDateTime(entry.createdAt)} · <span>{entry.reference}</span>
        </small>
      </p>
      <TransactionAmount kind={kind} amount={entry.signedAmount} moved={entry.amount} />
    </div>
  );
}
