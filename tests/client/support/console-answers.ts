import { GraphQLError } from 'graphql';
import { money } from './sample-wallet.ts';

/** Answers to the questions of the console, as graphql-js calls them: values, or functions of their arguments. */
export type ConsoleAnswers = Record<string, unknown>;

/** A shop in which nothing waits and nobody is a customer yet. Tests put their own answers in the place of these. */
export function quietConsole(): ConsoleAnswers {
  return {
    savedViews: [],
    approvals: pageOf([]),
    paymentReviews: pageOf([]),
    customers: pageOf([]),
    wallets: pageOf([]),
    search: { hasMore: false, hits: [] },
    integrity: { lastAudit: null },
    paymentHealth: {
      failuresInARow: 0,
      isWorking: true,
      lastAnswerAt: null,
      notificationsWaiting: 0,
      provider: 'mock',
      reviewsOpen: 0,
    },
    programmeStatistics: {
      asOf: '2026-11-23T09:40:00+05:30',
      walletCount: 0,
      totalBalance: money(0n),
      movement: [],
    },
  };
}

/** A whole list as one page of it. */
export function pageOf(nodes: readonly object[], more: object = {}) {
  const pageInfo = {
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: null,
    endCursor: null,
    ...more,
  };
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: 'cursor' })),
    pageInfo,
    totalCount: nodes.length,
  };
}

/** What the server says to a role that may not. */
export function forbidden(): never {
  throw new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN', requestId: 'req-denied' } });
}
