import { Link, useSearchParams } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { minus } from '../../../format/sum.ts';
import type { DisputeOutcome, ReviewRow_ReviewFragment } from '../../../graphql/graphql.ts';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import { BY_TIME, orderOf } from '../../parts/place.ts';
import { sortedBy } from '../../parts/sorting.tsx';
import { State } from '../../parts/state.tsx';
import type { StateTone } from '../../parts/state.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { amountText, reviewPath } from './review-texts.ts';
import { reviewsWords } from './words.ts';

type Row = ReviewRow_ReviewFragment;

const { inbox: words } = reviewsWords;
const { columns } = words;

const outcomeLooks: Record<DisputeOutcome, { icon: IconName; tone: StateTone }> = {
  OPEN: { icon: 'clock', tone: 'warn' },
  LOST: { icon: 'ban', tone: 'bad' },
  KEPT: { icon: 'ok', tone: 'ok' },
};

/** What payers dispute, and what of it is held, was taken and is owed. */
export function DisputeRows({ rows }: { rows: readonly Row[] }) {
  const keys = useRowKeys();
  const [params] = useSearchParams();
  const amounts = [columns.disputed, columns.held, columns.tookBack, columns.owed];
  return (
    <div {...keys}>
      <Table
        cards
        caption={words.title}
        columns={[
          ...[{ name: columns.dispute }, { name: columns.customer }],
          ...amounts.map((name) => ({ name, isNumber: true })),
          { name: columns.state },
          sortedBy({ name: columns.opened }, BY_TIME, orderOf(params, BY_TIME)),
        ]}
      >
        {rows.map((row) => (
          <Dispute key={row.id} row={row} />
        ))}
      </Table>
    </div>
  );
}

function Dispute({ row }: { row: Row }) {
  const outcome = row.dispute ?? 'OPEN';
  return (
    <tr>
      <Cell>
        <Link to={reviewPath(row.id)}>{row.providerReference}</Link>
      </Cell>
      <Cell label={columns.customer}>{row.wallet?.customer.name ?? words.payerUnknown}</Cell>
      <Cell isNumber label={columns.disputed}>
        <b>{amountText(row)}</b>
      </Cell>
      <Cell isNumber label={columns.held}>
        {textOf(heldOf(row, outcome))}
      </Cell>
      <Cell isNumber label={columns.tookBack}>
        {textOf(row.taken)}
      </Cell>
      <Cell isNumber label={columns.owed}>
        {textOf(row.receivable)}
      </Cell>
      <Cell label={columns.state}>
        <State {...outcomeLooks[outcome]}>{words.outcomes[outcome]}</State>
      </Cell>
      <Cell label={columns.opened}>{formatDateTime(row.openedAt)}</Cell>
    </tr>
  );
}

/** While the bank decides: what is left of the disputed credit. */
function heldOf({ collected, notHeld }: Row, outcome: DisputeOutcome): MoneyValue | null {
  return outcome === 'OPEN' && collected !== null && notHeld !== null ? minus(collected, notHeld) : null;
}

function textOf(amount: MoneyValue | null): string {
  return amount === null ? '' : formatMoney(amount);
}
