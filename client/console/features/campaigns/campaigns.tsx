import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { formatCount } from '../../../format/number.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { CampaignsPageDocument, StaffCampaign_CampaignFragmentDoc } from '../../../graphql/graphql.ts';
import type { CampaignsPageQuery, CampaignStatus } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Meter } from '../../../ui/meter.tsx';
import text from '../../../ui/text.module.css';
import { NoRows } from '../../parts/list-filter.tsx';
import { ListNote } from '../../parts/list-note.tsx';
import { ListTools } from '../../parts/list-tools.tsx';
import { Pager } from '../../parts/pager.tsx';
import { BY_TIME, orderOf, sortedPageOf } from '../../parts/place.ts';
import { sortedBy } from '../../parts/sorting.tsx';
import { State } from '../../parts/state.tsx';
import { TabLinks } from '../../parts/tab-links.tsx';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Key } from '../../ui/keys.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { audienceOf, campaignPath, CAMPAIGNS_PATH, statusLooks, usedUp, windowOf } from './standing.ts';
import type { Campaign } from './standing.ts';
import { campaignsWords as words } from './words.ts';

const HIDEABLE = Object.values(words.columns).slice(1);
const NEW_PATH = `${CAMPAIGNS_PATH}/new`;

/** The lists of campaigns, by their names in the address, and what each holds. */
const VIEWS = {
  all: null,
  running: ['RUNNING'],
  scheduled: ['SCHEDULED'],
  paused: ['PAUSED'],
  drafts: ['DRAFT'],
  over: ['BUDGET_SPENT', 'ENDED'],
} as const satisfies Record<string, readonly CampaignStatus[] | null>;

type View = keyof typeof VIEWS;
const views = Object.keys(VIEWS) as View[];

/** All campaigns of the shop, with how much of each was used. */
export function CampaignsPage() {
  const [params] = useSearchParams();
  const view = views.find((one) => one === params.get('show')) ?? 'all';
  const status = VIEWS[view];
  const { previousData, ...query } = useQuery(CampaignsPageDocument, {
    variables: { filter: status && { status: [...status] }, ...sortedPageOf(params) },
    fetchPolicy: useReadPolicy(),
  });
  const data = query.data ?? previousData;
  const isAdmin = useOwnAccount()?.role === 'ADMIN';
  return (
    <ConsolePage
      heading={words.title}
      sub={data && words.running(data.running.totalCount)}
      actions={isAdmin && <Creation />}
      busy={query.loading && data === undefined}
    >
      <Views view={view} data={data} />
      <ListTools columns={HIDEABLE}>
        <Answered
          operationName="CampaignsPage"
          query={{ ...query, data }}
          failed={words.failed}
          skeleton={<TableCardSkeleton label={words.loading} />}
        >
          {({ campaigns }) => <Campaigns campaigns={campaigns} title={words.tabs[view]} />}
        </Answered>
      </ListTools>
    </ConsolePage>
  );
}

function Creation() {
  const navigate = useNavigate();
  useShortcut('c', words.create, () => void navigate(NEW_PATH));
  return (
    <Link className={buttonClass('primary')} to={NEW_PATH} aria-keyshortcuts="c">
      <Icon name="plus" size="sm" />
      {words.create}
      <Key>C</Key>
    </Link>
  );
}

function Views({ view, data }: { view: View; data: CampaignsPageQuery | undefined }) {
  const counts: Partial<Record<View, number | undefined>> = {
    running: data?.running.totalCount,
    drafts: data?.drafts.totalCount,
  };
  const tabs = views.map((one) => ({
    to: one === 'all' ? CAMPAIGNS_PATH : `${CAMPAIGNS_PATH}?show=${one}`,
    name: words.tabs[one],
    count: counts[one],
    current: one === view,
  }));
  return <TabLinks label={words.title} tabs={tabs} />;
}

function Campaigns({ campaigns, title }: { campaigns: CampaignsPageQuery['campaigns']; title: string }) {
  const keys = useRowKeys();
  const [params] = useSearchParams();
  const rows = readFragment(StaffCampaign_CampaignFragmentDoc, campaigns.nodes);
  const { nothing, noMatch } = words;
  if (rows.length === 0) return <NoRows {...{ title, nothing, noMatch }} filters={['show']} />;
  const { campaign, code, value, state, used, budget, window, made } = words.columns;
  const columns = [
    { name: campaign },
    { name: code },
    { name: value, isNumber: true },
    { name: state },
    { name: used, isNumber: true },
    { name: budget },
    { name: window },
    sortedBy({ name: made }, BY_TIME, orderOf(params, BY_TIME)),
  ];
  return (
    <>
      <Card title={title} flush>
        <div {...keys}>
          <Table cards caption={words.title} columns={columns}>
            {rows.map((row) => (
              <Row key={row.id} campaign={row} />
            ))}
          </Table>
        </div>
        <Pager shown={rows.length} total={campaigns.totalCount} pageInfo={campaigns.pageInfo} sorted />
      </Card>
      <ListNote rule={words.rule} keys={words.keys} />
    </>
  );
}

function Row({ campaign }: { campaign: Campaign }) {
  const { id, name, codes, sharedCode, codeCount, value, status, uses, createdAt } = campaign;
  const { columns } = words;
  const used = usedUp(campaign);
  return (
    <tr>
      <Cell>
        <span>
          <Link to={campaignPath(id)}>{name}</Link>
          <small>{audienceOf(campaign)}</small>
        </span>
      </Cell>
      <Cell label={columns.code}>
        <span>
          {codes === 'SHARED' ? <b className={text['mono']}>{sharedCode}</b> : words.uniqueCodes(codeCount)}
          <small>{codes === 'SHARED' ? words.sharedCode : words.eachOnce}</small>
        </span>
      </Cell>
      <Cell label={columns.value} isNumber>
        <b>{formatMoney(value)}</b>
      </Cell>
      <Cell label={columns.state}>
        <State {...statusLooks[status]}>{words.statuses[status]}</State>
      </Cell>
      <Cell label={columns.used} isNumber>
        {formatCount(uses)}
      </Cell>
      <Cell label={columns.budget}>
        <div>
          {used.text}
          <Meter label={words.budgetLabel} text={used.text} share={used.share} />
        </div>
      </Cell>
      <Cell label={columns.window}>{windowOf(campaign)}</Cell>
      <Cell label={columns.made}>{formatDate(createdAt)}</Cell>
    </tr>
  );
}
