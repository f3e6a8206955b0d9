import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { readFragment } from '../../graphql/fragment-masking.ts';
import {
  StatementFigures_StatementFragmentDoc,
  StatementLine_TransactionFragmentDoc,
  StatementPagesDocument,
} from '../../graphql/graphql.ts';
import type {
  StatementFigures_StatementFragment,
  StatementLine_TransactionFragment,
  StatementPagesQuery,
} from '../../graphql/graphql.ts';

/** As many entries as a printed statement holds; more belong into a file. */
const MOST_ENTRIES = 1_000;

export interface WholeStatement {
  about: StatementPagesQuery;
  figures: StatementFigures_StatementFragment;
  /** Oldest first. */
  lines: StatementLine_TransactionFragment[];
}

export type StatementState =
  | { step: 'loading' }
  | { step: 'tooLong' }
  | { step: 'noWallet' }
  | { step: 'failed'; error: unknown }
  | { step: 'ready'; whole: WholeStatement };

type Ask = (after: string | null) => Promise<StatementPagesQuery>;

/** A statement with all its entries. Nothing of it is kept: paper is of one moment. */
export function useWholeStatement(from: string, to: string) {
  const client = useApolloClient();
  const [state, setState] = useState<StatementState>({ step: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    const ask: Ask = async (after) => {
      const variables = { from, to, after };
      const { data } = await client.query({
        query: StatementPagesDocument,
        variables,
        fetchPolicy: 'no-cache',
      });
      if (data === undefined) throw new Error('There was no answer.');
      return data;
    };
    void gathered(ask, () => wanted)
      .catch((error: unknown): StatementState => ({ step: 'failed', error }))
      .then((next) => wanted && setState(next));
    return () => {
      wanted = false;
    };
  }, [client, from, to, round]);
  const again = useCallback(() => {
    setState({ step: 'loading' });
    setRound((last) => last + 1);
  }, []);
  return { state, again };
}

/** The figures are those of the first page: what happens meanwhile comes before it and into none of the others. */
async function gathered(ask: Ask, isWanted: () => boolean): Promise<StatementState> {
  const about = await ask(null);
  const { wallet } = about.viewer;
  if (wallet === null) return { step: 'noWallet' };
  const figures = readFragment(StatementFigures_StatementFragmentDoc, wallet.statement);
  if (figures.count > MOST_ENTRIES) return { step: 'tooLong' };
  let page = wallet.statement.transactions;
  const lines = [...readFragment(StatementLine_TransactionFragmentDoc, page.nodes)];
  while (page.pageInfo.hasNextPage && isWanted()) {
    const next = await ask(page.pageInfo.endCursor);
    if (next.viewer.wallet === null) return { step: 'noWallet' };
    page = next.viewer.wallet.statement.transactions;
    lines.push(...readFragment(StatementLine_TransactionFragmentDoc, page.nodes));
  }
  return { step: 'ready', whole: { about, figures, lines: lines.reverse() } };
}
