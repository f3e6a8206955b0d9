import { formatMoney } from '../../../format/money.ts';
import type { GiftCardFiguresQuery } from '../../../graphql/graphql.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { formatLength } from '../../parts/parts-words.ts';
import { Tiles } from '../../parts/tiles.tsx';
import { giftCardsWords } from './words.ts';

const { tiles: words } = giftCardsWords;

/** What became of all gift cards of the shop, and what it owes to whoever has their codes. Their shapes while that is on its way. */
export function CardFigures({ figures }: { figures: GiftCardFiguresQuery | undefined }) {
  const countOf = (some: { totalCount: number } | undefined) =>
    some ? formatLength(some.totalCount) : <Skeleton width="3rem" />;
  const outstanding = figures?.issued.outstanding;
  const tiles = [
    { ...words.issued, figure: countOf(figures?.issued) },
    {
      name: words.left.name,
      figure: outstanding ? formatMoney(outstanding.amount) : <Skeleton width="9rem" />,
      hint: outstanding ? hintOf(outstanding) : <HintOnItsWay />,
    },
    { ...words.used, figure: countOf(figures?.used) },
    { ...words.over, figure: countOf(figures?.over) },
  ];
  return <Tiles tiles={tiles.map(({ hint, ...tile }) => ({ ...tile, hint: <small>{hint}</small> }))} />;
}

function hintOf({ cards, purchased, granted }: GiftCardFiguresQuery['issued']['outstanding']): string {
  return words.left.hint(cards, formatMoney(purchased), formatMoney(granted));
}

/** It takes two lines. */
function HintOnItsWay() {
  return (
    <>
      <Skeleton width="90%" />
      <br />
      <Skeleton width="60%" />
    </>
  );
}
