import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { HelpReportDocument, ReportedEntry_TransactionFragmentDoc } from '../../../graphql/graphql.ts';
import { OfflineBanner } from '../../../offline/offline-banner.tsx';
import type { Account } from '../../../session/auth-api.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Flow } from '../../../ui/flow.tsx';
import { Page } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { BackLink } from '../../../wallet/back-link.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { sharedWords } from '../../../words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { helpWords } from '../words/words.ts';
import { ReportForm } from './report-form.tsx';

/** A message to the shop about the wallet or one of its entries, with the facts filled in. */
export function ReportScreen({ account }: { account: Account }) {
  const { report } = useWords(helpWords);
  const { app } = useWords(sharedWords);
  const [params] = useSearchParams();
  const asked = params.get('entry');
  const { data, loading, error, refetch } = useQuery(HelpReportDocument, {
    variables: { entry: asked ?? '', about: asked !== null },
    fetchPolicy: useReadPolicy(),
  });
  const entry = readFragment(ReportedEntry_TransactionFragmentDoc, data?.transaction ?? null);
  return (
    <Page
      flow
      heading={report.title}
      documentTitle={app.title(report.title)}
      busy={loading && data === undefined}
      back={<BackLink to="/help" label={report.back} />}
    >
      <OfflineBanner operationName="HelpReport" />
      {error && (
        <ProblemBanner
          title={report.failed}
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
          retrying={loading}
        />
      )}
      {data === undefined && loading && (
        <div role="status" aria-label={report.loading}>
          <Flow side={<Skeleton width="100%" height="10rem" />}>
            <Skeleton width="100%" height="10.5rem" />
            <Skeleton width="100%" height="28rem" />
          </Flow>
        </div>
      )}
      {data && asked !== null && entry === null && (
        <Banner tone="info" icon="info">
          <p>{report.gone}</p>
        </Banner>
      )}
      {data && <ReportForm entry={entry} shop={data.shop} name={account.name} />}
    </Page>
  );
}
