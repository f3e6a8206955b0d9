import { Link } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { EntryReceipt_TransactionFragmentDoc } from '../../../graphql/graphql.ts';
import type { EntryTrace_TransactionFragment } from '../../../graphql/graphql.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import type { TimelineStep } from '../../../ui/timeline.tsx';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { useWords } from '../../../words/use-words.ts';
import { entryWords } from './words/words.ts';
import styles from './entry.module.css';

type Entry = Extract<EntryTrace_TransactionFragment, { __typename: 'HoldTransaction' }>;
type Hold = NonNullable<Entry['hold']>;
/** As the receipt tells it: when, how much, and for which order. */
export type BookedEntry = FragmentType<typeof EntryReceipt_TransactionFragmentDoc>;

interface HoldCourseProps {
  entry: BookedEntry;
  hold: Entry['hold'];
}

/** What becomes of credits that are set aside: what they wait for and until when, or how that has ended. */
export function HoldCourse({ entry, hold }: HoldCourseProps) {
  const { hold: words, detail } = useWords(entryWords);
  const money = useMoneyText();
  const { createdAt, orderId, amount } = readFragment(EntryReceipt_TransactionFragmentDoc, entry);
  const waits = useWait(hold, money(amount));
  if (hold === null || waits === null) return null;
  const { status, checkout } = hold;
  const held: TimelineStep = {
    ...{ title: words.held, stands: 'done' },
    text: `${formatDateTime(createdAt)} · ${words.left(money(amount))}`,
  };
  return (
    <Card title={status === 'OPEN' ? detail.next : words.ended}>
      <Timeline steps={[held, ...waits]} />
      {isUnderWay(checkout) && (
        <Link
          className={`${buttonClass(isPaid(checkout) ? 'secondary' : 'primary')} ${styles['finish']}`}
          to={checkout.payUrl}
        >
          {isPaid(checkout) ? words.watch : words.finish(orderId ?? '')}
        </Link>
      )}
    </Card>
  );
}

/** The steps after the first; null where nobody can say when it ends, as of what waits for a bank. */
function useWait(hold: Entry['hold'], amount: string): TimelineStep[] | null {
  const { hold: words, detail } = useWords(entryWords);
  const money = useMoneyText();
  if (hold === null) return null;
  const { status, expiresAt, endedAt, checkout } = hold;
  if (status !== 'OPEN') {
    return endedAt === null
      ? null
      : [{ title: detail.holds[status], text: formatDateTime(endedAt), stands: 'done' }];
  }
  if (expiresAt === null) return null;
  const now = !isUnderWay(checkout)
    ? words.waitsForOrder
    : isPaid(checkout)
      ? words.confirming(money(checkout.toPay))
      : words.waitsForRest(money(checkout.toPay));
  return [
    { title: now, text: words.then(amount), stands: 'now' },
    { title: words.otherwise, text: words.byItself(formatDateTime(expiresAt)), stands: 'next' },
  ];
}

function isUnderWay(checkout: Hold['checkout']): checkout is NonNullable<Hold['checkout']> {
  return checkout?.status === 'OPEN' || checkout?.status === 'PAYING';
}

/** The customer has done what there is to do: nobody is to pay twice. */
function isPaid({ payment }: NonNullable<Hold['checkout']>): boolean {
  return payment?.status === 'CONFIRMING' || payment?.status === 'SETTLED';
}
