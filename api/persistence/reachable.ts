import type { Database } from './connection.ts';

/** A look that hangs is the answer to those that come meanwhile too: each would hold a connection. */
const looks = new WeakMap<Database, Promise<boolean>>();

/** Whether a primary answers within a time, in milliseconds. Never throws. */
export async function isReachable(database: Database, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  try {
    return await Promise.race([lookOnce(database), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function lookOnce(database: Database): Promise<boolean> {
  const underWay = looks.get(database);
  if (underWay) return underWay;
  const look = database
    .getClient()
    .db('admin')
    .command({ hello: 1 })
    .then(({ isWritablePrimary }) => isWritablePrimary === true)
    .catch(() => false)
    .finally(() => looks.delete(database));
  looks.set(database, look);
  return look;
}
