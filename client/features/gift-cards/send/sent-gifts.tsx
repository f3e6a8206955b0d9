import { Link } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { SentGift_RowFragmentDoc } from '../../../graphql/graphql.ts';
import { Disc } from '../../../ui/disc.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';
import styles from '../gift-cards.module.css';
import { OwnList } from '../own-list.tsx';
import { sentPath } from './sent-path.ts';
import { StatusBadge } from './status-badge.tsx';
import { sendingWords } from './words/words.ts';

type Row = FragmentType<typeof SentGift_RowFragmentDoc> & { readonly id: string };

/** What was sent to others, the latest first, and the way to send more. */
export function SentGifts({ gifts }: { gifts: readonly Row[] }) {
  const { sent: words } = useWords(sendingWords);
  return (
    <OwnList
      title={words.title}
      none={words.none}
      more={{ to: '/gifts/send', name: words.send }}
      rows={gifts.map((gift) => (
        <GiftRow key={gift.id} gift={gift} />
      ))}
    />
  );
}

function GiftRow(props: { gift: Row }) {
  const { id, toEmail, amount, status, deliverAt, sentAt } = readFragment(
    SentGift_RowFragmentDoc,
    props.gift,
  );
  const { sent: words } = useWords(sendingWords);
  const when = formatDateTime(sentAt ?? deliverAt);
  return (
    <li>
      <Disc icon="gift" tone="brand" />
      <span className={styles['what']}>
        <b>
          <Link to={sentPath(id)}>{words.to(toEmail ?? words.erased)}</Link>
        </b>
        {sentAt !== null && <small>{words.sentAt(when)}</small>}
        {sentAt === null && status === 'SCHEDULED' && <small>{words.leavesAt(when)}</small>}
      </span>
      <span className={styles['amount']}>
        <strong>{formatMoney(amount)}</strong>
        <StatusBadge status={status} />
      </span>
      <Icon name="right" size="xs" />
    </li>
  );
}
