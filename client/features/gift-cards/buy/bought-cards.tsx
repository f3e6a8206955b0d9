import { Link } from 'react-router';
import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { BoughtCard_RowFragmentDoc } from '../../../graphql/graphql.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import link from '../../../ui/link.module.css';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { useWords } from '../../../words/use-words.ts';
import styles from '../gift-cards.module.css';
import { boughtPath } from './bought-path.ts';
import { CardBadge } from './card-badge.tsx';
import { buyingWords } from './words/words.ts';

type Row = FragmentType<typeof BoughtCard_RowFragmentDoc> & { readonly id: string };

/** What was bought, the latest first, and the way to buy more. */
export function BoughtCards({ purchases }: { purchases: readonly Row[] }) {
  const { list: words } = useWords(buyingWords);
  const more = (
    <Link className={purchases.length === 0 ? buttonClass('secondary') : link['link']} to="/gift-cards/buy">
      {words.buy}
    </Link>
  );
  if (purchases.length === 0) {
    return (
      <Card title={words.title}>
        <EmptyState art="nothingYet" text={words.none} action={more} />
      </Card>
    );
  }
  return (
    <Card title={words.title} flush action={more}>
      <ul className={styles['cards']}>
        {purchases.map((purchase) => (
          <PurchaseRow key={purchase.id} purchase={purchase} />
        ))}
      </ul>
    </Card>
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
      <span>
        <b>
          <Link className={link['link']} to={boughtPath(id)}>
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
    </li>
  );
}
