import { useQuery } from '@apollo/client/react';
import type { Asks } from '../../apollo/asked-ahead.ts';
import { GiftCardsScreenDocument } from '../../graphql/graphql.ts';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Card } from '../../ui/card.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Steps } from '../../ui/steps.tsx';
import { RefreshedPage } from '../../wallet/refreshed-page.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { useWords } from '../../words/use-words.ts';
import { BoughtCards } from './buy/bought-cards.tsx';
import { ClaimCard } from './claim-card.tsx';
import { OwnCards } from './own-cards.tsx';
import { SentGifts } from './send/sent-gifts.tsx';
import { giftCardsWords } from './words/words.ts';

export const asks: Asks = () => ({ query: GiftCardsScreenDocument, variables: {} });

/** A place for the code of a gift card, and the cards that were bought, sent and claimed. */
export function GiftCardsScreen() {
  const { screen } = useWords(giftCardsWords);
  return (
    <RefreshedPage
      heading={screen.title}
      operationName="GiftCardsScreen"
      query={useQuery(GiftCardsScreenDocument, { fetchPolicy: useReadPolicy() })}
      failed={screen.loadFailed}
      refreshFailed={screen.refreshFailed}
      skeleton={<CardsSkeleton />}
    >
      {({ viewer: { wallet, giftCardPurchases, giftCards, gifts } }) =>
        wallet === null ? (
          <WalletMissing />
        ) : (
          <Columns
            first={<ClaimCard />}
            side={
              <Card title={screen.how}>
                <Steps stacked steps={screen.steps} />
              </Card>
            }
          >
            <BoughtCards purchases={giftCardPurchases} />
            <SentGifts gifts={gifts} />
            <OwnCards cards={giftCards} />
          </Columns>
        )
      }
    </RefreshedPage>
  );
}

function CardsSkeleton() {
  const { screen } = useWords(giftCardsWords);
  return (
    <Columns
      loading={screen.loading}
      first={<Skeleton width="100%" height="14rem" />}
      side={<Skeleton width="100%" height="16rem" />}
    >
      <Skeleton width="100%" height="20rem" />
    </Columns>
  );
}
