import { isZero } from '../../../format/proportion.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { EntryTrace_TransactionFragmentDoc } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { DrawList } from '../../../wallet/entry/draw-list.tsx';
import { TransactionRow } from '../../../wallet/entry/transaction-row.tsx';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { useWords } from '../../../words/use-words.ts';
import { CreditUse } from './credit-use.tsx';
import { Hint } from './hint.tsx';
import { HoldCourse } from './hold-course.tsx';
import type { BookedEntry } from './hold-course.tsx';
import { entryWords } from './words/words.ts';

/** Where the money came from or went to, credit by credit, and the entries that belong together. */
export function EntryTrace(props: {
  transaction: FragmentType<typeof EntryTrace_TransactionFragmentDoc> & BookedEntry;
}) {
  const entry = readFragment(EntryTrace_TransactionFragmentDoc, props.transaction);
  const { detail } = useWords(entryWords);
  const money = useMoneyText();
  switch (entry.__typename) {
    case 'CreditTransaction':
      return <CreditUse credit={entry} />;
    case 'DebitTransaction':
      return (
        <>
          <Card title={detail.paidFrom} action={<Hint text={detail.soonestFirst(entry.draws.length)} />}>
            <DrawList draws={entry.draws} total={entry.amount} label={detail.paidFrom} />
          </Card>
          {entry.refunds.length > 0 && <Related entries={entry.refunds} title={detail.refundsTitle} />}
        </>
      );
    case 'HoldTransaction':
      return (
        <>
          <HoldCourse hold={entry.hold} entry={props.transaction} />
          <Card title={detail.asideFrom} action={<Hint text={detail.soonestFirst(entry.draws.length)} />}>
            <DrawList
              draws={entry.draws}
              total={entry.amount}
              label={detail.asideFrom}
              emptied={detail.nothingLeft}
            />
          </Card>
        </>
      );
    case 'ReleaseTransaction':
      return (
        <Card title={detail.givenBack} action={<Hint text={detail.oldDates} />}>
          <DrawList draws={entry.restores} total={entry.amount} label={detail.givenBack} />
        </Card>
      );
    case 'RefundTransaction':
      return (
        <>
          <Card title={detail.givenBack} action={<Hint text={detail.oldDates} />}>
            <DrawList draws={entry.restores} total={entry.amount} label={detail.givenBack} />
          </Card>
          <Related entries={[entry.debit]} title={detail.refundedPayment} />
        </>
      );
    case 'ExpiryTransaction':
      return <Related entries={[entry.credit]} title={detail.expiredCredit} />;
    case 'ReversalTransaction':
      return (
        <>
          {!isZero(entry.notRecovered) && <p>{detail.notRecovered(money(entry.notRecovered))}</p>}
          <Related entries={[entry.credit]} title={detail.reversedCredit} />
        </>
      );
    default:
      // A kind that this version of the app doesn't know: the facts beside it still hold.
      return null;
  }
}

type RelatedEntry = Parameters<typeof TransactionRow>[0]['transaction'] & { id: string };

function Related({ entries, title }: { entries: readonly RelatedEntry[]; title: string }) {
  return (
    <Card title={title} flush>
      <ul>
        {entries.map((entry) => (
          <TransactionRow key={entry.id} transaction={entry} />
        ))}
      </ul>
    </Card>
  );
}
