import { formatMoney } from '../../../format/money.ts';
import type { GiftCardFiguresQuery } from '../../../graphql/graphql.ts';
import { formatLength } from '../../parts/parts-words.ts';
import { Tiles } from '../../parts/tiles.tsx';
import { giftCardsWords } from './words.ts';

const { tiles: words } = giftCardsWords;

/** What became of all gift cards of the shop, and what it owes to whoever has their codes. */
export function CardFigures({ figures: { issued, used, over } }: { figures: GiftCardFiguresQuery }) {
  const { cards, amount, purchased, granted } = issued.outstanding;
  const tiles = [
    { ...words.issued, figure: formatLength(issued.totalCount) },
    {
      ...{ name: words.left.name, figure: formatMoney(amount) },
      hint: words.left.hint(cards, formatMoney(purchased), formatMoney(granted)),
    },
    { ...words.used, figure: formatLength(used.totalCount) },
    { ...words.over, figure: formatLength(over.totalCount) },
  ];
  return <Tiles tiles={tiles.map(({ hint, ...tile }) => ({ ...tile, hint: <small>{hint}</small> }))} />;
}
