import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { ApprovalInboxDocument } from '../../../graphql/graphql.ts';
import type { ApprovalFilter, ApprovalInboxQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Chips } from '../../../ui/chip.tsx';
import { FilterChips, FilterInForce } from '../../parts/list-filter.tsx';
import { ListTools } from '../../parts/list-tools.tsx';
import { sortedPageOf } from '../../parts/place.ts';
import { TabLinks } from '../../parts/tab-links.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { actName } from '../../ui/vocabulary.ts';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { ApprovalList, HIDEABLE } from './approval-list.tsx';
import { views } from './views.ts';
import type { View } from './views.ts';
import { approvalsWords as words } from './words.ts';

/** What waits for a second person, what one has asked for, and how all of it ended. */
export function ApprovalInbox() {
  const { inbox } = words;
  const [params] = useSearchParams();
  const me = useOwnAccount()?.id ?? '';
  const view = views.find((one) => one === params.get('show')) ?? 'waiting';
  const { previousData, ...query } = useQuery(ApprovalInboxDocument, {
    variables: { filter: filterOf(view, params, me), me, ...sortedPageOf(params) },
    fetchPolicy: useReadPolicy(),
  });
  const data = query.data ?? previousData;
  return (
    <ConsolePage
      heading={inbox.title}
      sub={data && inbox.wait(data.waiting.totalCount)}
      busy={query.loading && data === undefined}
    >
      <Views view={view} data={data} />
      <Filters />
      <ListTools columns={HIDEABLE}>
        <Answered
          operationName="ApprovalInbox"
          query={{ ...query, data }}
          failed={inbox.failed}
          skeleton={<TableCardSkeleton label={inbox.loading} />}
        >
          {({ approvals }) => <ApprovalList {...{ approvals, view, me }} />}
        </Answered>
      </ListTools>
    </ConsolePage>
  );
}

function filterOf(view: View, params: URLSearchParams, me: string): ApprovalFilter {
  const act = params.get('act');
  const customerId = params.get('customer');
  return {
    ...(view === 'waiting' && { status: ['PENDING', 'CHANGED'] }),
    ...(view === 'decided' && { status: ['APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'] }),
    ...(view === 'asked' && { requestedById: me }),
    ...(act !== null && { act }),
    ...(customerId !== null && { customerId }),
  };
}

function Views({ view, data }: { view: View; data: ApprovalInboxQuery | undefined }) {
  const { inbox } = words;
  const tabs = views.map((one) => ({
    to: one === 'waiting' ? '/admin/approvals' : `/admin/approvals?show=${one}`,
    name: inbox.tabs[one],
    count: data?.[one].totalCount,
    current: one === view,
  }));
  return <TabLinks label={inbox.title} tabs={tabs} />;
}

function Filters() {
  const { inbox, sentences } = words;
  const choices = Object.keys(sentences).map((value) => ({ value, label: actName(value) }));
  return (
    <Chips label={inbox.filter}>
      <FilterChips name="act" everything={inbox.everything} choices={choices} />
      <FilterInForce name="customer" label={inbox.onlyOf} remove={inbox.remove} />
    </Chips>
  );
}
