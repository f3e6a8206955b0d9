import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import {
  GiftCardFiguresDocument,
  GiftCardsPageDocument,
  StaffCard_GiftCardFragmentDoc,
} from '../../../graphql/graphql.ts';
import type { GiftCardsPageQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon.tsx';
import text from '../../../ui/text.module.css';
import { FileButton } from '../../parts/file-button.tsx';
import { NoRows } from '../../parts/list-filter.tsx';
import { ListNote } from '../../parts/list-note.tsx';
import { ListTools } from '../../parts/list-tools.tsx';
import { Pager } from '../../parts/pager.tsx';
import { customerPath } from '../../parts/paths.ts';
import { BY_TIME, orderOf, sortedPageOf, withPlace } from '../../parts/place.ts';
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
import { CardFigures } from './card-figures.tsx';
import { CardFilters } from './card-filters.tsx';
import {
  CARD_FILTERS,
  cardFilterOf,
  cardPath,
  CARDS_PATH,
  NEW_CARDS_PATH,
  statusLooks,
  viewOf,
  views,
} from './standing.ts';
import type { GiftCard } from './standing.ts';
import { giftCardsWords as words } from './words.ts';

const HIDEABLE = Object.values(words.columns).slice(1);

/** All gift cards of the shop, and what is left on each. Of a code nobody sees more than its end. */
export function GiftCardsPage() {
  const [params] = useSearchParams();
  const { previousData, ...query } = useQuery(GiftCardsPageDocument, {
    variables: { filter: cardFilterOf(params), ...sortedPageOf(params) },
    fetchPolicy: useReadPolicy(),
  });
  const data = query.data ?? previousData;
  const { data: figures, loading } = useQuery(GiftCardFiguresDocument, { fetchPolicy: useReadPolicy() });
  const isAdmin = useOwnAccount()?.role === 'ADMIN';
  return (
    <ConsolePage
      heading={words.title}
      sub={
        figures &&
        words.hold(figures.issued.outstanding.cards, formatMoney(figures.issued.outstanding.amount))
      }
      actions={
        isAdmin && (
          <>
            <CardExport params={params} />
            <Creation />
          </>
        )
      }
      busy={(query.loading && data === undefined) || (loading && figures === undefined)}
    >
      {(figures ?? loading) && <CardFigures figures={figures} />}
      <Views open={figures?.open.totalCount} />
      <CardFilters />
      <ListTools columns={HIDEABLE}>
        <Answered
          operationName="GiftCardsPage"
          query={{ ...query, data }}
          failed={words.failed}
          skeleton={<TableCardSkeleton label={words.loading} />}
        >
          {({ giftCards }) => <Cards giftCards={giftCards} />}
        </Answered>
      </ListTools>
    </ConsolePage>
  );
}

/** All cards that the filters let through, as a file for spreadsheets. The shop makes it, and writes down that it did. */
function CardExport({ params }: { params: URLSearchParams }) {
  const { status, ...others } = cardFilterOf(params) as Record<string, string> & { status?: string[] };
  const asked = new URLSearchParams({ ...others, ...(status && { status: status.join(',') }) });
  return <FileButton path={`/export/gift-cards.csv?${asked.toString()}`} words={words.export} />;
}

function Creation() {
  const navigate = useNavigate();
  useShortcut('c', words.create, () => void navigate(NEW_CARDS_PATH));
  return (
    <Link className={buttonClass('primary')} to={NEW_CARDS_PATH} aria-keyshortcuts="c">
      <Icon name="plus" size="sm" />
      {words.create}
      <Key>C</Key>
    </Link>
  );
}

function Views({ open }: { open: number | undefined }) {
  const [params] = useSearchParams();
  const current = viewOf(params);
  const tabs = views.map((view) => {
    const next = withPlace(params);
    if (view === 'all') next.delete('show');
    else next.set('show', view);
    const search = next.toString();
    return {
      ...{ to: search === '' ? CARDS_PATH : `${CARDS_PATH}?${search}`, name: words.tabs[view] },
      ...{ count: view === 'open' ? open : undefined, current: view === current },
    };
  });
  return <TabLinks label={words.title} tabs={tabs} />;
}

function Cards({ giftCards }: { giftCards: GiftCardsPageQuery['giftCards'] }) {
  const keys = useRowKeys();
  const [params] = useSearchParams();
  const title = words.tabs[viewOf(params)];
  const rows = readFragment(StaffCard_GiftCardFragmentDoc, giftCards.nodes);
  const { nothing, noMatch } = words;
  if (rows.length === 0)
    return <NoRows {...{ title, nothing, noMatch }} filters={['show', ...CARD_FILTERS]} />;
  const { card, state, value, left, funding, lasts, issued } = words.columns;
  const columns = [
    ...[{ name: card }, { name: state }],
    ...[value, left].map((name) => ({ name, isNumber: true })),
    ...[{ name: funding }, { name: lasts }],
    sortedBy({ name: issued }, BY_TIME, orderOf(params, BY_TIME)),
  ];
  return (
    <>
      <Card title={title} flush>
        <div {...keys}>
          <Table cards caption={words.title} columns={columns}>
            {rows.map((row) => (
              <Row key={row.id} card={row} />
            ))}
          </Table>
        </div>
        <Pager shown={rows.length} total={giftCards.totalCount} pageInfo={giftCards.pageInfo} sorted />
      </Card>
      <ListNote rule={words.rule} keys={words.keys} />
    </>
  );
}

function Row({ card }: { card: GiftCard }) {
  const { id, maskedCode, status, initial, remaining, funding, expiresAt, createdAt } = card;
  const { claimedById, boughtById } = card;
  const { columns } = words;
  return (
    <tr>
      <Cell>
        <Link className={text['mono']} to={cardPath(id)} aria-label={words.ending(maskedCode)}>
          {maskedCode}
        </Link>
      </Cell>
      <Cell label={columns.state}>
        <span>
          <State {...statusLooks[status]}>{words.statuses[status]}</State>
          {claimedById !== null && (
            <small>
              <Link to={customerPath(claimedById)}>{claimedById}</Link>
            </small>
          )}
        </span>
      </Cell>
      <Cell label={columns.value} isNumber>
        {formatMoney(initial)}
      </Cell>
      <Cell label={columns.left} isNumber>
        <b>{formatMoney(remaining)}</b>
      </Cell>
      <Cell label={columns.funding}>
        <span>
          {words.fundings[funding]}
          {boughtById !== null && (
            <small>
              <Link to={customerPath(boughtById)}>{boughtById}</Link>
            </small>
          )}
        </span>
      </Cell>
      <Cell label={columns.lasts}>{formatDate(expiresAt)}</Cell>
      <Cell label={columns.issued}>{formatDate(createdAt)}</Cell>
    </tr>
  );
}
