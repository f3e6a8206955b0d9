import { ReferenceFact } from '../../components/reference-fact.tsx';
import { transactionSource } from '../../components/transaction-words.ts';
import { useMoneyText } from '../../components/use-money-text.ts';
import { formatDate, formatDateTime } from '../../format/date.ts';
import { EntryFacts_TransactionFragmentDoc } from '../../graphql/graphql.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';

/** When, where from, and the reference by which the shop finds it. */
export function EntryFacts(props: { transaction: FragmentType<typeof EntryFacts_TransactionFragmentDoc> }) {
  const entry = readFragment(EntryFacts_TransactionFragmentDoc, props.transaction);
  const messages = useMessages();
  const { detail } = messages;
  const money = useMoneyText();
  return (
    <Card title={detail.facts}>
      <Facts>
        <Fact name={detail.date}>
          <time dateTime={entry.createdAt}>{formatDateTime(entry.createdAt)}</time>
        </Fact>
        <Fact name={detail.source}>{transactionSource(entry, messages)}</Fact>
        {entry.orderId !== null && <Fact name={detail.order}>{entry.orderId}</Fact>}
        {entry.reason !== null && entry.reason !== '' && <Fact name={detail.reason}>{entry.reason}</Fact>}
        {entry.__typename === 'CreditTransaction' && (
          <Fact name={detail.expiry}>
            {entry.expiresAt === null ? detail.neverFact : detail.endOf(formatDate(entry.expiresAt))}
          </Fact>
        )}
        <Fact name={messages.entry.balanceAfter}>{money(entry.balanceAfter)}</Fact>
        <ReferenceFact reference={entry.id} />
      </Facts>
    </Card>
  );
}
