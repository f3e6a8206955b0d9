import { formatDate } from '../../../format/date.ts';
import { isZero, shareOf } from '../../../format/proportion.ts';
import type { EntryTrace_TransactionFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { EntryLink } from '../../../wallet/entry/entry-link.tsx';
import { transactionTitle } from '../../../wallet/entry/transaction-title.ts';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { Hint } from './hint.tsx';
import { entryWords } from './words/words.ts';
import styles from './entry.module.css';

type Credit = Extract<EntryTrace_TransactionFragment, { __typename?: 'CreditTransaction' }>;

/** What is left of a credit and what the rest of it was used for. */
export function CreditUse({ credit }: { credit: Credit }) {
  const { detail } = useWords(entryWords);
  const money = useMoneyText();
  const { amount, remaining, expiresAt } = credit;
  const words = detail.leftOf(money(remaining), money(amount));
  return (
    <Card title={detail.usedFor} action={<Hint text={words} />}>
      <Meter label={detail.remaining} text={words} share={shareOf(remaining, amount)} />
      {!isZero(remaining) && expiresAt !== null && (
        <p className={styles['note']}>{detail.ends(formatDate(expiresAt))}</p>
      )}
      {credit.usedBy.length === 0 ? (
        <p className={styles['note']}>{detail.unused}</p>
      ) : (
        <Uses uses={credit.usedBy} />
      )}
    </Card>
  );
}

function Uses({ uses }: { uses: Credit['usedBy'] }) {
  const words = useWords(walletWords);
  const money = useMoneyText();
  return (
    <ul className={styles['uses']}>
      {uses.map(({ transaction, amount }, index) => (
        <li key={`${transaction.id} ${index}`}>
          <span>
            <EntryLink id={transaction.id}>{transactionTitle(transaction, words)}</EntryLink>
            <small>{formatDate(transaction.createdAt)}</small>
          </span>
          <b>{money(amount)}</b>
        </li>
      ))}
    </ul>
  );
}
