import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { ReviewInboxDocument } from '../../../graphql/graphql.ts';
import type {
  DisputeOutcome,
  PaymentReviewFilter,
  ReviewInboxQuery,
  ReviewKind,
} from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Chips, ToggleChip } from '../../../ui/chip.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { FilterChips, useListFilter } from '../../parts/list-filter.tsx';
import { ListTools } from '../../parts/list-tools.tsx';
import { sortedPageOf } from '../../parts/place.ts';
import { TabLinks } from '../../parts/tab-links.tsx';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { REVIEW_KINDS } from '../../ui/vocabulary.ts';
import { HIDEABLE, ReviewList } from './review-list.tsx';
import { reviewViews as views } from './views.ts';
import type { ReviewView } from './views.ts';
import { reviewsWords as words } from './words.ts';

const kinds = Object.keys(REVIEW_KINDS) as ReviewKind[];
const outcomes = Object.keys(words.inbox.outcomes) as DisputeOutcome[];
const { inbox } = words;

/** Payments that a person has to look at, and how those of before ended. */
export function ReviewInbox() {
  const [params] = useSearchParams();
  const me = useOwnAccount()?.id ?? '';
  const view = views.find((one) => one === params.get('show')) ?? 'open';
  const { previousData, ...query } = useQuery(ReviewInboxDocument, {
    variables: { filter: filterOf(view, params, me), ...sortedPageOf(params) },
    fetchPolicy: useReadPolicy(),
  });
  const data = query.data ?? previousData;
  return (
    <ConsolePage
      heading={inbox.title}
      sub={
        <>
          <span>{data ? inbox.wait(data.open.totalCount) : query.loading && <Skeleton width="9rem" />}</span>
          <span>{inbox.what}</span>
        </>
      }
      busy={query.loading && data === undefined}
    >
      <Views view={view} data={data} />
      <Filters view={view} />
      <ListTools columns={HIDEABLE}>
        <Answered
          operationName="ReviewInbox"
          query={{ ...query, data }}
          failed={inbox.failed}
          skeleton={<TableCardSkeleton label={inbox.loading} />}
        >
          {({ paymentReviews }) => <ReviewList {...{ paymentReviews, view, me }} />}
        </Answered>
      </ListTools>
    </ConsolePage>
  );
}

function filterOf(view: ReviewView, params: URLSearchParams, me: string): PaymentReviewFilter {
  const kind = kinds.find((one) => one === params.get('kind'));
  const mine = params.has('mine') && { assigneeId: me };
  if (view === 'disputes') {
    const outcome = outcomes.find((one) => one === params.get('outcome')?.toUpperCase());
    return { kind: ['DISPUTE'], ...(outcome !== undefined && { dispute: [outcome] }), ...mine };
  }
  return {
    status: view === 'open' ? ['OPEN'] : ['CREDITED', 'REFUNDED', 'DISMISSED'],
    ...(kind !== undefined && { kind: [kind] }),
    ...mine,
  };
}

function Views({ view, data }: { view: ReviewView; data: ReviewInboxQuery | undefined }) {
  const tabs = views.map((one) => ({
    to: one === 'open' ? '/admin/reviews' : `/admin/reviews?show=${one}`,
    name: inbox.tabs[one],
    count: data?.[one].totalCount,
    current: one === view,
  }));
  return <TabLinks label={inbox.title} tabs={tabs} />;
}

function Filters({ view }: { view: ReviewView }) {
  const [mine, putMine] = useListFilter('mine');
  const choices = kinds.map((value) => ({ value, label: REVIEW_KINDS[value] }));
  const stands = outcomes.map((value) => ({ value: value.toLowerCase(), label: inbox.outcomes[value] }));
  return (
    <Chips label={view === 'disputes' ? inbox.howItStands : inbox.filter}>
      {view === 'disputes' ? (
        <FilterChips name="outcome" everything={inbox.everything} choices={stands} />
      ) : (
        <FilterChips name="kind" everything={inbox.everything} choices={choices} />
      )}
      <ToggleChip pressed={mine !== null} onToggle={() => putMine(mine === null ? 'yes' : null)}>
        {inbox.mine}
      </ToggleChip>
    </Chips>
  );
}
