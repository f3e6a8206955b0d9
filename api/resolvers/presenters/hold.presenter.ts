import type { HoldConnection } from '../../../schema/hold/hold-connection.type.ts';
import type { Hold } from '../../../schema/hold/hold.type.ts';
import type { HoldStory } from '../../domain/wallet/hold-story.ts';
import type { HoldPage } from '../../services/queries/find-holds.ts';
import { connectionOf } from '../connection.ts';
import { holdCursors } from '../cursor.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';

/** A hold that carries what its entries tell, for what is looked up when asked for. */
export type HoldView = Hold & { readonly state: HoldStory };

export function presentHold(state: HoldStory): HoldView {
  const { placed, status, captured, released, open, endedAt } = state;
  const { id, orderId, purpose: reason, amount, at: placedAt, deadline: expiresAt } = placed;
  return {
    ...{ state, id: globalId('Hold', id), orderId, reason, status, placedAt, expiresAt, endedAt },
    amount: presentMoney(amount),
    captured: presentMoney(captured),
    released: presentMoney(released),
    open: presentMoney(open),
  };
}

/** A page of one wallet's holds. */
export function presentHolds(
  walletId: string,
  { holds, next, totalCount }: HoldPage,
  hasPreviousPage: boolean,
): HoldConnection {
  const cursors = holdCursors(walletId);
  const edges = holds.map((hold) => ({ cursor: cursors.of(hold.placed.seq), node: presentHold(hold) }));
  const page = connectionOf(edges, { hasNextPage: next !== null, hasPreviousPage });
  // Where those that were looked at do not stand as asked for, the page ends after the last of them all the same.
  const endCursor = next === null ? page.pageInfo.endCursor : cursors.of(next);
  return { ...page, pageInfo: { ...page.pageInfo, endCursor }, totalCount };
}
