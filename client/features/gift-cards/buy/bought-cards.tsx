import { Link } from 'react-router';
import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { BoughtCard_RowFragmentDoc } from '../../../graphql/graphql.ts';
import { Icon } from '../../../ui/icon.tsx';
import { GiftThumb } from '../../../wallet/gift/gift-art.tsx';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { useWords } from '../../../words/use-words.ts';
import styles from '../gift-cards.module.css';
import { OwnList } from '../own-list.tsx';
import { boughtPath } from './bought-path.ts';
import { CardBadge } from './card-badge.tsx';
import { buyingWords } from './words/words.ts';

type Row = FragmentType<typeof BoughtCard_RowFragmentDoc> & { readonly id: string };

/** What was bought, the latest first, and the way to buy more. */
export function BoughtCards({ purchases }: { purchases: readonly Row[] }) {
  const { list: words } = useWords(buyingWords);
  return (
    <OwnList
      title={words.title}
      none={words.none}
      note={words.apart}
      more={{ to: '/gift-cards/buy', name: words.buy }}
      rows={purchases.map((purchase) => (
        <PurchaseRow key={purchase.id} purchase={purchase} />
      ))}
    />
  );
}

function PurchaseRow(props: { purchase: Row }) {
  const { id, createdAt, amount, payment, giftCard } = readFragment(
    BoughtCard_RowFragmentDoc,
    props.purchase,
  );
  const { list: words } = useWords(buyingWords);
  const money = useMoneyText();
  return (
    <li>
      <GiftThumb design="SUNRISE" />
      <span className={styles['what']}>
        <b>
          <Link to={boughtPath(id)}>
            {giftCard === null ? words.unnamed(formatDate(createdAt)) : words.ending(giftCard.maskedCode)}
          </Link>
        </b>
        {giftCard !== null && (
          <small>
            {giftCard.endedAt === null
              ? words.until(formatDate(giftCard.expiresAt))
              : words.endedOn(formatDate(giftCard.endedAt))}
          </small>
        )}
      </span>
      <span className={styles['amount']}>
        <strong>{giftCard === null ? formatMoney(amount) : money(giftCard.remaining)}</strong>
        {giftCard?.status === 'PART_USED' && <small>{words.of(formatMoney(amount))}</small>}
        <CardBadge payment={payment} giftCard={giftCard} />
      </span>
      <Icon name="right" size="xs" />
    </li>
  );
}
