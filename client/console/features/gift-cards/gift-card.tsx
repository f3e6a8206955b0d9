import { useQuery } from '@apollo/client/react';
import { Link, useParams, useSearchParams } from 'react-router';
import { formatDate, formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { shareOf } from '../../../format/proportion.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { GiftCardPageDocument, StaffCard_GiftCardFragmentDoc } from '../../../graphql/graphql.ts';
import type { GiftCardPageQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Card } from '../../../ui/card.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { BackLink } from '../../../wallet/back-link.tsx';
import layout from '../../parts/layout.module.css';
import { Pager } from '../../parts/pager.tsx';
import { customerPath } from '../../parts/paths.ts';
import { personName } from '../../parts/person-name.ts';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { CardActs } from './card-acts.tsx';
import { CARDS_PATH, statusLooks } from './standing.ts';
import type { GiftCard } from './standing.ts';
import { giftCardsWords } from './words.ts';

const { page: words, statuses, fundings } = giftCardsWords;

type Entries = NonNullable<GiftCardPageQuery['giftCard']>['entries'];
type Entry = Entries['nodes'][number];

/** Few cards have more entries than fit on the first page. */
const ENTRIES = 100;

/** One gift card: what is left on it, what happened to it, and what can be done with it now. */
export function GiftCardPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { previousData, ...query } = useQuery(GiftCardPageDocument, {
    variables: { id, first: ENTRIES, after: params.get('after') },
    fetchPolicy: useReadPolicy(),
  });
  const data = query.data ?? (previousData?.giftCard?.id === id ? previousData : undefined);
  const card = readFragment(StaffCard_GiftCardFragmentDoc, data?.giftCard);
  return (
    <ConsolePage
      heading={card ? giftCardsWords.ending(card.maskedCode) : words.title}
      lead={<BackLink to={CARDS_PATH} label={words.back} />}
      badges={card && <Badge {...statusLooks[card.status]}>{statuses[card.status]}</Badge>}
      sub={card && words.sub(formatMoney(card.initial), formatDate(card.createdAt))}
      busy={query.loading && data === undefined}
    >
      <Answered
        operationName="GiftCardPage"
        query={{ ...query, data }}
        failed={words.failed}
        skeleton={<TableCardSkeleton label={words.loading} />}
      >
        {({ giftCard }) =>
          card && giftCard ? (
            <Columns
              side={
                <>
                  <Left card={card} />
                  <CardActs key={card.id} card={card} onChanged={() => void query.refetch()} />
                </>
              }
            >
              <Ledger entries={giftCard.entries} />
            </Columns>
          ) : (
            <EmptyState art="noMatch" title={words.missing} text={words.missingText} />
          )
        }
      </Answered>
    </ConsolePage>
  );
}

function Left({
  card: { initial, remaining, funding, expiresAt, endedAt, claimedById, boughtById },
}: {
  card: GiftCard;
}) {
  const left = formatMoney(remaining);
  const of = formatMoney(initial);
  return (
    <Card title={words.left}>
      <div className={layout['stack']}>
        <p className={layout['figure']}>{left}</p>
        <Meter label={words.left} text={words.leftOf(left, of)} share={shareOf(remaining, initial)} />
        <Facts>
          <Fact name={words.value}>{of}</Fact>
          <Fact name={words.funding}>{fundings[funding]}</Fact>
          <Fact name={words.lasts}>{formatDateTime(expiresAt)}</Fact>
          {endedAt !== null && <Fact name={words.ended}>{formatDateTime(endedAt)}</Fact>}
          {boughtById !== null && (
            <Fact name={words.boughtBy}>
              <Link to={customerPath(boughtById)}>{boughtById}</Link>
            </Fact>
          )}
          {claimedById !== null && (
            <Fact name={words.claimedBy}>
              <Link to={customerPath(claimedById)}>{claimedById}</Link>
            </Fact>
          )}
        </Facts>
      </div>
    </Card>
  );
}

const { columns } = words;
const COLUMNS = [
  ...[columns.entry, columns.when, columns.who].map((name) => ({ name })),
  ...[columns.amount, columns.after].map((name) => ({ name, isNumber: true })),
];

const MOVES_NOTHING: readonly Entry['kind'][] = ['REISSUE', 'STOP', 'RESUMPTION'];

function Ledger({ entries: { nodes, totalCount, pageInfo } }: { entries: Entries }) {
  const me = useOwnAccount()?.id;
  return (
    <Card title={words.entries} flush>
      <Table cards caption={words.entries} columns={COLUMNS}>
        {nodes.map(({ seq, kind, at, actor, reason, amount, remainingAfter }) => (
          <tr key={seq}>
            <Cell>
              <span>
                <b>{words.kinds[kind]}</b>
                {reason !== null && <small>{reason}</small>}
              </span>
            </Cell>
            <Cell label={columns.when}>{formatDateTime(at)}</Cell>
            <Cell label={columns.who}>
              {actor.role === 'CUSTOMER' ? (
                <Link to={customerPath(actor.id)}>{personName(actor, me)}</Link>
              ) : (
                personName(actor, me)
              )}
            </Cell>
            <Cell label={columns.amount} isNumber>
              {MOVES_NOTHING.includes(kind) ? words.none : formatMoney(amount)}
            </Cell>
            <Cell label={columns.after} isNumber>
              <b>{formatMoney(remainingAfter)}</b>
            </Cell>
          </tr>
        ))}
      </Table>
      {/* Going back is the browser's. */}
      <Pager shown={nodes.length} total={totalCount} pageInfo={{ ...pageInfo, hasPreviousPage: false }} />
    </Card>
  );
}
