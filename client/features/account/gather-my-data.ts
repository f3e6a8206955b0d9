import type { MyDataQuery, MyDataQueryVariables } from '../../graphql/graphql.ts';

export type AskForMyData = (variables: MyDataQueryVariables) => Promise<MyDataQuery>;

/**
 * What the shop holds about whoever is signed in, as far as the API tells it to them: nobody can be named, so it is about nobody
 * else. The screen says what is left out. Throws where not every entry has come.
 */
export async function gatherMyData(ask: AskForMyData): Promise<object> {
  const { viewer } = await ask({ first: true, after: null, topUpsAfter: null });
  const { wallet } = viewer;
  if (wallet === null) return viewer;
  const transactions = [...wallet.transactions.nodes];
  const topUps = [...wallet.topUps.nodes];
  let [entries, payments] = [wallet.transactions.pageInfo, wallet.topUps.pageInfo];
  while (entries.hasNextPage || payments.hasNextPage) {
    const after = { after: entries.endCursor, topUpsAfter: payments.endCursor };
    const next = (await ask({ first: false, ...after })).viewer.wallet;
    if (next === null) throw new Error('The wallet is not there any more.');
    if (entries.hasNextPage) {
      transactions.push(...next.transactions.nodes);
      entries = next.transactions.pageInfo;
    }
    if (payments.hasNextPage) {
      topUps.push(...next.topUps.nodes);
      payments = next.topUps.pageInfo;
    }
  }
  if (transactions.length !== wallet.transactionCount) throw new Error('Not every entry has come.');
  return { ...viewer, wallet: { ...wallet, transactions, topUps } };
}
