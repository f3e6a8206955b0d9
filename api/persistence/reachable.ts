import type { Database } from './connection.ts';

/** Whether a primary answers within a time, in milliseconds. Never throws. */
export async function isReachable(database: Database, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  const answer = database
    .getClient()
    .db('admin')
    .command({ hello: 1 }, { timeoutMS: withinMs })
    .then(({ isWritablePrimary }) => isWritablePrimary === true)
    .catch(() => false);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
