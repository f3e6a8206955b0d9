import { useQuery } from '@apollo/client/react';
import { Link, useSearchParams } from 'react-router';
import { formatDate, formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { formatCount } from '../../../format/number.ts';
import { CampaignRedemptionsDocument } from '../../../graphql/graphql.ts';
import type { CampaignRedemptionsQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Card } from '../../../ui/card.tsx';
import { Pager } from '../../parts/pager.tsx';
import { customerPath } from '../../parts/paths.ts';
import { BY_TIME, orderOf, sortedPageOf } from '../../parts/place.ts';
import { sortedBy } from '../../parts/sorting.tsx';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { campaignsWords } from './words.ts';

const { uses: words } = campaignsWords;

type Uses = NonNullable<CampaignRedemptionsQuery['campaign']>['redemptions'];
type Use = Uses['nodes'][number];

/** Who has used a campaign, and how much of what it brought them is left. */
export function Redemptions({ id }: { id: string }) {
  const [params] = useSearchParams();
  const { previousData, ...query } = useQuery(CampaignRedemptionsDocument, {
    variables: { id, ...sortedPageOf(params) },
    fetchPolicy: useReadPolicy(),
  });
  // What was shown of this campaign stays while its next page is on its way.
  const data = query.data ?? (previousData?.campaign?.id === id ? previousData : undefined);
  return (
    <Answered
      operationName="CampaignRedemptions"
      query={{ ...query, data }}
      failed={words.failed}
      skeleton={<TableCardSkeleton label={words.loading} />}
    >
      {({ campaign }) => campaign && <List uses={campaign.redemptions} />}
    </Answered>
  );
}

function List({ uses }: { uses: Uses }) {
  const keys = useRowKeys();
  const [params] = useSearchParams();
  if (uses.nodes.length === 0) return <Card title={words.title}>{words.nothing}</Card>;
  const { customer, when, credit, left, lasts, version } = words.columns;
  const columns = [
    { name: customer },
    sortedBy({ name: when }, BY_TIME, orderOf(params, BY_TIME)),
    ...[credit, left].map((name) => ({ name, isNumber: true })),
    { name: lasts },
    { name: version, isNumber: true },
  ];
  return (
    <Card title={words.title} flush>
      <div {...keys}>
        <Table cards caption={words.title} columns={columns}>
          {uses.nodes.map((use) => (
            <Row key={use.transaction.id} use={use} />
          ))}
        </Table>
      </div>
      <Pager shown={uses.nodes.length} total={uses.totalCount} pageInfo={uses.pageInfo} sorted />
    </Card>
  );
}

function Row({ use: { usedAt, amount, version, wallet, transaction } }: { use: Use }) {
  const { columns } = words;
  return (
    <tr>
      <Cell>
        {wallet === null ? (
          words.nobody
        ) : (
          <Link to={customerPath(wallet.customer.customerId)}>{wallet.customer.name}</Link>
        )}
      </Cell>
      <Cell label={columns.when}>{formatDateTime(usedAt)}</Cell>
      <Cell label={columns.credit} isNumber>
        <b>{formatMoney(amount, { sign: 'always' })}</b>
      </Cell>
      <Cell label={columns.left} isNumber>
        {formatMoney(transaction.remaining)}
      </Cell>
      <Cell label={columns.lasts}>
        {transaction.expiresAt === null ? words.never : formatDate(transaction.expiresAt)}
      </Cell>
      <Cell label={columns.version} isNumber>
        {formatCount(version)}
      </Cell>
    </tr>
  );
}
