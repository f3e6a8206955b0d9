import { formatDateTime } from '../../../format/date.ts';
import { isZero } from '../../../format/proportion.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { CardEntries_CardFragmentDoc } from '../../../graphql/graphql.ts';
import type { CardEntries_CardFragment, GiftCardEntryKind } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { Disc } from '../../../ui/disc.tsx';
import type { Tone } from '../../../ui/disc.tsx';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { useWords } from '../../../words/use-words.ts';
import styles from '../gift-cards.module.css';
import { buyingWords } from './words/words.ts';

type Entry = CardEntries_CardFragment['entries']['nodes'][number];

const LOOKS: Readonly<Record<GiftCardEntryKind, readonly [IconName, Tone]>> = {
  ISSUE: ['card', 'credit'],
  CLAIM: ['check', 'neutral'],
  CANCELLATION: ['ban', 'neutral'],
  EXPIRY: ['hourglass', 'neutral'],
  REISSUE: ['refresh', 'neutral'],
  STOP: ['ban', 'refund'],
  RESUMPTION: ['ok', 'credit'],
  HOLD: ['clock', 'neutral'],
  RELEASE: ['back', 'refund'],
  DEBIT: ['out', 'debit'],
  REFUND: ['back', 'refund'],
};
/** What was set aside before takes no more off the card when it pays: it stands without a sign, as in the history. */
const ADDS: ReadonlySet<GiftCardEntryKind> = new Set(['ISSUE', 'RELEASE', 'REFUND']);
const TAKES: ReadonlySet<GiftCardEntryKind> = new Set(['HOLD', 'CLAIM', 'CANCELLATION', 'EXPIRY']);

/** What happened to a card, the latest first. */
export function CardEntries(props: { card: FragmentType<typeof CardEntries_CardFragmentDoc> }) {
  const { entries } = readFragment(CardEntries_CardFragmentDoc, props.card);
  const { happened: words } = useWords(buyingWords);
  if (entries.nodes.length === 0) return null;
  return (
    <Card title={words.title} flush>
      <ul className={styles['cards']}>
        {entries.nodes.toReversed().map((entry) => (
          <CardEntry key={entry.seq} entry={entry} />
        ))}
      </ul>
    </Card>
  );
}

function CardEntry({ entry: { kind, amount, remainingAfter, orderId, at } }: { entry: Entry }) {
  const { happened: words } = useWords(buyingWords);
  const money = useMoneyText();
  const [icon, tone] = LOOKS[kind];
  const sign = ADDS.has(kind) ? '+' : TAKES.has(kind) ? '\u2212' : '';
  return (
    <li>
      <Disc icon={icon} tone={tone} />
      <span className={styles['what']}>
        <b>{words.kinds[kind](orderId)}</b>
        <small>
          <time dateTime={at}>{formatDateTime(at)}</time>
        </small>
      </span>
      <span className={styles['amount']}>
        {!isZero(amount) && (
          <strong>
            {sign}
            {money(amount)}
          </strong>
        )}
        <small>{words.left(money(remainingAfter))}</small>
      </span>
    </li>
  );
}
