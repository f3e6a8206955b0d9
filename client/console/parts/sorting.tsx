import { Link, useSearchParams } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { useWideScreen } from '../../ui/use-media-query.ts';
import type { Column } from '../ui/table.tsx';
import { partsWords } from './parts-words.ts';
import { BY_TIME, inOrder, orderOf } from './place.ts';
import styles from './sorting.module.css';

/** The two ways in which a column can be sorted, the one that is usual first: for most that is the descending one. */
export type Ways<Order extends string> = readonly [usual: Order, other: Order];
type Sorted = NonNullable<Column['sorted']>;

/** A column whose head sorts the list by it: pressed once as is usual, pressed again the other way. The server sorts, not the page. */
export function sortedBy<Order extends string>(
  column: Column,
  ways: Ways<Order>,
  order: string,
  usual: Sorted = 'descending',
): Column {
  const at = ways.findIndex((way) => way === order);
  const other = usual === 'descending' ? 'ascending' : 'descending';
  const sorted = at < 0 ? undefined : at === 0 ? usual : other;
  const head = <SortHead name={column.name} to={at === 0 ? ways[1] : ways[0]} sorted={sorted} />;
  return { ...column, head, sorted };
}

const ARROWS = { descending: '↓', ascending: '↑' };

/** On a phone rows are cards and have no heads: there the pager sorts. */
function SortHead({ name, to, sorted }: { name: string; to: string; sorted: Sorted | undefined }) {
  const [params] = useSearchParams();
  if (!useWideScreen()) return name;
  return (
    <Link className={styles['head']} to={{ search: inOrder(params, to).toString() }}>
      {name}
      <span aria-hidden="true">{sorted === undefined ? '↕' : ARROWS[sorted]}</span>
    </Link>
  );
}

/** Turns the list round where it has no heads to do so. */
export function TurnRound() {
  const [params] = useSearchParams();
  const isTurned = orderOf(params, BY_TIME) === 'OLDEST_FIRST';
  if (useWideScreen()) return null;
  return (
    <Link
      className={buttonClass('quiet')}
      to={{ search: inOrder(params, isTurned ? BY_TIME[0] : BY_TIME[1]).toString() }}
    >
      {isTurned ? partsWords.pager.newestFirst : partsWords.pager.oldestFirst}
    </Link>
  );
}
