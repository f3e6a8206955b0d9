import { useQuery } from '@apollo/client/react';
import { Link, useSearchParams } from 'react-router';
import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { times } from '../../../format/sum.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { RewardsPageDocument, StaffReward_RewardFragmentDoc } from '../../../graphql/graphql.ts';
import type { RewardsPageQuery, StaffReward_RewardFragment } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { NoRows } from '../../parts/list-filter.tsx';
import { Pager } from '../../parts/pager.tsx';
import { BY_TIME, orderOf, sortedPageOf } from '../../parts/place.ts';
import { sortedBy, type Ways } from '../../parts/sorting.tsx';
import { State } from '../../parts/state.tsx';
import { TabLinks } from '../../parts/tab-links.tsx';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Cell, Table, type Column } from '../../ui/table.tsx';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { rewardPath, standingLooks, standingOf } from './standing.ts';
import { BY_CLAIMS, BY_END, BY_NAME, inOrderOf, OF_WHOLE_LIST } from './whole-list.ts';
import { rewardsWords as words } from './words.ts';

type Reward = StaffReward_RewardFragment;

const views = ['all', 'ACTIVE', 'INACTIVE'] as const;

/** All rewards of the shop, with what they have cost. */
export function RewardsPage() {
  const [params] = useSearchParams();
  const isAdmin = useOwnAccount()?.role === 'ADMIN';
  const view = views.find((one) => one === params.get('status')) ?? 'all';
  const { previousData, ...query } = useQuery(RewardsPageDocument, {
    variables: { filter: view === 'all' ? null : { status: [view] }, ...sortedPageOf(params) },
    fetchPolicy: useReadPolicy(),
  });
  const data = query.data ?? previousData;
  return (
    <ConsolePage
      heading={words.title}
      sub={words.sub}
      actions={
        isAdmin && (
          <Link className={buttonClass('primary')} to="/admin/rewards/new">
            <Icon name="plus" size="sm" />
            {words.create}
          </Link>
        )
      }
      busy={query.loading && data === undefined}
    >
      <TabLinks
        label={words.title}
        tabs={views.map((one) => ({
          to: one === 'all' ? '/admin/rewards' : `/admin/rewards?status=${one}`,
          name: words.tabs[one],
          current: one === view,
        }))}
      />
      <Answered
        operationName="RewardsPage"
        query={{ ...query, data }}
        failed={words.failed}
        skeleton={<TableCardSkeleton label={words.loading} />}
      >
        {({ rewards }) => <Rewards rewards={rewards} title={words.tabs[view]} />}
      </Answered>
    </ConsolePage>
  );
}

function Rewards({ rewards, title }: { rewards: RewardsPageQuery['rewards']; title: string }) {
  const keys = useRowKeys();
  const [params] = useSearchParams();
  const sent = readFragment(StaffReward_RewardFragmentDoc, rewards.nodes);
  const { hasNextPage, hasPreviousPage } = rewards.pageInfo;
  const isWhole = !hasNextPage && !hasPreviousPage;
  const ownOrder = isWhole
    ? OF_WHOLE_LIST.find((one) => one === params.get('sort')?.toUpperCase())
    : undefined;
  const rows = ownOrder === undefined ? sent : inOrderOf(ownOrder, sent);
  if (rows.length === 0) {
    const { nothing, noMatch } = words;
    return <NoRows title={title} nothing={nothing} noMatch={noMatch} filters={['status']} />;
  }
  const { reward, amount, state, claimed, cost, window, made } = words.columns;
  const order = ownOrder ?? orderOf(params, BY_TIME);
  const sorted = (column: Column, ways: Ways<string>, usual?: 'ascending') =>
    isWhole ? sortedBy(column, ways, order, usual) : column;
  const columns = [
    sorted({ name: reward }, BY_NAME, 'ascending'),
    { name: amount, isNumber: true },
    { name: state },
    sorted({ name: claimed }, BY_CLAIMS),
    { name: cost, isNumber: true },
    sorted({ name: window }, BY_END, 'ascending'),
    sortedBy({ name: made }, BY_TIME, order),
  ];
  return (
    <Card title={title} flush>
      <div {...keys}>
        <Table cards caption={words.title} columns={columns}>
          {rows.map((row) => (
            <Row key={row.id} reward={row} />
          ))}
        </Table>
      </div>
      <Pager shown={rows.length} total={rewards.totalCount} pageInfo={rewards.pageInfo} sorted />
    </Card>
  );
}

function Row({ reward }: { reward: Reward }) {
  const now = useClock()();
  const { columns } = words;
  const { minPurchaseAmount, creditAmount, totalUses, validFrom, validUntil, createdAt } = reward;
  const standing = standingOf(reward, now);
  return (
    <tr>
      <Cell>
        <span>
          <Link to={rewardPath(reward.id)}>{reward.name}</Link>
          <small>
            {minPurchaseAmount === null ? words.noMinimum : words.minimum(formatMoney(minPurchaseAmount))}
          </small>
        </span>
      </Cell>
      <Cell label={columns.amount} isNumber>
        <b>{formatMoney(creditAmount)}</b>
      </Cell>
      <Cell label={columns.state}>
        <State {...standingLooks[standing]}>{words.states[standing]}</State>
      </Cell>
      <Cell label={columns.claimed}>
        <Claimed reward={reward} />
      </Cell>
      <Cell label={columns.cost} isNumber>
        {formatMoney(times(creditAmount, totalUses))}
      </Cell>
      <Cell label={columns.window}>
        {words.fromTo(formatDate(validFrom), validUntil === null ? null : formatDate(validUntil))}
      </Cell>
      <Cell label={columns.made}>{formatDate(createdAt)}</Cell>
    </tr>
  );
}

export function Claimed({ reward: { totalUses, maxUses } }: { reward: Reward }) {
  const text = words.used(totalUses, maxUses);
  return (
    <div>
      {text}
      {maxUses !== null && maxUses > 0 && (
        <Meter label={words.usedLabel} text={text} share={Math.min(1, totalUses / maxUses)} />
      )}
    </div>
  );
}
