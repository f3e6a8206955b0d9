import { Link } from 'react-router';
import { isZero } from '../../format/proportion.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { GiftCardsCard_FiguresFragmentDoc } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';

/** What is on the gift cards that the customer has bought: it stands beside the balance, never in it. */
export function GiftCardsCard(props: { figures: FragmentType<typeof GiftCardsCard_FiguresFragmentDoc> }) {
  const { cards, amount, held } = readFragment(GiftCardsCard_FiguresFragmentDoc, props.figures);
  const { giftCards: words } = useWords(dashboardWords);
  const { navigation } = useWords(sharedWords);
  const money = useMoneyText();
  return (
    <Card title={navigation.giftCards} flush>
      <ul>
        <RowLink icon="card" hint={isZero(held) ? null : words.held(money(held))} end={money(amount)}>
          <Link to="/gift-cards">{words.cards(cards)}</Link>
        </RowLink>
      </ul>
    </Card>
  );
}
