import { useQuery } from '@apollo/client/react';
import { useParams, useSearchParams } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { JobDetail_JobFragmentDoc, JobDetailDocument } from '../../../graphql/graphql.ts';
import type { JobDetail_JobFragment, JobDetailQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { BackLink } from '../../../wallet/back-link.tsx';
import { PAGE } from '../../parts/place.ts';
import { personName } from '../../parts/person-name.ts';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { CardCodes } from './card-codes.tsx';
import { FailedRows } from './failed-rows.tsx';
import { JobSteering } from './job-steering.tsx';
import { hasFile, JOBS_PATH, statusLooks } from './job-texts.ts';
import { Journey } from './journey.tsx';
import { JobTiles } from './tiles.tsx';
import { useJobPace } from './use-job-pace.ts';
import { jobsWords } from './words.ts';

type Job = JobDetail_JobFragment;

const { job: words, statuses, upload } = jobsWords;

/** One file: what is wrong with it, what it would do, how far it is, and what became of it. */
export function JobDetail() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const variables = { id, first: PAGE, after: params.get('after') };
  const { previousData, ...query } = useQuery(JobDetailDocument, {
    variables,
    fetchPolicy: useReadPolicy(),
    skipPollAttempt: () => document.visibilityState === 'hidden',
  });
  // What was shown of this job stays while its next page is on its way.
  const data = query.data ?? (previousData?.job?.id === id ? previousData : undefined);
  const job = readFragment(JobDetail_JobFragmentDoc, data?.job);
  useJobPace(job, query);
  return (
    <ConsolePage
      heading={job?.fileName ?? words.title}
      lead={<BackLink to={JOBS_PATH} label={upload.back} />}
      badges={job && <Badge {...statusLooks[job.status]}>{statuses[job.status]}</Badge>}
      sub={job && <Sub job={job} />}
      busy={query.loading && data === undefined}
    >
      <Answered
        operationName="JobDetail"
        query={{ ...query, data }}
        failed={words.failed}
        skeleton={<TableCardSkeleton label={words.loading} />}
      >
        {(answer) =>
          job && answer.job ? (
            <Content job={job} rows={answer.job.failedRows} onRefused={() => void query.refetch()} />
          ) : (
            <EmptyState art="noMatch" title={words.missing} text={words.missingText} />
          )
        }
      </Answered>
    </ConsolePage>
  );
}

function Sub({ job }: { job: Job }) {
  const me = useOwnAccount()?.id;
  return (
    <>
      <span>{jobsWords.kinds[job.kind].title}</span>
      <span>{words.asked(personName(job.startedBy, me), formatDateTime(job.startedAt))}</span>
    </>
  );
}

interface ContentProps {
  job: Job;
  rows: NonNullable<JobDetailQuery['job']>['failedRows'];
  onRefused: () => void;
}

function Content({ job, rows, onRefused }: ContentProps) {
  const [params] = useSearchParams();
  const me = useOwnAccount()?.id;
  return (
    <>
      {hasFile(job.kind) && <Journey at={stepOf(job)} />}
      {params.has('known') && (
        <Banner tone="info" icon="info" urgent>
          <p>{words.known(personName(job.startedBy, me), formatDateTime(job.endedAt ?? job.startedAt))}</p>
        </Banner>
      )}
      <JobTiles job={job} />
      <JobSteering job={job} onRefused={onRefused} />
      <CardCodes job={job} />
      <FailedRows job={job} rows={rows} />
    </>
  );
}

/** Of upload, columns, check, confirm and result, the one that this page is. */
function stepOf({ status, fine }: Job): number {
  if (status === 'UPLOADING') return 0;
  if (status === 'CHECKED') return fine === 0 ? 2 : 3;
  return status === 'DONE' || status === 'STOPPED' ? jobsWords.steps.length : 4;
}
