import { ApolloProvider, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { createVisitorClient } from '../../apollo/visitor-client.ts';
import { formatDate } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { Gift_LookFragmentDoc, GiftAtTheDoorDocument } from '../../graphql/graphql.ts';
import { useNetwork } from '../../session/session-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { LonePage } from '../../ui/lone-page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Steps } from '../../ui/steps.tsx';
import text from '../../ui/text.module.css';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { LanguageChoice } from '../../words/language-choice.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { ClaimBy } from './claim-by.tsx';
import { endOf } from './ends.ts';
import { Look } from './gift-look.tsx';
import { Gone } from './gone.tsx';
import { giftWords } from './words/words.ts';

export interface GiftAtTheDoorProps {
  /** What stands in the link. It is in no title and in no log. */
  token: string;
  onSignIn: () => void;
}

/** What somebody was sent, before they are signed in: the gift first, then the way to claim it. */
export function GiftAtTheDoor({ token, onSignIn }: GiftAtTheDoorProps) {
  const { gift: words } = useWords(giftWords);
  const { app } = useWords(sharedWords);
  const network = useNetwork();
  const [client] = useState(() => createVisitorClient(network));
  return (
    <ApolloProvider client={client}>
      <LonePage
        brand={{ name: app.brand, tagline: app.tagline }}
        heading={words.title}
        intro={null}
        skip={app.skip}
        documentTitle={app.title(words.title)}
      >
        <Behind token={token} onSignIn={onSignIn} />
        <LanguageChoice hideLegend />
      </LonePage>
    </ApolloProvider>
  );
}

function Behind({ token, onSignIn }: GiftAtTheDoorProps) {
  const { gift: words } = useWords(giftWords);
  const { data, error, loading, refetch } = useQuery(GiftAtTheDoorDocument, {
    variables: { token },
    notifyOnNetworkStatusChange: true,
  });
  const gift = readFragment(Gift_LookFragmentDoc, data?.gift);
  if (error) {
    const again = (): void => void refetch().catch(() => undefined);
    return <ProblemBanner title={words.failed} error={error} onRetry={again} retrying={loading} />;
  }
  if (data === undefined) {
    return (
      <div role="status" aria-label={words.loading}>
        <Skeleton width="100%" height="18rem" />
      </div>
    );
  }
  const end = gift ? endOf(gift.status) : null;
  if (!gift || end !== null) {
    return (
      <Gone end={end}>
        <Button block onClick={onSignIn}>
          {words.toSignIn}
        </Button>
      </Gone>
    );
  }
  return (
    <>
      <Look gift={gift} />
      <Steps stacked steps={words.steps(gift.expiresAt === null ? null : formatDate(gift.expiresAt))} />
      <Button block kind="primary" onClick={onSignIn}>
        {words.signInToClaim}
      </Button>
      <p className={text['note']}>
        <ClaimBy gift={gift} />
      </p>
    </>
  );
}
