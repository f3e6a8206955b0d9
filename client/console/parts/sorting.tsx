import { Link, useSearchParams } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { useWideScreen } from '../../ui/use-media-query.ts';
import type { Column } from '../ui/table.tsx';
import { partsWords } from './parts-words.ts';
import { BY_TIME, inOrder, orderOf } from './place.ts';
import styles from './sorting.module.css';

/** The two ways in which a column can be sorted, the one that is usual first. */
export type Ways<Order extends string> = readonly [descending: Order, ascending: Order];

/** A column whose head sorts the list by it: pressed once as is usual, pressed again the other way. The server sorts, not the page. */
export function sortedBy<Order extends string>(column: Column, ways: Ways<Order>, order: string): Column {
  const at = ways.findIndex((way) => way === order);
  return {
    ...column,
    head: <SortHead name={column.name} to={at === 0 ? ways[1] : ways[0]} at={at} />,
    sorted: at < 0 ? undefined : at === 0 ? 'descending' : 'ascending',
  };
}

const ARROWS = ['↓', '↑'];

/** On a phone rows are cards and have no heads: there the pager sorts. */
function SortHead({ name, to, at }: { name: string; to: string; at: number }) {
  const [params] = useSearchParams();
  if (!useWideScreen()) return name;
  return (
    <Link className={styles['head']} to={{ search: inOrder(params, to).toString() }}>
      {name}
      <span aria-hidden="true">{ARROWS[at] ?? '↕'}</span>
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
