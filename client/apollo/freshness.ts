import { ApolloLink } from '@apollo/client/link';
import { tap } from 'rxjs';

/** When each operation last brought data from the server: what stands behind "Updated 9:41 am". */
export interface Freshness {
  link: ApolloLink;
  at(operationName: string): number | null;
  subscribe(listener: () => void): () => void;
}

/** Times that are known from before belong to data that was kept. */
export function createFreshness(now: () => number, known: Iterable<[string, number]> = []): Freshness {
  const times = new Map<string, number>(known);
  const listeners = new Set<() => void>();
  const link = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap((result) => {
        const brought = 'data' in result && result.data !== null && result.data !== undefined;
        if (!brought || operation.operationName === undefined) return;
        times.set(operation.operationName, now());
        for (const listener of listeners) listener();
      }),
    ),
  );
  return {
    link,
    at: (operationName) => times.get(operationName) ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
