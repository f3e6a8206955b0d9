import { formatDate, formatDateTime } from '../../../format/date.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { EntryFacts_TransactionFragmentDoc } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { ReferenceFact } from '../../../wallet/entry/reference-fact.tsx';
import { transactionSource } from '../../../wallet/entry/transaction-title.ts';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { entryWords } from './words/words.ts';

/** When, where from, and the reference by which the shop finds it. */
export function EntryFacts(props: { transaction: FragmentType<typeof EntryFacts_TransactionFragmentDoc> }) {
  const entry = readFragment(EntryFacts_TransactionFragmentDoc, props.transaction);
  const { detail } = useWords(entryWords);
  const words = useWords(walletWords);
  const money = useMoneyText();
  return (
    <Card title={detail.facts}>
      <Facts>
        <Fact name={detail.date}>
          <time dateTime={entry.createdAt}>{formatDateTime(entry.createdAt)}</time>
        </Fact>
        <Fact name={detail.source}>{transactionSource(entry, words)}</Fact>
        {entry.orderId !== null && <Fact name={detail.order}>{entry.orderId}</Fact>}
        {entry.reason !== null && entry.reason !== '' && <Fact name={detail.reason}>{entry.reason}</Fact>}
        {entry.__typename === 'CreditTransaction' && (
          <Fact name={detail.expiry}>
            {entry.expiresAt === null ? detail.neverFact : detail.endOf(formatDate(entry.expiresAt))}
          </Fact>
        )}
        <Fact name={words.entry.balanceAfter}>{money(entry.balanceAfter)}</Fact>
        <ReferenceFact reference={entry.reference} />
      </Facts>
    </Card>
  );
}
