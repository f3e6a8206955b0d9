import { useQuery } from '@apollo/client/react';
import type { Asks } from '../../apollo/asked-ahead.ts';
import { HelpDocument } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Columns } from '../../ui/columns.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { TalkToShop } from '../../wallet/shop/talk-to-shop.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { Answers } from './answers.tsx';
import { helpWords } from './words/words.ts';
import styles from './help.module.css';

export const asks: Asks = () => ({ query: HelpDocument, variables: {} });

/** Answers from the wallet, and the way to the people of the shop. */
export function HelpScreen() {
  const { help } = useWords(helpWords);
  const { app } = useWords(sharedWords);
  const { data, loading, error, refetch } = useQuery(HelpDocument, {
    fetchPolicy: useReadPolicy(),
  });
  return (
    <Page heading={help.title} documentTitle={app.title(help.title)} busy={loading && data === undefined}>
      <OfflineBanner operationName="Help" />
      {error && (
        <ProblemBanner
          title={help.failed}
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
          retrying={loading}
        />
      )}
      {data === undefined && loading && (
        <div role="status" aria-label={help.loading}>
          <Skeleton width="100%" height="14rem" />
        </div>
      )}
      {data && (
        <Columns
          side={
            <>
              <TalkToShop shop={data.shop} />
              <p className={styles['note']}>{help.lost}</p>
            </>
          }
        >
          {data.viewer.wallet !== null && <Answers wallet={data.viewer.wallet} />}
        </Columns>
      )}
    </Page>
  );
}
