import { formatDate } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { CardRow_GiftCardFragmentDoc } from '../../graphql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Disc } from '../../ui/disc.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { giftCardsWords } from './words/words.ts';
import styles from './gift-cards.module.css';

/** Where others show the last of their code, a gift says so: I is no symbol of codes. */
const NO_CODE = 'GIFT';

type Row = FragmentType<typeof CardRow_GiftCardFragmentDoc> & { readonly id: string };

/** The cards whose money went into this wallet, the latest first. */
export function OwnCards({ cards }: { cards: readonly Row[] }) {
  const { cards: words } = useWords(giftCardsWords);
  // The place for a code stands on the page already: there is nothing more to say.
  if (cards.length === 0) return null;
  return (
    <Card title={words.title} flush>
      <ul className={styles['cards']}>
        {cards.map((card) => (
          <CardRow key={card.id} card={card} />
        ))}
      </ul>
    </Card>
  );
}

function CardRow(props: { card: Row }) {
  const { maskedCode, endedAt, initial } = readFragment(CardRow_GiftCardFragmentDoc, props.card);
  const { cards: words } = useWords(giftCardsWords);
  const money = useMoneyText();
  return (
    <li>
      <Disc icon="card" tone="brand" />
      <span className={styles['what']}>
        <b>{maskedCode.endsWith(NO_CODE) ? words.gift : words.ending(maskedCode)}</b>
        {endedAt !== null && <small>{words.claimedOn(formatDate(endedAt))}</small>}
      </span>
      <span className={styles['amount']}>
        <strong>{money(initial)}</strong>
        <Badge icon="ok" tone="ok">
          {words.claimed}
        </Badge>
      </span>
    </li>
  );
}
