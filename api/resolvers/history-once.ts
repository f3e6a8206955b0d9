import type { OrderedPageArgs } from '../../schema/connection/ordered-page.args.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import { historyPage } from '../services/queries/history.ts';
import type { HistoryFilter } from '../services/queries/history-filter.ts';
import type { GraphqlContext } from './context.ts';
import { nameOf } from './once.ts';
import { pageOf } from './page.ts';
import { presentHistory, type HistoryView } from './presenters/history.presenter.ts';

/** A page of the history of a wallet, found once for a request that names it several times. */
export function historyOnce(
  { app, once }: GraphqlContext,
  state: Wallet,
  filter: HistoryFilter,
  args: OrderedPageArgs,
): Promise<HistoryView> {
  const page = pageOf(state.id, args);
  const order = args.orderBy ?? 'NEWEST_FIRST';
  return once.of(nameOf('history', state, filter, page, order), async () =>
    presentHistory(state, filter, await historyPage(app, state, filter, page), order),
  );
}
