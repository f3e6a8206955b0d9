import { readFragment } from '../../graphql/fragment-masking.ts';
import { TransactionRow_TransactionFragmentDoc } from '../../graphql/graphql.ts';
import type { HelpQuery } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import text from '../../ui/text.module.css';
import { TransactionRow } from '../../wallet/entry/transaction-row.tsx';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { helpWords } from './words/words.ts';
import styles from './help.module.css';

export type AskedEntry = NonNullable<HelpQuery['transaction']>;

/** The entry that somebody asks about, and the reference by which the shop finds it. */
export function AboutEntry({ entry }: { entry: AskedEntry }) {
  const { help } = useWords(helpWords);
  const { reference: words } = useWords(walletWords);
  const row = readFragment(TransactionRow_TransactionFragmentDoc, entry);
  return (
    <Card title={help.about} flush>
      <ul>
        <TransactionRow key={row.id} transaction={entry} />
      </ul>
      <p className={styles['quote']}>
        {help.quote} <span className={text['mono']}>{entry.reference}</span>{' '}
        <CopyButton text={entry.reference} label={words.copy} done={words.copied} />
      </p>
    </Card>
  );
}
