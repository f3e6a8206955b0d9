import type { PageInfo } from '../../schema/connection/page-info.type.ts';

export interface Edge<N> {
  readonly cursor: string;
  readonly node: N;
}

export interface Connection<N> {
  readonly edges: Edge<N>[];
  readonly nodes: N[];
  readonly pageInfo: PageInfo;
}

/** A page of a list as callers get it. */
export function connectionOf<N>(
  edges: Edge<N>[],
  { hasNextPage, hasPreviousPage }: Pick<PageInfo, 'hasNextPage' | 'hasPreviousPage'>,
): Connection<N> {
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
